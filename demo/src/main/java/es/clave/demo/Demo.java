package es.clave.demo;

import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Responder;
import es.clave.demo.phone.Phone;
import es.clave.demo.server.ClaveServer;
import es.clave.demo.server.ServerDied;
import es.clave.demo.server.ServerSettings;
import es.clave.demo.taxagency.SamlSettings;
import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.taxagency.TaxAgency;
import es.clave.demo.townhall.OidcSettings;
import es.clave.demo.townhall.TownHall;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The command {@code ./clave demo}, once everything is built. */
public final class Demo implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final String OIDC_CLIENT = "demo-oidc-agency";
    private static final String ADMIN = "admin";

    private final DemoOptions options;
    private final Addresses addresses;
    private final PrintStream out;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closed;

    private Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.addresses = new Addresses(options.ports());
        this.out = out;
    }

    /**
     * Runs the demo until it is told to stop.
     *
     * @param arguments the project's folder, then the options of the command
     */
    public static void main(String... arguments) {
        try {
            List<String> all = List.of(arguments);
            DemoOptions options = DemoOptions.parse(Path.of(all.get(0)), all.subList(1, all.size()));
            DemoLog.toFile(options.data());
            Demo demo = new Demo(options, System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
            ClaveServer server = demo.start();
            int status = server.ended().join();
            demo.fail("Cl@ve's server ended with status " + status, server);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("The demo does not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private ClaveServer start() throws Trouble, IOException, InterruptedException {
        Instant began = Instant.now();
        say("Preparing " + options.data());
        FreePorts.require(options.ports());
        requireBuilt();
        DataFolder data = keep(DataFolder.open(options.data(), options.ports()));
        Path tls = KeyFiles.forTls(data.file("tls.p12"), data.secret("tls"));
        Path signing = KeyFiles.forSigning(data.file("saml-agency.p12"), data.secret("saml-agency"), "saml-agency");
        SigningKey key = SigningKey.in(signing, data.secret("saml-agency"));
        Clock clock = Clock.systemUTC();
        Responder responder = keep(Responder.open(options.ports().issuer()));
        Authority authority = Authority.in(
                data.file(""),
                data.secret("authority"),
                "Demo",
                responder.address().toString(),
                clock);
        responder.answersFor(authority);
        DemoCertificates certificates =
                DemoCertificates.in(data.file("certificates"), options.root(), authority, clock);
        DemoCertificates.trust(data.file("trusted-issuers"), authority);

        say(
                Files.exists(data.file("h2"))
                        ? "Starting Cl@ve"
                        : "Starting Cl@ve for the first time: database, realm, citizens");
        ClaveServer server = keep(ClaveServer.start(settings(data, tls, key)));

        say("Opening the agencies and the phone");
        DemoCitizens citizens = DemoCitizens.in(options.root().resolve("docs/demo-citizens.md"));
        OidcSettings oidc = new OidcSettings(addresses.realm(), OIDC_CLIENT, data.secret("oidc-agency"));
        keep(TownHall.open(options.ports().townHall(), oidc, clock));
        SamlSettings saml = new SamlSettings(addresses.realm(), addresses.samlMetadata(), key);
        keep(TaxAgency.open(options.ports().taxAgency(), saml, clock));
        keep(Phone.open(
                options.ports().phone(),
                data.file("messages.jsonl"),
                citizens.contacts(),
                certificates.files(),
                DemoCertificates.PASSWORD,
                Optional.of(addresses.realm())));

        say("Waiting until every address answers");
        try {
            server.awaitReady(LONGEST_START);
        } catch (ServerDied e) {
            fail(e.getMessage(), server);
        }
        addresses.awaitAnswers(keyStore(tls, data.secret("tls")));
        say("Ready after " + Duration.between(began, Instant.now()).toSeconds() + " s");
        out.println(Welcome.text(addresses, ADMIN, options, citizens));
        return server;
    }

    private ServerSettings settings(DataFolder data, Path tls, SigningKey key) throws IOException {
        Ports ports = options.ports();
        return ServerSettings.of(options.serverHome(), ports.http(), ports.management(), data.file("server.log"))
                .with(
                        "--hostname=" + addresses.clave(),
                        "--https-port=" + ports.https(),
                        "--https-key-store-file=" + tls,
                        "--https-key-store-type=PKCS12",
                        "--cache=local",
                        // Without this it would read a file of that name inside Keycloak, which has not our caches.
                        "--cache-config-file=cache-local.xml",
                        "--spi-clave-sms--provider=outbox",
                        "--spi-clave-email--provider=outbox",
                        "--spi-clave-letter--provider=outbox",
                        "--spi-clave-push--provider=outbox",
                        "--spi-clave-sms--outbox--file=" + data.file("messages.jsonl"),
                        "--spi-clave-email--outbox--file=" + data.file("messages.jsonl"),
                        "--spi-clave-letter--outbox--file=" + data.file("messages.jsonl"),
                        "--spi-clave-push--outbox--file=" + data.file("messages.jsonl"),
                        "--spi-clave-registry--jpa--seed-demo=true",
                        "--spi-clave-certificate--pkix--trust-folder=" + data.file("trusted-issuers"),
                        "--spi-clave-certificate-handover--tickets--url=" + addresses.claveOverTls(),
                        "--spi-clave-offices--jpa--seed-demo=true",
                        // The realm comes in where it is missing, and is left alone where it is there.
                        "-Dkeycloak.migration.dir=" + realmFolder())
                .withDatabaseIn(data.file("h2"))
                .withEnvironment("KC_HTTPS_KEY_STORE_PASSWORD", data.secret("tls"))
                .withEnvironment("KC_SPI_CLAVE_KEYS__DEFAULT__SECRET", data.secret("server"))
                .withEnvironment("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN)
                .withEnvironment("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN)
                .withEnvironment(
                        "CLAVE_DEMO_OIDC_AGENCY_URL", addresses.townHall().toString())
                .withEnvironment("CLAVE_APP_URL", addresses.app().toString())
                .withEnvironment("CLAVE_DEMO_OIDC_AGENCY_SECRET", data.secret("oidc-agency"))
                .withEnvironment(
                        "CLAVE_DEMO_SAML_AGENCY_URL", addresses.taxAgency().toString())
                .withEnvironment("CLAVE_DEMO_SAML_AGENCY_CERTIFICATE", key.certificateBase64());
    }

    private Path realmFolder() {
        return options.serverHome().resolve("conf/realm/development").toAbsolutePath();
    }

    private void requireBuilt() throws Trouble {
        if (!Files.isExecutable(options.serverHome().resolve("bin/kc.sh"))) {
            throw new Trouble(
                    "There is no built server in " + options.serverHome() + ": run ./clave demo, which builds it.");
        }
    }

    private void fail(String what, ClaveServer server) throws InterruptedException {
        if (closed) {
            // It died because it was told to: this thread has nothing left to do.
            throw new InterruptedException("stopped");
        }
        System.err.println(what + "; the end of " + server.log() + ":");
        server.lastWords().forEach(line -> System.err.println("  " + line));
        System.exit(1);
    }

    private void say(String stage) {
        out.println("· " + stage);
    }

    /** Stops everything that was started, last first. */
    @Override
    public void close() {
        synchronized (parts) {
            closed = true;
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    System.getLogger(Demo.class.getName()).log(System.Logger.Level.WARNING, "while stopping", e);
                }
            }
        }
    }

    private <T extends AutoCloseable> T keep(T part) throws InterruptedException {
        synchronized (parts) {
            parts.push(part);
            if (closed) {
                close();
                throw new InterruptedException("stopped while starting");
            }
            return part;
        }
    }

    private static KeyStore keyStore(Path file, String password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("clave", store.getCertificate("key"));
            return trusted;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
