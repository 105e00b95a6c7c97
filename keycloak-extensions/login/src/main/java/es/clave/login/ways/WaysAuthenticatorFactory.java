package es.clave.login.ways;

import es.clave.platform.PlainAuthenticatorFactory;
import es.clave.platform.ServerClock;
import java.time.Clock;
import java.util.List;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the authenticator {@code clave-ways}, whose configuration holds the settings of every way. */
public final class WaysAuthenticatorFactory extends PlainAuthenticatorFactory {

    public static final String PROVIDER_ID = "clave-ways";

    private final List<ProviderConfigProperty> settings;

    /** For Keycloak. */
    public WaysAuthenticatorFactory() {
        this(new ServerClock());
    }

    private WaysAuthenticatorFactory(Clock clock) {
        this(Ways.with(clock), clock);
    }

    private WaysAuthenticatorFactory(Ways ways, Clock clock) {
        super(
                PROVIDER_ID,
                "Cl@ve: ways to log in",
                "Offers the ways to log in that can reach what the agency asks, and takes the citizen through the one chosen."
                        + " Its settings are those of each way.",
                new WaysAuthenticator(ways, clock),
                Requirement.REQUIRED,
                Requirement.DISABLED);
        this.settings =
                ways.all().stream().flatMap(way -> way.settings().stream()).toList();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return settings;
    }
}
