package es.clave.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.Dni;
import es.clave.platform.DerivedServerKeys;
import es.clave.registry.jpa.RegistryDatabase;
import es.clave.registry.jpa.TestRealm;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command of auditors, on the databases that the server runs on. */
class VerifyAuditLogTest {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnH2 extends Command {

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.h2();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Command {

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.postgres();
        }
    }

    private enum Act {
        REGISTERED
    }

    abstract static class Command {

        private static final byte[] SECRET = "the server's secret, of 32 bytes".getBytes(StandardCharsets.US_ASCII);

        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private RegistryDatabase database;

        abstract RegistryDatabase open() throws Exception;

        @BeforeAll
        void openDatabase() throws Exception {
            database = open();
        }

        @AfterAll
        void closeDatabase() throws Exception {
            database.close();
        }

        @BeforeEach
        void appendToTwoRealms() throws SQLException {
            said.reset();
            sql("delete from CLAVE_AUDIT_ENTRY");
            sql("delete from CLAVE_AUDIT_HEAD");
            for (String realm : List.of("clave", "staff")) {
                for (int i = 0; i < 3; i++) {
                    database.inTransaction(entities -> {
                        AuditLog log = new JpaAuditLog(
                                entities,
                                Runnable::run,
                                Runnable::run,
                                database::inTransaction,
                                new AuditSeal(new DerivedServerKeys(SECRET)::keyedHash),
                                () -> "192.0.2.7",
                                Clock.systemUTC());
                        log.append(
                                TestRealm.of(realm),
                                AuditRecord.about(new Dni(99_990_001), Act.REGISTERED, AuditRecord.SYSTEM));
                        return log;
                    });
                }
            }
        }

        @Test
        void aSoundLogPassesAndItsEndsArePrintedForTheNextTime() throws SQLException {
            assertThat(run(withSecret())).isEqualTo(VerifyAuditLog.INTACT);
            assertThat(said())
                    .contains(
                            "realm clave: 3 entries, intact", "realm staff: 3 entries, intact", "clave:3:", "staff:3:");
        }

        @Test
        void aBrokenLogFailsAndTheFirstBrokenLinkOfEachRealmIsNamed() throws SQLException {
            sql("update CLAVE_AUDIT_ENTRY set ACTOR = 'me' where REALM_ID = 'staff' and ENTRY_NUMBER > 1");
            assertThat(run(withSecret())).isEqualTo(VerifyAuditLog.BROKEN);
            assertThat(said()).contains("realm clave: 3 entries, intact", "realm staff: BROKEN at entry 2: ");
        }

        @Test
        void withAnotherSecretEverythingIsForged() throws SQLException {
            Map<String, String> environment = withSecret();
            environment.put(
                    "KC_SPI_CLAVE_KEYS__DEFAULT__SECRET", Base64.getEncoder().encodeToString(new byte[32]));
            assertThat(run(environment)).isEqualTo(VerifyAuditLog.BROKEN);
            assertThat(said()).contains("realm clave: BROKEN at entry 1: ");
        }

        @Test
        void withoutTheSecretItSaysWhatItCouldNotCheck() throws SQLException {
            assertThat(run(environment())).isEqualTo(VerifyAuditLog.INTACT);
            assertThat(said()).contains("the seals are not checked");
        }

        @Test
        void linesOfTheServersLogServeAsAnchors(@TempDir Path folder) throws Exception {
            run(withSecret());
            String end = said().lines()
                    .filter(line -> line.contains("clave:3:"))
                    .findFirst()
                    .orElseThrow()
                    .strip();
            Path log = Files.write(
                    folder.resolve("server.log"),
                    List.of(
                            "2026-11-22 10:00:00,123 INFO  [es.clave.audit] (executor-thread-1) "
                                    + end.substring(end.indexOf("clave:3:")),
                            "2026-11-22 10:00:01,123 INFO  [org.keycloak] something else"));
            assertThat(run(withSecret(), "--anchors", log.toString())).isEqualTo(VerifyAuditLog.INTACT);
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = 'clave'");
            sql("delete from CLAVE_AUDIT_HEAD where REALM_ID = 'clave'");
            assertThat(run(withSecret(), "--anchors", log.toString())).isEqualTo(VerifyAuditLog.BROKEN);
            assertThat(said()).contains("realm clave: BROKEN at entry 1: ");
        }

        @Test
        void whoAsksForSomethingElseIsToldHowToAsk() throws SQLException {
            assertThat(run(Map.of(), "--help")).isEqualTo(VerifyAuditLog.INTACT);
            assertThat(said()).contains("--anchor", "KC_DB_URL");
            assertThat(run(withSecret(), "--everything")).isEqualTo(VerifyAuditLog.COULD_NOT_LOOK);
            assertThat(run(withSecret(), "--anchor", "nonsense")).isEqualTo(VerifyAuditLog.COULD_NOT_LOOK);
            assertThat(run(Map.of())).isEqualTo(VerifyAuditLog.COULD_NOT_LOOK);
            assertThat(run(Map.of("KC_DB_URL", "jdbc:nothing"))).isEqualTo(VerifyAuditLog.COULD_NOT_LOOK);
        }

        private int run(Map<String, String> environment, String... arguments) {
            return new VerifyAuditLog(environment, new PrintStream(said, true, StandardCharsets.UTF_8))
                    .run(List.of(arguments));
        }

        private String said() {
            return said.toString(StandardCharsets.UTF_8);
        }

        private Map<String, String> environment() throws SQLException {
            try (Connection connection = database.source().getConnection()) {
                Map<String, String> environment = new HashMap<>();
                environment.put("KC_DB_URL", connection.getMetaData().getURL());
                environment.put("KC_DB_USERNAME", connection.getMetaData().getUserName());
                environment.put("KC_DB_PASSWORD", "");
                return environment;
            }
        }

        private Map<String, String> withSecret() throws SQLException {
            Map<String, String> environment = environment();
            environment.put(
                    "KC_SPI_CLAVE_KEYS__DEFAULT__SECRET", Base64.getEncoder().encodeToString(SECRET));
            return environment;
        }

        private void sql(String statement) throws SQLException {
            try (Connection connection = database.source().getConnection();
                    Statement change = connection.createStatement()) {
                change.executeUpdate(statement);
            }
        }
    }
}
