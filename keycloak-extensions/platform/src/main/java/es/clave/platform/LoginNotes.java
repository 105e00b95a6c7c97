package es.clave.platform;

/** The notes by which what a login established, or why it ended, reaches those who tell agencies of it. */
public final class LoginNotes {

    /** Name of the {@code es.clave.identity.AuthenticationMethod} used last. */
    public static final String METHOD = "clave.method";

    /** Name of the {@code es.clave.identity.AssuranceLevel} reached. */
    public static final String LEVEL = "clave.level";

    /** Name of the {@code es.clave.identity.RegistrationLevel} at the time of the login. */
    public static final String REGISTRATION = "clave.registration";

    /**
     * Authentication note of a login under way that ends because the agency will have none of the ways that there are.
     * Set to {@code true} before the protocol is asked to send its error.
     */
    public static final String NO_WAY_LEFT = "clave.no.way.left";

    /** Validation data of the certificate that was used, as {@code PartialAfirma} has them. */
    public static final String CERTIFICATE = "clave.certificate";

    /** DNI or NIE by the certificate of somebody who is not registered; with the three that follow, all that is known. */
    public static final String CERTIFIED_ID = "clave.certified.id";

    public static final String CERTIFIED_GIVEN_NAME = "clave.certified.given";

    public static final String CERTIFIED_FIRST_SURNAME = "clave.certified.first.surname";

    public static final String CERTIFIED_SECOND_SURNAME = "clave.certified.second.surname";

    private LoginNotes() {}
}
