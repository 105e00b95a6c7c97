package es.clave.relyingparty.clave2;

import es.clave.relyingparty.clave2.request.Freshness;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The server's settings of Cl@ve 2, options {@code spi-login-protocol--clave2--…}.
 *
 * @param freshness which messages are of now
 * @param answersValid how long an agency may use an answer
 */
record Clave2Settings(Freshness freshness, Duration answersValid) {

    private static final String OLDEST_SECONDS = "message-oldest-seconds";
    private static final String AHEAD_SECONDS = "message-ahead-seconds";
    private static final String ANSWERS_VALID_MINUTES = "answers-valid-minutes";

    private static final int OLDEST_SECONDS_BY_DEFAULT = 300;
    private static final int AHEAD_SECONDS_BY_DEFAULT = 30;
    private static final int LONGEST_ANSWERS_VALID_MINUTES = 15;

    static Clave2Settings defaults() {
        return new Clave2Settings(
                new Freshness(
                        Duration.ofSeconds(OLDEST_SECONDS_BY_DEFAULT), Duration.ofSeconds(AHEAD_SECONDS_BY_DEFAULT)),
                Duration.ofMinutes(LONGEST_ANSWERS_VALID_MINUTES));
    }

    static Clave2Settings of(Config.Scope config) {
        return new Clave2Settings(
                new Freshness(
                        Duration.ofSeconds(within(1, 3600, config.getInt(OLDEST_SECONDS, OLDEST_SECONDS_BY_DEFAULT))),
                        Duration.ofSeconds(within(0, 300, config.getInt(AHEAD_SECONDS, AHEAD_SECONDS_BY_DEFAULT)))),
                Duration.ofMinutes(within(
                        1,
                        LONGEST_ANSWERS_VALID_MINUTES,
                        config.getInt(ANSWERS_VALID_MINUTES, LONGEST_ANSWERS_VALID_MINUTES))));
    }

    private static int within(int least, int most, int value) {
        return Math.min(most, Math.max(least, value));
    }

    static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(OLDEST_SECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How old a request may be, in seconds, from 1 to 3600.")
                .defaultValue(OLDEST_SECONDS_BY_DEFAULT)
                .add()
                .property()
                .name(AHEAD_SECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How far the clock of an agency may be ahead, in seconds, from 0 to 300.")
                .defaultValue(AHEAD_SECONDS_BY_DEFAULT)
                .add()
                .property()
                .name(ANSWERS_VALID_MINUTES)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How long an agency may use an answer, in minutes, from 1 to 15.")
                .defaultValue(LONGEST_ANSWERS_VALID_MINUTES)
                .add()
                .build();
    }
}
