package es.clave.messaging.twilio;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.keycloak.Config;

/** Server options from a map. */
final class Options extends Config.AbstractScope {

    private final Map<String, String> values;

    Options(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** What a small installation would set. */
    static Map<String, String> minimal() {
        Map<String, String> values = new HashMap<>();
        values.put(TwilioSettings.ACCOUNT_SID, TwilioStandIn.ACCOUNT_SID);
        values.put(TwilioSettings.AUTH_TOKEN, TwilioStandIn.AUTH_TOKEN);
        values.put(TwilioSettings.FROM, "CLAVE");
        return values;
    }

    @Override
    public String get(String key) {
        return values.get(key);
    }

    @Override
    public Config.Scope scope(String... scope) {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Config.Scope root() {
        throw new UnsupportedOperationException();
    }
}
