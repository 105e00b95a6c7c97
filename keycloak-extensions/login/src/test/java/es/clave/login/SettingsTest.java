package es.clave.login;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.login.level.LevelAuthenticatorFactory;
import es.clave.login.pin.PinAuthenticatorFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

class SettingsTest {

    private static final NumberSetting MINUTES = new NumberSetting("minutes", "Minutes", "How long.", 10, 1, 60);

    @Test
    void whatIsNotConfiguredIsTheDefault() {
        assertThat(RealmSettings.of(Optional.empty()).number(MINUTES)).isEqualTo(10);
        assertThat(settings(Map.of()).number(MINUTES)).isEqualTo(10);
    }

    @Test
    void whatIsConfiguredCounts() {
        assertThat(settings(Map.of("minutes", " 60 ")).number(MINUTES)).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "0", "61", "-1", "99999999999"})
    void aNumberThatMakesNoSenseIsTheDefault(String typed) {
        assertThat(settings(Map.of("minutes", typed)).number(MINUTES)).isEqualTo(10);
    }

    @Test
    void everySettingInTheConsoleHasALabelAHelpTextAndItsDefault() {
        List<ProviderConfigProperty> all = Stream.concat(
                        new LevelAuthenticatorFactory().getConfigProperties().stream(),
                        new PinAuthenticatorFactory().getConfigProperties().stream())
                .toList();
        assertThat(all).hasSizeGreaterThan(10).allSatisfy(property -> {
            assertThat(property.getLabel()).isNotBlank();
            assertThat(property.getHelpText()).contains("Default " + property.getDefaultValue());
        });
        assertThat(all).extracting(ProviderConfigProperty::getName).doesNotHaveDuplicates();
    }

    private static RealmSettings settings(Map<String, String> values) {
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(values);
        return RealmSettings.of(Optional.of(config));
    }
}
