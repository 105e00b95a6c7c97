package es.clave.identity;

/** How strongly a citizen was identified when registering (nivel de registro). */
public enum RegistrationLevel {
    /** By letter or video call. */
    BASIC,
    /** By certificate or in person. */
    ADVANCED;

    /** Whether this level is at least the other. */
    public boolean atLeast(RegistrationLevel other) {
        return compareTo(other) >= 0;
    }
}
