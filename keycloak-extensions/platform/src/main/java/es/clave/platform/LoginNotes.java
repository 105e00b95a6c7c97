package es.clave.platform;

/** The notes of a Keycloak user session by which what a login established reaches those who tell agencies of it. */
public final class LoginNotes {

    /** Name of the {@code es.clave.identity.AuthenticationMethod} used last. */
    public static final String METHOD = "clave.method";

    /** Name of the {@code es.clave.identity.AssuranceLevel} reached. */
    public static final String LEVEL = "clave.level";

    /** Name of the {@code es.clave.identity.RegistrationLevel} at the time of the login. */
    public static final String REGISTRATION = "clave.registration";

    private LoginNotes() {}
}
