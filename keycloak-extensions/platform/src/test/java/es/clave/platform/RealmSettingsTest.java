package es.clave.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticatorConfigModel;

class RealmSettingsTest {

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

    private static RealmSettings settings(Map<String, String> values) {
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(values);
        return RealmSettings.of(Optional.of(config));
    }
}
