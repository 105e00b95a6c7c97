package es.clave.registration;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.challenge.Limit;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

class SettingsTest {

    @Test
    void everySettingInTheConsoleHasALabelAHelpTextAndItsDefault() {
        assertThat(new RegistrationAuthenticatorFactory().getConfigProperties())
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(property -> {
                    assertThat(property.getLabel()).isNotBlank();
                    assertThat(property.getHelpText()).contains("Default " + property.getDefaultValue());
                })
                .extracting(ProviderConfigProperty::getName)
                .doesNotHaveDuplicates();
    }

    @Test
    void theDefaultsAreThoseOfTheDomain() {
        RegistrationSettings settings = settings(Map.of());

        assertThat(settings.phoneCode().lifetime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.phoneCode().tries()).isEqualTo(5);
        assertThat(settings.phoneResendWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.phoneCodesPerNumber().windows())
                .containsExactly(new Limit.Window(5, Duration.ofHours(1)), new Limit.Window(10, Duration.ofDays(1)));
        assertThat(settings.documents().failures()).isEqualTo(10);
        assertThat(settings.documents().longestPause()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void whatIsConfiguredCounts() {
        assertThat(settings(Map.of("phone.code.minutes", "5")).phoneCodeMinutes())
                .isEqualTo(5);
    }

    private static RegistrationSettings settings(Map<String, String> values) {
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(values);
        return new RegistrationSettings(RealmSettings.of(Optional.of(config)));
    }
}
