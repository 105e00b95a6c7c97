package es.clave.demo.taxagency;

/** Names of attributes (eIDAS SAML Attribute Profile) and those that are only Spain's. */
final class EidasNames {

    static final String PERSON_IDENTIFIER = "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier";
    static final String GIVEN_NAME = "http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName";
    static final String FAMILY_NAME = "http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName";
    static final String DATE_OF_BIRTH = "http://eidas.europa.eu/attributes/naturalperson/DateOfBirth";
    static final String FIRST_SURNAME = "http://es.minhafp.clave/FirstSurname";
    static final String SECOND_SURNAME = "http://es.minhafp.clave/SecondSurname";
    static final String REGISTER_TYPE = "http://es.minhafp.clave/RegisterType";
    static final String SELECTED_IDP = "http://es.minhafp.clave/SelectedIdP";

    private EidasNames() {}
}
