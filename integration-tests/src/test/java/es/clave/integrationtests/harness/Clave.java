package es.clave.integrationtests.harness;

import es.clave.demo.KeyFiles;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    private static final String KEY_PASSWORD = "only-for-tests";
    private static final String SERVER_SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final List<Node> nodes;
    private final TownHall townHall;
    private final TaxAgency taxAgency;
    private final Messages messages;
    private final MovableClock clock;
    private final Runnable stopDatabase;

    private Clave(
            List<Node> nodes,
            TownHall townHall,
            TaxAgency taxAgency,
            Messages messages,
            MovableClock clock,
            Runnable stopDatabase) {
        this.nodes = nodes;
        this.townHall = townHall;
        this.taxAgency = taxAgency;
        this.messages = messages;
        this.clock = clock;
        this.stopDatabase = stopDatabase;
    }

    /** One node on H2. */
    static Clave onH2() {
        Path home = TestHome.of(Database.H2);
        Path folder = emptyFolder("h2");
        return start(home, folder, "h2", 1, List.of("--cache=local", "-Dkc.db-url-path=" + folder), () -> {});
    }

    /** Two nodes on one PostgreSQL, with nothing in front. */
    static Clave twoNodesOnPostgres() {
        Path home = TestHome.of(Database.POSTGRES);
        Postgres postgres = Postgres.start();
        return start(home, emptyFolder("postgres"), "postgres", 2, postgres.options(), postgres::close);
    }

    private static Clave start(
            Path home, Path folder, String name, int size, List<String> options, Runnable stopDatabase) {
        MovableClock clock = new MovableClock();
        Messages messages = Messages.in(folder);
        List<Node.Place> places = Stream.generate(Node.Place::free).limit(size).toList();
        String realm = places.get(0).baseUrl() + "/realms/clave";
        SigningKey key = signingKey(folder);
        TownHall townHall =
                TownHall.open(0, new OidcSettings(URI.create(realm), TOWN_HALL_CLIENT, TOWN_HALL_SECRET), clock);
        TaxAgency taxAgency = TaxAgency.open(
                0, new SamlSettings(URI.create(realm), URI.create(realm + "/protocol/saml/descriptor"), key), clock);
        List<Node> nodes = new ArrayList<>();
        for (Node.Place place : places) {
            nodes.add(Node.start(home, place, name + "-" + (nodes.size() + 1), settings -> with(settings, options, home)
                    .with("--spi-clave-sms--outbox--file=" + messages.file())
                    .withEnvironment(
                            "CLAVE_DEMO_OIDC_AGENCY_URL", townHall.baseUrl().toString())
                    .withEnvironment("CLAVE_DEMO_OIDC_AGENCY_SECRET", TOWN_HALL_SECRET)
                    .withEnvironment(
                            "CLAVE_DEMO_SAML_AGENCY_URL", taxAgency.baseUrl().toString())
                    .withEnvironment("CLAVE_DEMO_SAML_AGENCY_CERTIFICATE", key.certificateBase64())));
        }
        return new Clave(nodes, townHall, taxAgency, messages, clock, stopDatabase);
    }

    private static ServerSettings with(ServerSettings settings, List<String> options, Path home) {
        return settings.with(options.toArray(String[]::new))
                .with(
                        "-Djgroups.bind.address=127.0.0.1",
                        "-Dkeycloak.migration.dir=" + home.resolve("conf/realm/development"),
                        "--spi-clave-registry--jpa--seed-demo=true")
                .withEnvironment("KC_SPI_CLAVE_KEYS__DEFAULT__SECRET", SERVER_SECRET)
                .withEnvironment("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN)
                .withEnvironment("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    }

    private static SigningKey signingKey(Path folder) {
        try {
            Path file = KeyFiles.forSigning(folder.resolve("saml-agency.p12"), KEY_PASSWORD, "saml-agency");
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

    /** The agency that speaks SAML. */
    public URI taxAgency() {
        return taxAgency.baseUrl();
    }

    /** What was sent to phones. */
    public Messages messages() {
        return messages;
    }

    /** Lets time pass, for all nodes and agencies. It never goes back, for what they remember would be of the future. */
    public void letPass(Duration time) {
        clock.aheadBy(clock.ahead().plus(time));
        nodes.forEach(node -> node.clockAheadBy(clock.ahead()));
    }

    @Override
    public void close() {
        townHall.close();
        taxAgency.close();
        for (Node node : nodes) {
            node.close();
        }
        stopDatabase.run();
    }
}
