package es.clave.challenge;

import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What one network address may do, whatever it does it for: who has used up the identities at the login has used them up
 * at the registration.
 */
public final class SourceLimits {

    /** The alias of the configuration that holds them, with the rest that all ways to log in share. */
    public static final String CONFIG_ALIAS = "clave";

    private static final NumberSetting IDENTITIES = new NumberSetting(
            "source.identities",
            "Identities per address (an hour)",
            "How many identifications one network address may try in an hour. Raise it for addresses that many share.",
            100,
            1,
            Limit.MOST_EVENTS);
    private static final NumberSetting CODES = new NumberSetting(
            "source.codes",
            "Codes per address (an hour)",
            "How many codes may be sent in an hour on behalf of one network address.",
            60,
            1,
            Limit.MOST_EVENTS);

    private final RealmSettings settings;

    private SourceLimits(RealmSettings settings) {
        this.settings = settings;
    }

    /** The limits of this realm. */
    public static SourceLimits of(RealmModel realm) {
        return new SourceLimits(
                RealmSettings.of(Optional.ofNullable(realm.getAuthenticatorConfigByAlias(CONFIG_ALIAS))));
    }

    /** The fields that the console shows. */
    public static List<ProviderConfigProperty> properties() {
        return Stream.of(IDENTITIES, CODES).map(NumberSetting::property).toList();
    }

    /** How many identities one source may try. */
    public Limit identities() {
        return hourly("source-identities", IDENTITIES);
    }

    /** How many codes one source may have sent. */
    public Limit codes() {
        return hourly("source-codes", CODES);
    }

    private Limit hourly(String name, NumberSetting count) {
        return new Limit(name, List.of(new Limit.Window(settings.number(count), Duration.ofHours(1))));
    }
}
