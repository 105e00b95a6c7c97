package es.clave.login;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import java.util.List;

/** The ways to log in that this server has. */
public final class Methods {

    private Methods() {}

    /** All of them. */
    public static List<AuthenticationMethod> all() {
        return List.of(AuthenticationMethod.PIN_SMS);
    }

    /** Whether one of them reaches this level for some citizens. */
    public static boolean anyReaches(LevelTable table, AssuranceLevel level) {
        return all().stream().anyMatch(method -> table.canReach(method, level));
    }
}
