package es.clave.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

class TwilioSettingsTest {

    private final Map<String, String> options = Options.minimal();

    @Test
    void aSmallInstallationGetsTwiliosOwnAddressAndSensibleTimeOuts() {
        TwilioSettings settings = settings();

        assertThat(settings.baseUrl()).isEqualTo(URI.create("https://api.twilio.com"));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.responseTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.statusCallback()).isEmpty();
        assertThat(settings.sender()).isEqualTo(new TwilioSettings.Sender.From("CLAVE"));
    }

    @Test
    void anApiKeySendsInPlaceOfTheAccount() {
        options.put(TwilioSettings.API_KEY_SID, "SK1");
        options.put(TwilioSettings.API_KEY_SECRET, "secret");

        assertThat(settings().user()).isEqualTo("SK1");
        assertThat(settings().password()).isEqualTo("secret");
        assertThat(settings().accountSid()).isEqualTo(TwilioStandIn.ACCOUNT_SID);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        options.clear();
        options.put(TwilioSettings.BASE_URL, "ftp://somewhere");
        options.put(TwilioSettings.STATUS_CALLBACK_URL, "/realms/clave/clave-twilio/status");
        options.put(TwilioSettings.RESPONSE_TIMEOUT, "0");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::settings)
                .withMessageContainingAll(
                        "account-sid is missing",
                        "either auth-token or",
                        "one of from and messaging-service-sid",
                        "base-url is no http(s) address",
                        "status-callback-url is no http(s) address",
                        "response-timeout-seconds must be positive");
    }

    @Test
    void halfAnApiKeyIsNoCredential() {
        options.put(TwilioSettings.API_KEY_SID, "SK1");

        assertRefused("api-key-sid and api-key-secret go together");
    }

    @Test
    void twoSendersAreOneTooMany() {
        options.put(TwilioSettings.MESSAGING_SERVICE_SID, "MG1");

        assertRefused("one of from and messaging-service-sid");
    }

    @Test
    void reportsNeedTheTokenThatSignsThem() {
        options.remove(TwilioSettings.AUTH_TOKEN);
        options.put(TwilioSettings.API_KEY_SID, "SK1");
        options.put(TwilioSettings.API_KEY_SECRET, "secret");
        options.put(TwilioSettings.STATUS_CALLBACK_URL, "https://clave.example/realms/clave/clave-twilio/status");

        assertRefused("status-callback-url needs auth-token");
    }

    @Test
    void noMistakeAndNoTextFormRevealsASecret() {
        assertThat(settings()).asString().doesNotContain(TwilioStandIn.AUTH_TOKEN);
        options.remove(TwilioSettings.FROM);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::settings)
                .satisfies(mistake -> assertThat(mistake.getMessage())
                        .doesNotContain(TwilioStandIn.AUTH_TOKEN, TwilioStandIn.ACCOUNT_SID));
    }

    @Test
    void everyOptionHasAHelpTextAndSecretsAreMarked() {
        assertThat(TwilioSettings.metadata())
                .allSatisfy(option -> assertThat(option.getHelpText()).isNotBlank())
                .filteredOn(ProviderConfigProperty::isSecret)
                .extracting(ProviderConfigProperty::getName)
                .containsExactly(TwilioSettings.AUTH_TOKEN, TwilioSettings.API_KEY_SECRET);
    }

    private TwilioSettings settings() {
        return TwilioSettings.from(new Options(options));
    }

    private void assertRefused(String mistake) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::settings)
                .withMessageContaining(mistake);
    }
}
