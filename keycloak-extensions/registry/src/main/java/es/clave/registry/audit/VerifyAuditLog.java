package es.clave.registry.audit;

import es.clave.platform.DerivedServerKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code bin/clave-audit.sh}: verifies the audit log of every realm straight in the database, with or without a server
 * running. Exits with 0 if all chains are intact, 1 if one is broken, 2 if it could not look.
 */
public final class VerifyAuditLog {

    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int COULD_NOT_LOOK = 2;

    private static final String USAGE = """
            Verifies the audit log in the database of Cl@ve and names the first broken link of each chain.

              clave-audit.sh [--anchor REALM:NUMBER:HASH]... [--anchors FILE]

              --anchor    an end that a chain had before: what this command printed, or a line of the log category
                          es.clave.audit; tells whether entries at the end were deleted since
              --anchors   a file with one anchor a line; other lines are ignored

            The database is that of the environment: KC_DB_URL (a JDBC address), KC_DB_USERNAME, KC_DB_PASSWORD; reading
            CLAVE_AUDIT_ENTRY and CLAVE_AUDIT_HEAD is enough. With the server's secret in
            KC_SPI_CLAVE_KEYS__DEFAULT__SECRET the seals are checked too, which nobody can forge who has the database only.

            Exits with 0 if all chains are intact, 1 if one is broken, 2 if it could not look.""";

    private final Map<String, String> environment;
    private final PrintStream out;

    VerifyAuditLog(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new VerifyAuditLog(System.getenv(), System.out).run(Arrays.asList(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(USAGE);
            return INTACT;
        }
        Optional<String> url = Optional.ofNullable(environment.get("KC_DB_URL"));
        try {
            List<Anchor> anchors = anchors(arguments);
            if (url.isEmpty()) {
                throw new IllegalArgumentException("KC_DB_URL is not set");
            }
            try (Connection database = DriverManager.getConnection(
                    url.get(), environment.get("KC_DB_USERNAME"), environment.get("KC_DB_PASSWORD"))) {
                return verify(new ChainVerifier(database, seal()), anchors);
            }
        } catch (IllegalArgumentException wrongUse) {
            out.println(wrongUse.getMessage());
            out.println();
            out.println(USAGE);
            return COULD_NOT_LOOK;
        } catch (SQLException | IOException unreadable) {
            out.println("Could not look: " + unreadable.getMessage());
            return COULD_NOT_LOOK;
        }
    }

    private static List<Anchor> anchors(List<String> arguments) throws IOException {
        List<Anchor> anchors = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!List.of("--anchor", "--anchors").contains(option) || !rest.hasNext()) {
                throw new IllegalArgumentException("Not understood: " + option);
            }
            String value = rest.next();
            if (option.equals("--anchor")) {
                anchors.add(
                        Anchor.parse(value).orElseThrow(() -> new IllegalArgumentException("Not an anchor: " + value)));
            } else {
                Files.readAllLines(Path.of(value)).stream()
                        // A line of a log has more than the anchor, which stands at its end.
                        .map(line -> line.substring(line.stripTrailing().lastIndexOf(' ') + 1))
                        .forEach(line -> Anchor.parse(line).ifPresent(anchors::add));
            }
        }
        return anchors;
    }

    private Optional<AuditSeal> seal() {
        return Optional.ofNullable(environment.get("KC_SPI_CLAVE_KEYS__DEFAULT__SECRET"))
                .map(secret -> new DerivedServerKeys(Base64.getDecoder().decode(secret.strip())))
                .map(keys -> new AuditSeal(keys::keyedHash));
    }

    private int verify(ChainVerifier verifier, List<Anchor> anchors) throws SQLException {
        if (seal().isEmpty()) {
            out.println("Without the server's secret the seals are not checked: a chain that was written anew from some"
                    + " entry to the end would pass.");
        }
        int result = INTACT;
        Set<String> realms = verifier.realms();
        anchors.forEach(anchor -> realms.add(anchor.realmId()));
        for (String realm : realms) {
            ChainVerifier.Finding finding = verifier.verify(realm, anchors);
            if (finding instanceof ChainVerifier.Finding.Broken broken) {
                out.printf(
                        "realm %s: BROKEN at entry %d: %s%n",
                        realm, broken.number(), broken.defect().explanation());
                result = BROKEN;
            } else if (finding instanceof ChainVerifier.Finding.Intact intact) {
                out.printf("realm %s: %d entries, intact%n", realm, intact.end().number());
                out.printf("  keep outside the database: %s%n", intact.end());
            }
        }
        return result;
    }
}
