package es.clave.platform;

import org.keycloak.provider.ProviderConfigProperty;

/**
 * A number that operators may change in the console.
 *
 * @param key its name in the configuration, which ends in its unit
 * @param label what the console calls it, with its unit
 * @param help what it does
 */
public record NumberSetting(String key, String label, String help, int byDefault, int least, int most) {

    /** The field that the console shows. */
    public ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                key,
                label,
                help + " Default " + byDefault + ", from " + least + " to " + most + ".",
                ProviderConfigProperty.STRING_TYPE,
                Integer.toString(byDefault));
    }
}
