package es.clave.registration.desk;

import es.clave.challenge.Limit;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * What the desk is set to.
 *
 * @param citizensRealm the realm in which people are registered
 * @param lookups how many documents one officer may look up
 */
record DeskSettings(String citizensRealm, Limit lookups) {

    private static final String CITIZENS_REALM = "citizens-realm";
    private static final String LOOKUPS = "lookups-per-hour";
    private static final String DEFAULT_REALM = "clave";
    private static final int DEFAULT_LOOKUPS = 30;

    static DeskSettings from(Config.Scope config) {
        return new DeskSettings(
                config.get(CITIZENS_REALM, DEFAULT_REALM),
                new Limit(
                        "desk-lookups",
                        List.of(new Limit.Window(config.getInt(LOOKUPS, DEFAULT_LOOKUPS), Duration.ofHours(1)))));
    }

    static List<ProviderConfigProperty> metadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(CITIZENS_REALM)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("The realm in which the desk registers people.")
                .defaultValue(DEFAULT_REALM)
                .add()
                .property()
                .name(LOOKUPS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How many documents an officer may look up in an hour. 1 to " + Limit.MOST_EVENTS + ".")
                .defaultValue(DEFAULT_LOOKUPS)
                .add()
                .build();
    }
}
