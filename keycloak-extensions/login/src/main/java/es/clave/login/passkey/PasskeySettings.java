package es.clave.login.passkey;

import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What operators may set of passkeys, besides the realm's WebAuthn passwordless policy. */
record PasskeySettings(RealmSettings settings) {

    /** The alias of the configuration of the step that holds all ways. */
    private static final String CONFIG_ALIAS = "clave ways";

    private static final NumberSetting MOST = new NumberSetting(
            "passkey.most",
            "Passkeys of a citizen (number)",
            "How many passkeys a citizen may have. Who has as many removes one before adding another.",
            10,
            1,
            50);

    static PasskeySettings of(RealmModel realm) {
        return new PasskeySettings(
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(CONFIG_ALIAS))));
    }

    static List<ProviderConfigProperty> properties() {
        return List.of(MOST.property());
    }

    int most() {
        return settings.number(MOST);
    }
}
