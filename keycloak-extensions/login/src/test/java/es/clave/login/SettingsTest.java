package es.clave.login;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.login.level.LevelAuthenticatorFactory;
import es.clave.login.ways.WaysAuthenticatorFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

class SettingsTest {

    @Test
    void everySettingInTheConsoleHasALabelAHelpTextAndItsDefault() {
        List<ProviderConfigProperty> all = Stream.concat(
                        new LevelAuthenticatorFactory().getConfigProperties().stream(),
                        new WaysAuthenticatorFactory().getConfigProperties().stream())
                .toList();
        assertThat(all).hasSizeGreaterThan(10).allSatisfy(property -> {
            assertThat(property.getLabel()).isNotBlank();
            assertThat(property.getHelpText()).contains("Default " + property.getDefaultValue());
        });
        assertThat(all).extracting(ProviderConfigProperty::getName).doesNotHaveDuplicates();
    }
}
