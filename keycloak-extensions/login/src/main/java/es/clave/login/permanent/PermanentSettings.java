package es.clave.login.permanent;

import es.clave.challenge.FailurePolicy;
import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What operators may set of Cl@ve Permanente. */
public record PermanentSettings(RealmSettings settings) {

    /** When the code by SMS follows the password. */
    enum CodeDemand {
        /** Where the agency asks for a level that the password alone does not reach. */
        WHEN_NEEDED,
        /** At every login: then passwords may be shorter. */
        ALWAYS
    }

    /** The alias of the configuration of the step that holds all ways. */
    private static final String CONFIG_ALIAS = "clave ways";

    private static final String CODE = "permanent.code";
    private static final NumberSetting LEAST_ALONE = new NumberSetting(
            "permanent.length.alone",
            "Least length of a password that stands alone (characters)",
            "How long a password must be where it may stand alone. Where the code always follows, it is 8. The realm's"
                    + " password policy may ask for more.",
            12,
            8,
            64);
    private static final NumberSetting WRONG = new NumberSetting(
            "permanent.wrong",
            "Wrong passwords that lock",
            "So many wrong passwords in a row lock the password until it is set anew with an activation code.",
            5,
            3,
            20);

    private static final int LEAST_WITH_CODE = 8;

    /** Those of the realm. */
    public static PermanentSettings of(RealmModel realm) {
        return of(realm.getAuthenticatorConfigByAlias(CONFIG_ALIAS));
    }

    /** Those of the step that this login is at. */
    static PermanentSettings of(AuthenticationFlowContext context) {
        return of(context.getAuthenticatorConfig());
    }

    private static PermanentSettings of(AuthenticatorConfigModel config) {
        return new PermanentSettings(RealmSettings.of(Optional.ofNullable(config)));
    }

    static List<ProviderConfigProperty> properties() {
        ProviderConfigProperty code = new ProviderConfigProperty(
                CODE,
                "Code by SMS after the password",
                "Whether the code by SMS follows the password at every login, or only where the agency asks for a level that"
                        + " the password alone does not reach. Default " + CodeDemand.WHEN_NEEDED + ".",
                ProviderConfigProperty.LIST_TYPE,
                CodeDemand.WHEN_NEEDED.name());
        code.setOptions(Arrays.stream(CodeDemand.values()).map(Enum::name).toList());
        return Stream.of(code, LEAST_ALONE.property(), WRONG.property()).toList();
    }

    boolean codeAlways() {
        return settings.choice(CODE, CodeDemand.class, CodeDemand.WHEN_NEEDED) == CodeDemand.ALWAYS;
    }

    /** The least number of characters of a password: ours, or the realm's where its password policy asks for more. */
    public int leastLength(RealmModel realm) {
        Integer ofTheRealm = realm.getPasswordPolicy().getPolicyConfig("length");
        int ours = codeAlways() ? LEAST_WITH_CODE : settings.number(LEAST_ALONE);
        return ofTheRealm == null ? ours : Math.max(ours, ofTheRealm);
    }

    int wrongPasswords() {
        return settings.number(WRONG);
    }

    /** Counts every try before it is made, so one more than may be made. No pauses: those are of all ways together. */
    FailurePolicy lock() {
        return new FailurePolicy(
                "permanent-wrong",
                Integer.MAX_VALUE,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                wrongPasswords() + 1);
    }
}
