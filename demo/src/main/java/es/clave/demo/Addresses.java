package es.clave.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Where the parts of the demo are, and whether they answer. */
final class Addresses {

    private static final Duration ASK_EVERY = Duration.ofMillis(150);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Ports ports;

    Addresses(Ports ports) {
        this.ports = ports;
    }

    URI clave() {
        return URI.create("http://localhost:" + ports.http());
    }

    URI claveOverTls() {
        return URI.create("https://localhost:" + ports.https());
    }

    URI realm() {
        return URI.create(clave() + "/realms/clave");
    }

    URI samlMetadata() {
        return URI.create(realm() + "/protocol/saml/descriptor");
    }

    URI townHall() {
        return URI.create("http://localhost:" + ports.townHall());
    }

    URI taxAgency() {
        return URI.create("http://localhost:" + ports.taxAgency());
    }

    URI phone() {
        return URI.create("http://localhost:" + ports.phone());
    }

    URI app() {
        return URI.create(phone() + "/app/");
    }

    URI certificates() {
        return URI.create(phone() + "/certificates");
    }

    URI console() {
        return URI.create(clave() + "/admin/master/console/#/clave");
    }

    /** Waits until each of them answers a browser. */
    void awaitAnswers(KeyStore trusted) throws Trouble, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .sslContext(trusting(trusted))
                .build();
        for (URI address : List.of(
                URI.create(realm() + "/.well-known/openid-configuration"),
                samlMetadata(),
                URI.create(claveOverTls() + "/realms/clave"),
                townHall(),
                taxAgency(),
                phone())) {
            await(http, address);
        }
    }

    private static void await(HttpClient http, URI address) throws Trouble, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        Instant until = Instant.now().plus(LONGEST);
        String last = "";
        while (Instant.now().isBefore(until)) {
            try {
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status == 200) {
                    return;
                }
                last = "it says " + status;
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
            }
            Thread.sleep(ASK_EVERY.toMillis());
        }
        throw new Trouble(address + " does not answer: " + last + ".");
    }

    private static SSLContext trusting(KeyStore trusted) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
