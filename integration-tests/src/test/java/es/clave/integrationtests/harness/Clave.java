package es.clave.integrationtests.harness;

import es.clave.demo.KeyFiles;
import es.clave.demo.clave2.Application;
import es.clave.demo.phone.Phone;
import es.clave.demo.server.ServerSettings;
import es.clave.demo.taxagency.SamlSettings;
import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.taxagency.TaxAgency;
import es.clave.demo.townhall.OidcSettings;
import es.clave.demo.townhall.TownHall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/**
 * A world under test: nodes of Cl@ve on one database, an agency that speaks OpenID Connect, one that speaks SAML, the
 * messages that were sent, and one clock for all of them. The agencies know the first node.
 */
public final class Clave implements AutoCloseable {

    /** The OpenID Connect agency's client id. */
    public static final String TOWN_HALL_CLIENT = "demo-oidc-agency";

    /** The OpenID Connect agency's secret. */
    public static final String TOWN_HALL_SECRET = "a-secret-that-only-the-tests-know";

    /** Who may use Keycloak's administration in the worlds under test. */
    public static final String ADMIN = "admin";

    private static final URI PROXY = URI.create("https://certificates.example");
    /** Three times as many days as a month has, each time one year later: enough for all tests that log in by SAML. */
    private static final Duration SAML_TESTS_ARE_OVER = Duration.ofDays(765);

    private static final String KEY_PASSWORD = "only-for-tests";
    private static final String SERVER_SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final Path home;
    private final String name;
    private final List<Node.Place> places;
    private final UnaryOperator<ServerSettings> settings;
    private final List<Node> nodes = new ArrayList<>();
    private final TownHall townHall;
    private final TaxAgency taxAgency;
    private final Phone phone;
    private final SigningKey agencyKey;
    private final Messages messages;
    private final MovableClock clock = new MovableClock();
    private final Map<String, String> databaseForTools;
    private final Optional<Certificates> certificates;
    private final Runnable stopDatabase;

    private Clave(
            Path home,
            String name,
            int size,
            List<String> options,
            Map<String, String> databaseForTools,
            Runnable stopDatabase) {
        this(home, name, size, options, databaseForTools, stopDatabase, false, false);
    }

    private Clave(
            Path home,
            String name,
            int size,
            List<String> options,
            Map<String, String> databaseForTools,
            Runnable stopDatabase,
            boolean readsCertificates,
            boolean behindProxy) {
        this.home = home;
        this.name = name;
        this.databaseForTools = databaseForTools;
        this.stopDatabase = stopDatabase;
        this.places = Stream.generate(Node.Place::free).limit(size).toList();
        Path folder = emptyFolder(name);
        this.certificates = readsCertificates ? Optional.of(Certificates.in(folder, clock)) : Optional.empty();
        this.messages = Messages.in(folder);
        URI realm = URI.create(places.get(0).baseUrl() + "/realms/clave");
        SigningKey key = signingKey(folder, "saml-agency");
        this.agencyKey = key;
        this.townHall = TownHall.open(0, new OidcSettings(realm, TOWN_HALL_CLIENT, TOWN_HALL_SECRET), clock);
        this.taxAgency =
                TaxAgency.open(0, new SamlSettings(realm, URI.create(realm + "/protocol/saml/descriptor"), key), clock);
        this.phone = Phone.open(0, messages.file(), List.of(), List.of(), "", Optional.of(realm));
        this.settings = plain -> plain.with(options.toArray(String[]::new))
                .with(
                        "-Dkeycloak.migration.dir=" + home.resolve("conf/realm/development"),
                        "--spi-clave-registry--jpa--seed-demo=true",
                        "--spi-clave-civil-register--synthetic--generated-people=" + Newcomers.COUNT,
                        "--spi-clave-offices--jpa--seed-demo=true",
                        "--spi-clave-offices--jpa--poll-seconds=2",
                        "--spi-clave-sms--outbox--file=" + messages.file(),
                        "--spi-clave-email--outbox--file=" + messages.file(),
                        "--spi-clave-letter--outbox--file=" + messages.file(),
                        "--spi-clave-push--outbox--file=" + messages.file(),
                        "--spi-clave-registration-route--letter--poll-seconds=1")
                .with(certificates
                        .map(issuer -> issuer.options(
                                behindProxy ? PROXY : places.get(0).tlsUrl()))
                        .orElseGet(() -> new String[0]))
                .withEnvironment("KC_SPI_CLAVE_KEYS__DEFAULT__SECRET", SERVER_SECRET)
                .withEnvironment("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN)
                .withEnvironment("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN)
                .withEnvironment(
                        "CLAVE_DEMO_OIDC_AGENCY_URL", townHall.baseUrl().toString())
                .withEnvironment("CLAVE_DEMO_OIDC_AGENCY_SECRET", TOWN_HALL_SECRET)
                .withEnvironment(
                        "CLAVE_DEMO_SAML_AGENCY_URL", taxAgency.baseUrl().toString())
                .withEnvironment("CLAVE_DEMO_SAML_AGENCY_CERTIFICATE", key.certificateBase64());
        places.forEach(place -> nodes.add(start(place)));
    }

    /** One node on H2. */
    static Clave onH2() {
        Path data = emptyFolder("h2-data");
        return new Clave(
                TestHome.of(Database.H2),
                "h2",
                1,
                List.of("--cache=local", ServerSettings.databaseIn(data)),
                Map.of(),
                () -> {});
    }

    /** One node on H2 that reads certificates, of its TLS connections. */
    static Clave withCertificates() {
        Path data = emptyFolder("h2-certificates-data");
        return new Clave(
                TestHome.of(Database.H2),
                "h2-certificates",
                1,
                List.of("--cache=local", ServerSettings.databaseIn(data)),
                Map.of(),
                () -> {},
                true,
                false);
    }

    /** One node on H2 that reads certificates of a header, from a proxy at an address that is not the tests'. */
    static Clave behindProxy() {
        Path data = emptyFolder("h2-proxy-data");
        return new Clave(
                TestHome.behindProxy(),
                "h2-proxy",
                1,
                List.of(
                        "--cache=local",
                        ServerSettings.databaseIn(data),
                        "--proxy-trusted-addresses=127.0.0.2",
                        "--spi-x509cert-lookup--nginx--ssl-client-cert=ssl-client-cert"),
                Map.of(),
                () -> {},
                true,
                true);
    }

    /** Two nodes on one PostgreSQL, with nothing in front. */
    static Clave twoNodesOnPostgres() {
        Path home = TestHome.of(Database.POSTGRES);
        Postgres postgres = Postgres.start();
        List<String> options = new ArrayList<>(postgres.options());
        options.add("-Djgroups.bind.address=127.0.0.1");
        // Longer than any test moves the clock: Keycloak dates the new certificate by the true time, finds it too old
        // by the
        // moved one, and would renew it without end.
        options.add("--cache-embedded-mtls-rotation-interval-days=7300");
        options.add("--spi-authenticator--clave-registration--retention-seconds=2");
        return new Clave(home, "postgres", 2, options, postgres.environment(), postgres::close);
    }

    private Node start(Node.Place place) {
        Node node = Node.start(home, place, name + "-" + (places.indexOf(place) + 1), settings);
        node.clockAheadBy(clock.ahead());
        return node;
    }

    /** A key for one more agency. */
    public SigningKey newKey(String agency) {
        return signingKey(Paths.target().resolve("worlds").resolve(name), agency);
    }

    private static SigningKey signingKey(Path folder, String agency) {
        try {
            Path file = KeyFiles.forSigning(folder.resolve(agency + ".p12"), KEY_PASSWORD, agency);
            return SigningKey.in(file, KEY_PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Path emptyFolder(String name) {
        Path folder = Paths.target().resolve("worlds").resolve(name);
        try {
            TestHome.delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node that the agencies know. */
    public Node node() {
        return nodes.get(0);
    }

    /** All nodes, the one that the agencies know first. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The agency that speaks OpenID Connect. */
    public URI townHall() {
        return townHall.baseUrl();
    }

    /** APP Cl@ve, as it is on a citizen's phone. */
    public URI app() {
        return URI.create(phone.baseUrl() + "/app/");
    }

    /** The agency that speaks SAML. */
    public URI taxAgency() {
        return taxAgency.baseUrl();
    }

    /** The tax agency as Cl@ve 2 knows it, on this node. */
    public Application clave2(Node node) {
        return clave2(node, SamlSettings.DEMO_PROVIDER_NAME, agencyKey);
    }

    /** Another application at the tax agency's addresses, with a name and a key of its own. */
    public Application clave2(Node node, String providerName, SigningKey key) {
        return new Application(
                providerName,
                key,
                URI.create(node.baseUrl() + "/realms/clave"),
                URI.create(taxAgency() + "/clave2/return"),
                URI.create(taxAgency() + "/clave2/logged-out"));
    }

    /** The time that nodes and agencies believe it is. */
    public Clock clock() {
        return clock;
    }

    /** Who issues certificates, in the worlds that read them. */
    public Certificates certificates() {
        return certificates.orElseThrow(() -> new AssertionError("This world reads no certificates"));
    }

    /** What was sent to phones. */
    public Messages messages() {
        return messages;
    }

    /**
     * A command of the distribution, with the environment by which it finds the database and the server's secret. Two
     * nodes only: the file of H2 belongs to the server alone.
     */
    public ProcessBuilder command(String script, String... arguments) {
        List<String> line =
                new ArrayList<>(List.of(home.resolve("bin").resolve(script).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line).redirectErrorStream(true);
        command.environment().putAll(databaseForTools);
        command.environment().put("KC_SPI_CLAVE_KEYS__DEFAULT__SECRET", SERVER_SECRET);
        return command;
    }

    /** A file of the distribution that the nodes run. */
    public Path file(String path) {
        return home.resolve(path);
    }

    /** What time it is for all nodes and agencies. */
    public Instant now() {
        return clock.instant();
    }

    /** Lets time pass, for all nodes and agencies. It never goes back, for what they remember would be of the future. */
    public void letPass(Duration time) {
        clock.aheadBy(clock.ahead().plus(time));
        nodes.stream().filter(Node::isAlive).forEach(node -> node.clockAheadBy(clock.ahead()));
    }

    /** Starts again the nodes that were killed. */
    public void revive() {
        nodes.replaceAll(node -> node.isAlive() ? node : start(node.place()));
    }

    /** Makes it tomorrow, with all nodes there: what another test used up has come back. */
    void newDay() {
        revive();
        Duration tomorrow = clock.ahead().plusDays(1);
        while (!datedRightBySaml(tomorrow) && tomorrow.compareTo(SAML_TESTS_ARE_OVER) < 0) {
            tomorrow = tomorrow.plusDays(1);
        }
        letPass(tomorrow.minus(clock.ahead()));
    }

    /**
     * Whether Keycloak, whose clock is so far ahead, dates its SAML answers right: it adds what its clock is ahead as years,
     * months and days counted from 1970, and months differ in length.
     */
    private static boolean datedRightBySaml(Duration ahead) {
        GregorianCalendar now = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        DatatypeFactory factory = DatatypeFactory.newDefaultInstance();
        XMLGregorianCalendar dated = factory.newXMLGregorianCalendar(now);
        dated.add(factory.newDuration(ahead.toMillis()));
        return dated.toGregorianCalendar().toInstant().equals(now.toInstant().plus(ahead));
    }

    @Override
    public void close() {
        townHall.close();
        phone.close();
        taxAgency.close();
        nodes.forEach(Node::close);
        certificates.ifPresent(Certificates::close);
        stopDatabase.run();
    }
}
