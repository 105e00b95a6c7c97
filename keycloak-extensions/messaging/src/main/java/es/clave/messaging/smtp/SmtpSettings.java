package es.clave.messaging.smtp;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * The mail server of a realm, as the Keycloak console has it under <em>Realm settings, Email</em>.
 *
 * @param from the sender's address
 * @param login user and password, if the server wants them
 */
record SmtpSettings(
        String host,
        int port,
        String from,
        Optional<String> fromName,
        Optional<String> replyTo,
        Optional<String> envelopeFrom,
        Encryption encryption,
        Optional<Login> login) {

    /** How the way to the server is kept secret. */
    enum Encryption {
        NONE,
        /** From the first byte. */
        TLS,
        /** Before anything is said (RFC 3207); a server that cannot is not told anything. */
        STARTTLS
    }

    /** User and password. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[****]";
        }
    }

    private static final int PORT = 25;
    private static final int TLS_PORT = 465;
    private static final String TIMEOUT_MILLIS = "10000";

    /** Empty where the realm has no mail server, or one that is logged into by a token. */
    static Optional<SmtpSettings> of(Map<String, String> config) {
        Optional<String> host = text(config, "host");
        Optional<String> from = text(config, "from");
        boolean login = "true".equals(config.get("auth"));
        if (host.isEmpty() || from.isEmpty() || (login && "token".equals(config.get("authType")))) {
            return Optional.empty();
        }
        Encryption encryption = "true".equals(config.get("ssl"))
                ? Encryption.TLS
                : "true".equals(config.get("starttls")) ? Encryption.STARTTLS : Encryption.NONE;
        return Optional.of(new SmtpSettings(
                host.get(),
                text(config, "port").map(Integer::parseInt).orElse(encryption == Encryption.TLS ? TLS_PORT : PORT),
                from.get(),
                text(config, "fromDisplayName"),
                text(config, "replyTo"),
                text(config, "envelopeFrom"),
                encryption,
                login
                        ? Optional.of(new Login(config.getOrDefault("user", ""), config.getOrDefault("password", "")))
                        : Optional.empty()));
    }

    private static Optional<String> text(Map<String, String> config, String name) {
        return Optional.ofNullable(config.get(name)).filter(value -> !value.isBlank());
    }

    /** What Jakarta Mail wants to know. */
    Properties properties(Optional<SSLSocketFactory> trust) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(encryption == Encryption.TLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        trust.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        // Otherwise the machine's own name is looked up, and told.
        properties.setProperty("mail.from", from);
        properties.setProperty("mail.smtp.from", envelopeFrom.orElse(from));
        properties.setProperty("mail.smtp.localhost", domain());
        return properties;
    }

    /** What the sender's address says after its at sign. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
