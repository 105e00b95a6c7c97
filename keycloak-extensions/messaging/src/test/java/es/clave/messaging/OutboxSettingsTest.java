package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

class OutboxSettingsTest {

    @Test
    void withoutOptionsTheDefaultsHold() {
        assertThat(from(Map.of()))
                .isEqualTo(new OutboxSettings(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(3),
                        8,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(5),
                        2,
                        Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retry-first-delay-seconds",
                "retry-max-delay-seconds",
                "lease-seconds",
                "poll-seconds",
                "threads",
                "post-retry-max-delay-seconds",
                "post-lease-seconds",
                "post-threads",
                "retention-days"
            })
    void nothingIsZeroAndEveryOptionIsExplained(String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(option, "0")))
                .withMessage("spi-clave-outbox--jpa--" + option + " must be positive");
        assertThat(OutboxSettings.metadata())
                .filteredOn(property -> property.getName().equals(option))
                .singleElement()
                .satisfies(property -> assertThat(property.getHelpText()).isNotBlank())
                .extracting(ProviderConfigProperty::getDefaultValue)
                .isNotNull();
    }

    @Test
    void theFirstDelayIsNotLongerThanTheLongest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("retry-first-delay-seconds", "61")))
                .withMessageContaining("retry-max-delay-seconds");
    }

    private static OutboxSettings from(Map<String, String> options) {
        return OutboxSettings.from(new Config.AbstractScope() {
            @Override
            public String get(String key) {
                return options.get(key);
            }

            @Override
            public Config.Scope scope(String... scope) {
                throw new UnsupportedOperationException();
            }

            @Deprecated
            @Override
            public Set<String> getPropertyNames() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Config.Scope root() {
                throw new UnsupportedOperationException();
            }
        });
    }
}
