package es.clave.integrationtests.harness;

import com.microsoft.playwright.options.ClientCertificate;
import es.clave.demo.KeyFiles;
import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Profiles;
import es.clave.demo.authority.Responder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An issuer of certificates whom a world under test trusts, where it answers, and browsers that show what it issued. */
public final class Certificates implements AutoCloseable {

    private static final String PASSWORD = "only-for-tests";
    private static final AtomicInteger FILES = new AtomicInteger();

    private final Path folder;
    private final Path trust;
    private final Path serverKey;
    private final Responder responder;
    private final Authority authority;
    private final Authority agencies;
    private final Path trustedWithAgencies;

    private Certificates(Path folder, Clock clock) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder.resolve("certificates"));
        this.trust = Files.createDirectories(folder.resolve("trusted-issuers"));
        this.serverKey = KeyFiles.forTls(folder.resolve("tls.p12"), PASSWORD);
        this.responder = Responder.open(0);
        this.authority = Authority.make("Test", responder.address().toString(), clock);
        // Java's own trust store, which verifies these, has the machine's clock.
        this.agencies = Authority.make("Agencies", responder.address().toString(), Clock.systemUTC());
        this.trustedWithAgencies = folder.resolve("issuers-of-agencies.pem");
        responder.answersFor(authority);
        try {
            Files.write(trust.resolve("root.cer"), authority.root().getEncoded());
            Files.write(trust.resolve("citizens.cer"), authority.intermediate().getEncoded());
            Files.writeString(trustedWithAgencies, pem(agencies.root()) + pem(agencies.intermediate()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    static Certificates in(Path folder, Clock clock) {
        try {
            return new Certificates(folder, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What makes a server read certificates at this address, and believe this issuer. */
    String[] options(URI address) {
        return new String[] {
            "--https-key-store-file=" + serverKey,
            "--https-key-store-type=PKCS12",
            "--https-key-store-password=" + PASSWORD,
            "--truststore-paths=" + trustedWithAgencies,
            "--spi-clave-certificate--pkix--trust-folder=" + trust,
            "--spi-clave-certificate--pkix--timeout-millis=1000",
            "--spi-clave-certificate-handover--tickets--url=" + address
        };
    }

    /** Who issues. */
    public Authority authority() {
        return authority;
    }

    /** Who issues to agencies, which the server's trust store has. */
    public Authority agencies() {
        return agencies;
    }

    /** Where the server asks after what was issued. */
    public Responder responder() {
        return responder;
    }

    /** A person of the demo population, as certificates name people. */
    public static Profiles.Person person(Citizen citizen) {
        Locale spanish = Locale.forLanguageTag("es");
        return new Profiles.Person(
                citizen.nationalId(),
                citizen.givenName().toUpperCase(spanish),
                citizen.firstSurname().toUpperCase(spanish),
                citizen.secondSurname().toUpperCase(spanish));
    }

    /** A citizen's in software. */
    public Credential inSoftware(Citizen citizen) {
        return authority.issue(Profiles.citizen(person(citizen)));
    }

    /** A citizen's on a qualified card. */
    public Credential onCard(Citizen citizen) {
        return authority.issue(Profiles.citizenOnCard(person(citizen)));
    }

    /** What makes Chromium show it wherever a server of this address asks. */
    public ClientCertificate shownAt(URI address, Credential credential) {
        Path file = folder.resolve("citizen-" + FILES.incrementAndGet() + ".p12");
        try {
            credential.save(file, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClientCertificate(address.getScheme() + "://" + address.getAuthority())
                .setPfxPath(file)
                .setPassphrase(PASSWORD);
    }

    /** Opens an address by TLS, shows this certificate or none, and tells where that leads. No cookie goes along. */
    public HttpResponse<String> show(Optional<Credential> credential, URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(credential, request);
    }

    /** Sends a form by TLS with this certificate, as an agency's server does. */
    public HttpResponse<String> post(Credential credential, URI address, String form) {
        return send(
                Optional.of(credential),
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(Optional<Credential> credential, HttpRequest.Builder request) {
        request.header("X-Forwarded-For", Visitors.newAddress()).timeout(Duration.ofSeconds(30));
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls(credential))
                .build();
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private SSLContext tls(Optional<Credential> credential) {
        try (InputStream in = Files.newInputStream(serverKey)) {
            KeyStore server = KeyStore.getInstance("PKCS12");
            server.load(in, PASSWORD.toCharArray());
            TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusting.init(server);
            KeyManager[] keys = new KeyManager[0];
            if (credential.isPresent()) {
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(credential.get().keyStore(PASSWORD), PASSWORD.toCharArray());
                keys = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trusting.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        responder.close();
    }
}
