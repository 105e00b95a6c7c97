package es.clave.relyingparty.clave2;

import es.clave.platform.LoginNotes;
import es.clave.relyingparty.CitizenAttribute;
import es.clave.relyingparty.CitizenProfile;
import es.clave.relyingparty.clave2.answer.AttributeValue;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** The attributes that Cl@ve 2 tells, with their types, in the order in which answers have them: that of their names. */
enum ToldAttribute {
    FAMILY_NAME(CitizenAttribute.FAMILY_NAME, "eidas-natural:CurrentFamilyNameType", true),
    FIRST_NAME(CitizenAttribute.FIRST_NAME, "eidas-natural:CurrentGivenNameType", true),
    DATE_OF_BIRTH(CitizenAttribute.DATE_OF_BIRTH, "eidas-natural:DateOfBirthType", false),
    PERSON_IDENTIFIER(CitizenAttribute.PERSON_IDENTIFIER, "eidas-natural:PersonIdentifierType", true),
    FIRST_SURNAME(CitizenAttribute.FIRST_SURNAME, ToldAttribute.STRING, true),
    /** What the validation of the certificate found. */
    PARTIAL_AFIRMA("PartialAfirma", false),
    REGISTER_TYPE(CitizenAttribute.REGISTER_TYPE, ToldAttribute.STRING, false),
    /** What the agency said in its request. */
    RELAY_STATE("RelayState", false),
    SELECTED_IDP(CitizenAttribute.SELECTED_IDP, ToldAttribute.STRING, true);

    private static final String STRING = "xs:string";

    private final Optional<CitizenAttribute> ofTheCitizen;
    private final String friendlyName;
    private final String samlName;
    private final String type;
    private final boolean always;

    ToldAttribute(CitizenAttribute attribute, String type, boolean always) {
        this.ofTheCitizen = Optional.of(attribute);
        this.friendlyName = attribute.friendlyName();
        this.samlName = attribute.samlName();
        this.type = type;
        this.always = always;
    }

    ToldAttribute(String name, boolean always) {
        this.ofTheCitizen = Optional.empty();
        this.friendlyName = name;
        this.samlName = Names.CLAVE + name;
        this.type = STRING;
        this.always = always;
    }

    /** The attribute of that URI, empty where Cl@ve 2 has none. */
    static Optional<ToldAttribute> named(String samlName) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.samlName.equals(samlName))
                .findFirst();
    }

    String samlName() {
        return samlName;
    }

    /** Whether it comes unasked. */
    boolean always() {
        return always;
    }

    /** Whether this agency may be told. */
    boolean grantedTo(Agency agency) {
        boolean granted = always
                || ofTheCitizen.isEmpty()
                || ofTheCitizen.filter(agency::mayAskFor).isPresent();
        return granted && agency.citizensMayAgreeTo(this);
    }

    /** What it says, empty where there is nothing to say. */
    Optional<AttributeValue> value(CitizenProfile profile, UserSessionModel session, Optional<String> relayState) {
        Optional<String> value =
                switch (this) {
                    case RELAY_STATE -> relayState;
                    case PARTIAL_AFIRMA -> Optional.ofNullable(session.getNote(LoginNotes.CERTIFICATE));
                    default -> ofTheCitizen.flatMap(profile::value);
                };
        return value.map(text -> new AttributeValue(friendlyName, samlName, type, text));
    }
}
