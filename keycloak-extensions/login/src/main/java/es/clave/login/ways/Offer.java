package es.clave.login.ways;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import es.clave.identity.RegistrationLevel;
import es.clave.login.LoginWay;
import es.clave.login.Methods;
import java.util.List;
import java.util.Optional;

/** A way to log in, and whether it may be chosen for what an agency asks. */
record Offer(LoginWay way, Standing standing) {

    /** Why a way can or cannot be chosen. */
    enum Standing {
        /** It may be chosen. */
        OPEN(true),
        /** It may be chosen, and is set up on the way. */
        TO_SET_UP(true),
        /** The agency will not have it. */
        EXCLUDED(false),
        /** It reaches the level for nobody. */
        TOO_LOW(false),
        /** It reaches the level, but not with the registration of who is known already. */
        NEEDS_ADVANCED(false);

        private final boolean open;

        Standing(boolean open) {
            this.open = open;
        }
    }

    /** Whether it may be chosen. */
    boolean open() {
        return standing.open;
    }

    /**
     * Judges by the levels alone.
     *
     * @param accepted those of the way's methods that the agency will have
     * @param registration that of who is known already
     */
    static Standing judge(
            List<AuthenticationMethod> accepted,
            LevelTable table,
            AssuranceLevel required,
            Optional<RegistrationLevel> registration) {
        if (accepted.isEmpty()) {
            return Standing.EXCLUDED;
        }
        if (!Methods.anyReaches(accepted, table, required)) {
            return Standing.TOO_LOW;
        }
        return registration.isEmpty() || Methods.anyReaches(accepted, table, required, registration.get())
                ? Standing.OPEN
                : Standing.NEEDS_ADVANCED;
    }
}
