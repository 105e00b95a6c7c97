package es.clave.certificate.handover;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The options of the server for handing certificates over.
 *
 * @param url the address that asks browsers for certificates; without it nobody is asked
 * @param ticketLifetime for finding the card and typing its PIN
 */
record HandOverSettings(Optional<URI> url, Duration ticketLifetime) {

    private static final String URL = "url";
    private static final String TICKET_MINUTES = "ticket-minutes";
    private static final int DEFAULT_TICKET_MINUTES = 5;
    private static final int MOST_TICKET_MINUTES = 30;

    static HandOverSettings of(Config.Scope options) {
        int minutes = options.getInt(TICKET_MINUTES, DEFAULT_TICKET_MINUTES);
        if (minutes < 1 || minutes > MOST_TICKET_MINUTES) {
            throw new IllegalStateException("The option spi-clave-certificate-handover--tickets--" + TICKET_MINUTES
                    + " must be from 1 to " + MOST_TICKET_MINUTES);
        }
        return new HandOverSettings(
                Optional.ofNullable(options.get(URL))
                        .filter(url -> !url.isBlank())
                        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                        .map(URI::create),
                Duration.ofMinutes(minutes));
    }

    static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(URL)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(
                        "Address of this server that asks browsers for certificates, by its own host name, for example"
                                + " https://certificado.example.es. Without it nobody logs in or registers by certificate.")
                .add()
                .property()
                .name(TICKET_MINUTES)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How long a citizen may take to choose a certificate and to type the PIN of a card.")
                .defaultValue(DEFAULT_TICKET_MINUTES)
                .add()
                .build();
    }
}
