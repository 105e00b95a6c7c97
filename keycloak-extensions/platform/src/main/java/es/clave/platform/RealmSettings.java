package es.clave.platform;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.AuthenticatorConfigModel;

/** Typed reading of an authenticator's configuration: what is missing or makes no sense is the default. */
public final class RealmSettings {

    private final Map<String, String> values;

    private RealmSettings(Map<String, String> values) {
        this.values = values;
    }

    /** The settings of this configuration; none is all defaults. */
    public static RealmSettings of(Optional<AuthenticatorConfigModel> config) {
        return new RealmSettings(
                config.map(AuthenticatorConfigModel::getConfig).map(Map::copyOf).orElseGet(Map::of));
    }

    /** A whole number within its bounds. */
    public int number(NumberSetting setting) {
        String typed = values.getOrDefault(setting.key(), "").strip();
        try {
            int number = Integer.parseInt(typed);
            return number < setting.least() || number > setting.most() ? setting.byDefault() : number;
        } catch (NumberFormatException notANumber) {
            return setting.byDefault();
        }
    }

    /** A text; empty where there is none. */
    public String text(String key) {
        return values.getOrDefault(key, "").strip();
    }

    /** One of an enum's values. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E byDefault) {
        try {
            return Enum.valueOf(type, values.getOrDefault(key, byDefault.name()));
        } catch (IllegalArgumentException unknown) {
            return byDefault;
        }
    }
}
