package es.clave.messaging.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The options of {@code spi-clave-sms--twilio}, checked.
 *
 * @param user the account's SID or an API key's
 * @param password the account's auth token or the API key's secret
 * @param authToken what Twilio signs its reports with, whichever credentials send
 */
record TwilioSettings(
        String accountSid,
        String user,
        String password,
        Optional<String> authToken,
        Sender sender,
        URI baseUrl,
        Optional<URI> statusCallback,
        Duration connectTimeout,
        Duration responseTimeout) {

    /** Who the message comes from. */
    sealed interface Sender {

        /** A number, a short code or an alphanumeric sender. */
        record From(String from) implements Sender {}

        /** A pool of senders that Twilio chooses from. */
        record MessagingService(String sid) implements Sender {}
    }

    static final String ACCOUNT_SID = "account-sid";
    static final String AUTH_TOKEN = "auth-token";
    static final String API_KEY_SID = "api-key-sid";
    static final String API_KEY_SECRET = "api-key-secret";
    static final String FROM = "from";
    static final String MESSAGING_SERVICE_SID = "messaging-service-sid";
    static final String BASE_URL = "base-url";
    static final String STATUS_CALLBACK_URL = "status-callback-url";
    static final String CONNECT_TIMEOUT = "connect-timeout-seconds";
    static final String RESPONSE_TIMEOUT = "response-timeout-seconds";

    private static final String DEFAULT_BASE_URL = "https://api.twilio.com";
    private static final int DEFAULT_CONNECT_TIMEOUT = 5;
    private static final int DEFAULT_RESPONSE_TIMEOUT = 10;
    private static final String PREFIX = "spi-clave-sms--" + TwilioSmsSenderFactory.PROVIDER_ID + "--";

    /**
     * @throws IllegalStateException naming all the options that are missing or wrong, never a value
     */
    static TwilioSettings from(Config.Scope config) {
        List<String> mistakes = new ArrayList<>();
        Optional<String> account = text(config, ACCOUNT_SID);
        Optional<String> token = text(config, AUTH_TOKEN);
        Optional<String> key = text(config, API_KEY_SID);
        Optional<String> secret = text(config, API_KEY_SECRET);
        Optional<String> from = text(config, FROM);
        Optional<String> service = text(config, MESSAGING_SERVICE_SID);
        Optional<URI> base = url(config.get(BASE_URL, DEFAULT_BASE_URL));
        Optional<String> callbackText = text(config, STATUS_CALLBACK_URL);
        Optional<URI> callback = callbackText.flatMap(TwilioSettings::url);
        int connect = config.getInt(CONNECT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT);
        int response = config.getInt(RESPONSE_TIMEOUT, DEFAULT_RESPONSE_TIMEOUT);

        require(account.isPresent(), ACCOUNT_SID + " is missing", mistakes);
        require(
                key.isPresent() == secret.isPresent(),
                API_KEY_SID + " and " + API_KEY_SECRET + " go together",
                mistakes);
        require(
                token.isPresent() || key.isPresent(),
                "either " + AUTH_TOKEN + " or " + API_KEY_SID + " and " + API_KEY_SECRET + " must be there",
                mistakes);
        require(
                from.isPresent() != service.isPresent(),
                "one of " + FROM + " and " + MESSAGING_SERVICE_SID + " must be there",
                mistakes);
        require(base.isPresent(), BASE_URL + " is no http(s) address", mistakes);
        require(
                callback.isPresent() == callbackText.isPresent(),
                STATUS_CALLBACK_URL + " is no http(s) address",
                mistakes);
        require(
                callback.isEmpty() || token.isPresent(),
                STATUS_CALLBACK_URL + " needs " + AUTH_TOKEN + ", with which Twilio signs",
                mistakes);
        require(connect > 0, CONNECT_TIMEOUT + " must be positive", mistakes);
        require(response > 0, RESPONSE_TIMEOUT + " must be positive", mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("Options " + PREFIX + "*: " + String.join("; ", mistakes));
        }
        return new TwilioSettings(
                account.orElseThrow(),
                key.or(() -> account).orElseThrow(),
                secret.or(() -> token).orElseThrow(),
                token,
                from.<Sender>map(Sender.From::new).orElseGet(() -> new Sender.MessagingService(service.orElseThrow())),
                base.orElseThrow(),
                callback,
                Duration.ofSeconds(connect),
                Duration.ofSeconds(response));
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
        text(builder, ACCOUNT_SID, "The SID of the Twilio account (AC…).");
        secret(
                builder,
                AUTH_TOKEN,
                "The account's auth token. Sends, unless there is an API key; checks the signature of"
                        + " delivery reports.");
        text(builder, API_KEY_SID, "The SID of an API key (SK…) to send with instead of the auth token.");
        secret(builder, API_KEY_SECRET, "The secret of the API key.");
        text(
                builder,
                FROM,
                "The sender: a number in E.164 form, a short code or an alphanumeric sender. Either this or "
                        + MESSAGING_SERVICE_SID + ".");
        text(builder, MESSAGING_SERVICE_SID, "The messaging service (MG…) that chooses the sender.");
        builder.property()
                .name(BASE_URL)
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(DEFAULT_BASE_URL)
                .helpText("Where Twilio's API is: another one for a region, such as https://api.dublin.ie1.twilio.com.")
                .add();
        text(
                builder,
                STATUS_CALLBACK_URL,
                "The address, as Twilio sees it, to which it reports deliveries:"
                        + " https://…/realms/<realm>/" + TwilioStatusResourceFactory.PROVIDER_ID
                        + "/status, with connection overrides after a # if wanted. Without it, nothing is known of a message"
                        + " after Twilio took it.");
        number(builder, CONNECT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT, "Seconds to wait for a connection.");
        number(builder, RESPONSE_TIMEOUT, DEFAULT_RESPONSE_TIMEOUT, "Seconds to wait for an answer.");
        return builder.build();
    }

    private static Optional<String> text(Config.Scope config, String name) {
        return Optional.ofNullable(config.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<URI> url(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static void require(boolean condition, String mistake, List<String> mistakes) {
        if (!condition) {
            mistakes.add(mistake);
        }
    }

    private static void text(ProviderConfigurationBuilder builder, String name, String help) {
        builder.property()
                .name(name)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(help)
                .add();
    }

    private static void secret(ProviderConfigurationBuilder builder, String name, String help) {
        builder.property()
                .name(name)
                .type(ProviderConfigProperty.PASSWORD)
                .secret(true)
                .helpText(help)
                .add();
    }

    private static void number(ProviderConfigurationBuilder builder, String name, int value, String help) {
        builder.property()
                .name(name)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(value)
                .helpText(help)
                .add();
    }

    @Override
    public String toString() {
        return "TwilioSettings[baseUrl=" + baseUrl + "]";
    }
}
