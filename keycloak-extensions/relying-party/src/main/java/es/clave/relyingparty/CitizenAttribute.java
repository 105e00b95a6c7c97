package es.clave.relyingparty;

import java.util.Arrays;
import java.util.Optional;

/** A datum that an agency may be told, by its names in SAML (eIDAS SAML Attribute Profile, and Cl@ve's) and OpenID Connect. */
public enum CitizenAttribute {
    /** The bare DNI or NIE. */
    PERSON_IDENTIFIER("PersonIdentifier", Names.EIDAS + "PersonIdentifier", "person_identifier"),
    FIRST_NAME("FirstName", Names.EIDAS + "CurrentGivenName", "given_name"),
    /** Both surnames. */
    FAMILY_NAME("FamilyName", Names.EIDAS + "CurrentFamilyName", "family_name"),
    FIRST_SURNAME("FirstSurname", Names.CLAVE + "FirstSurname", "first_surname"),
    /** Foreigners may have none. */
    SECOND_SURNAME("SecondSurname", Names.CLAVE + "SecondSurname", "second_surname"),
    /** ISO 8601. */
    DATE_OF_BIRTH("DateOfBirth", Names.EIDAS + "DateOfBirth", "birthdate"),
    /** {@code BASIC} or {@code ADVANCED}, as it was at the login. */
    REGISTER_TYPE("RegisterType", Names.CLAVE + "RegisterType", "registration_level"),
    /** The way in, as Cl@ve 2 names it. */
    SELECTED_IDP("SelectedIdP", Names.CLAVE + "SelectedIdP", "selected_idp"),
    /** Validation data of the certificate, where one was used: an XML document in Base64. */
    PARTIAL_AFIRMA("PartialAfirma", Names.CLAVE + "PartialAfirma", "partial_afirma");

    private static final class Names {
        private static final String EIDAS = "http://eidas.europa.eu/attributes/naturalperson/";
        private static final String CLAVE = "http://es.minhafp.clave/";
    }

    private final String friendlyName;
    private final String samlName;
    private final String claim;

    CitizenAttribute(String friendlyName, String samlName, String claim) {
        this.friendlyName = friendlyName;
        this.samlName = samlName;
        this.claim = claim;
    }

    /** The short name, by which settings name it too. */
    public String friendlyName() {
        return friendlyName;
    }

    /** The URI by which SAML names it. */
    public String samlName() {
        return samlName;
    }

    /** The claim of OpenID Connect. */
    public String claim() {
        return claim;
    }

    /** Whether it is a part of who somebody is. */
    public boolean identifies() {
        return switch (this) {
            case PERSON_IDENTIFIER, FIRST_NAME, FAMILY_NAME, FIRST_SURNAME, SECOND_SURNAME, PARTIAL_AFIRMA -> true;
            case DATE_OF_BIRTH, REGISTER_TYPE, SELECTED_IDP -> false;
        };
    }

    /** The attribute that SAML names by this URI, empty where there is none. */
    public static Optional<CitizenAttribute> ofSamlName(String name) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.samlName.equals(name))
                .findFirst();
    }

    /** The attribute of that short name, empty where there is none. */
    public static Optional<CitizenAttribute> ofFriendlyName(String name) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.friendlyName.equals(name))
                .findFirst();
    }
}
