package es.clave.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.identity.Dni;
import es.clave.identity.NationalId;
import es.clave.registry.audit.ChainVerifier.Finding;
import es.clave.registry.jpa.AtOnce;
import es.clave.registry.jpa.RegistryDatabase;
import es.clave.registry.jpa.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

/** What the chain notices, on the databases that the server runs on. */
class AuditLogTest {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnH2 extends Chain {

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.h2();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Chain {

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.postgres();
        }
    }

    private enum Act {
        LOOKED_UP,
        REGISTERED
    }

    abstract static class Chain {

        private static final int ENTRIES = 12;
        private static final NationalId SOMEONE = new Dni(99_990_001);
        private static final AtomicInteger REALMS = new AtomicInteger();

        private RegistryDatabase database;
        private RealmModel realm;
        private Anchor before;

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
        void appendSome() throws SQLException {
            realm = TestRealm.of("realm-" + REALMS.incrementAndGet());
            for (int i = 1; i <= ENTRIES; i++) {
                append(realm, i);
            }
            assertThat(verify()).isInstanceOf(Finding.Intact.class);
            before = ((Finding.Intact) verify()).end();
            assertThat(before.number()).isEqualTo(ENTRIES);
        }

        private void append(RealmModel of, int i) {
            inLog(log -> log.append(
                    of,
                    AuditRecord.about(SOMEONE, Act.REGISTERED, "officer-" + i).with("n", String.valueOf(i))));
        }

        private void inLog(Consumer<AuditLog> work) {
            database.inTransaction(entities -> {
                work.accept(Audits.of(entities, database));
                return entities;
            });
        }

        private Finding verify(Anchor... anchors) throws SQLException {
            return verify(Optional.of(Audits.SEAL), anchors);
        }

        private Finding verify(Optional<AuditSeal> seal, Anchor... anchors) throws SQLException {
            try (Connection connection = database.source().getConnection()) {
                return new ChainVerifier(connection, seal).verify(realm.getId(), List.of(anchors));
            }
        }

        private void sql(String statement) throws SQLException {
            try (Connection connection = database.source().getConnection();
                    Statement tamper = connection.createStatement()) {
                assertThat(tamper.executeUpdate(statement.replace("$realm", "'" + realm.getId() + "'")))
                        .as(statement)
                        .isPositive();
            }
        }

        private Finding broken(long number, Defect defect) {
            return new Finding.Broken(realm.getId(), number, defect);
        }

        @ParameterizedTest
        @CsvSource({
            "APPENDED_AT, APPENDED_AT + 1, CHANGED",
            "ACTION, 'LOOKED_UP', CHANGED",
            "ACTOR, 'somebody-else', CHANGED",
            "SUBJECT, '', CHANGED",
            "SOURCE, '192.0.2.8', CHANGED",
            "DETAILS, '{}', CHANGED",
            "PREVIOUS_HASH, ENTRY_HASH, CHANGED",
            "ENTRY_HASH, PREVIOUS_HASH, CHANGED",
            "SEAL, PREVIOUS_HASH, FORGED"
        })
        void anyColumnThatIsChangedIsNoticed(String column, String value, Defect defect) throws SQLException {
            sql("update CLAVE_AUDIT_ENTRY set " + column + " = " + quoted(value)
                    + " where REALM_ID = $realm and ENTRY_NUMBER = 7");
            assertThat(verify()).isEqualTo(broken(7, defect));
        }

        /** CsvSource takes the quotes away. */
        private static String quoted(String value) {
            return value.startsWith("APPENDED_AT") || value.endsWith("_HASH") ? value : "'" + value + "'";
        }

        @Test
        void aDeletedEntryIsNoticed() throws SQLException {
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm and ENTRY_NUMBER = 5");
            assertThat(verify()).isEqualTo(broken(5, Defect.MISSING));
        }

        @Test
        void theFirstEntryDeletedIsNoticed() throws SQLException {
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm and ENTRY_NUMBER = 1");
            assertThat(verify()).isEqualTo(broken(1, Defect.MISSING));
        }

        @Test
        void aDeletedEntryIsNoticedAlsoWhenTheOthersMoveUp() throws SQLException {
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm and ENTRY_NUMBER = 5");
            for (int number = 6; number <= ENTRIES; number++) {
                sql("update CLAVE_AUDIT_ENTRY set ENTRY_NUMBER = " + (number - 1)
                        + " where REALM_ID = $realm and ENTRY_NUMBER = " + number);
            }
            assertThat(verify()).isEqualTo(broken(5, Defect.CHANGED));
        }

        @Test
        void entriesInAnotherOrderAreNoticed() throws SQLException {
            sql("update CLAVE_AUDIT_ENTRY set ENTRY_NUMBER = -1 where REALM_ID = $realm and ENTRY_NUMBER = 3");
            sql("update CLAVE_AUDIT_ENTRY set ENTRY_NUMBER = 3 where REALM_ID = $realm and ENTRY_NUMBER = 4");
            sql("update CLAVE_AUDIT_ENTRY set ENTRY_NUMBER = 4 where REALM_ID = $realm and ENTRY_NUMBER = -1");
            assertThat(verify()).isEqualTo(broken(3, Defect.CHANGED));
        }

        @Test
        void anEntryThatIsInsertedAtTheEndIsNoticed() throws SQLException {
            insert(forged(ENTRIES + 1, before.hash()));
            assertThat(verify()).isEqualTo(broken(ENTRIES + 1, Defect.FORGED));
            assertThat(verify(Optional.empty())).isEqualTo(broken(ENTRIES + 1, Defect.BEYOND_THE_HEAD));
        }

        @Test
        void anEntryThatTakesTheSameNumberOfAnotherIsNoticed() throws SQLException {
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm and ENTRY_NUMBER = 4");
            insert(forged(4, AuditEntry.NO_HASH));
            assertThat(verify(Optional.empty())).isEqualTo(broken(4, Defect.NOT_LINKED));
        }

        @Test
        void aChainThatIsWrittenAnewWithoutTheServersSecretIsNoticed() throws SQLException {
            rewriteFrom(8);
            assertThat(verify()).isEqualTo(broken(8, Defect.FORGED));
            assertThat(verify(Optional.empty())).as("why the seals are there").isInstanceOf(Finding.Intact.class);
            assertThat(verify(Optional.empty(), before))
                    .as("and what an anchor is good for")
                    .isEqualTo(broken(ENTRIES, Defect.ANCHOR_LOST));
        }

        @Test
        void entriesDeletedAtTheEndAreNoticedByTheHead() throws SQLException {
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm and ENTRY_NUMBER > 9");
            assertThat(verify()).isEqualTo(broken(10, Defect.CUT_OFF));
        }

        @Test
        void entriesDeletedAtTheEndTogetherWithTheHeadAreNoticedByAnAnchorOnly() throws SQLException {
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm and ENTRY_NUMBER > 9");
            sql("update CLAVE_AUDIT_HEAD set ENTRY_NUMBER = 9, ENTRY_HASH = (select ENTRY_HASH from CLAVE_AUDIT_ENTRY"
                    + " where REALM_ID = $realm and ENTRY_NUMBER = 9) where REALM_ID = $realm");
            assertThat(verify()).isInstanceOf(Finding.Intact.class);
            assertThat(verify(before)).isEqualTo(broken(10, Defect.ANCHOR_LOST));
        }

        @Test
        void aWholeChainThatIsGoneIsNoticedByAnAnchor() throws SQLException {
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm");
            sql("delete from CLAVE_AUDIT_HEAD where REALM_ID = $realm");
            assertThat(verify(before)).isEqualTo(broken(1, Defect.ANCHOR_LOST));
        }

        @Test
        void aHeadThatIsGoneIsNoticed() throws SQLException {
            sql("delete from CLAVE_AUDIT_HEAD where REALM_ID = $realm");
            assertThat(verify()).isEqualTo(broken(1, Defect.BEYOND_THE_HEAD));
        }

        @Test
        void anAnchorThatTheChainGoesThroughHolds() throws SQLException {
            append(realm, ENTRIES + 1);
            assertThat(verify(before)).isInstanceOf(Finding.Intact.class);
        }

        @Test
        void theChainsOfTwoRealmsDoNotMix() throws SQLException {
            RealmModel other = TestRealm.of(realm.getId() + "-other");
            append(other, 1);
            append(realm, ENTRIES + 1);
            append(other, 2);
            assertThat(verify()).isInstanceOf(Finding.Intact.class);
        }

        @Test
        void whatIsAppendedWithATransactionGoesWithIt() throws SQLException {
            assertThatThrownBy(() -> inLog(log -> {
                        log.append(realm, AuditRecord.about(SOMEONE, Act.REGISTERED, "officer"));
                        throw new IllegalStateException("the request fails");
                    }))
                    .hasMessage("the request fails");
            assertThat(((Finding.Intact) verify()).end()).isEqualTo(before);
        }

        @Test
        void whatIsAppendedNowStaysWhenTheRequestFails() throws SQLException {
            assertThatThrownBy(() -> inLog(log -> {
                        log.appendNow(realm, AuditRecord.about(SOMEONE, Act.LOOKED_UP, "officer"));
                        throw new IllegalStateException("the request fails");
                    }))
                    .hasMessage("the request fails");
            assertThat(((Finding.Intact) verify()).end().number()).isEqualTo(ENTRIES + 1);
        }

        @Test
        void whoIsLookedUpIsNotInTheTableButAlwaysTheSamePseudonym() throws SQLException {
            List<String> rows = rows();
            assertThat(rows).hasSize(ENTRIES).noneMatch(row -> row.contains(SOMEONE.value()));
            String pseudonym = Audits.SEAL.pseudonym(realm.getId(), Optional.of(SOMEONE));
            assertThat(rows).allMatch(row -> row.contains(pseudonym) && row.contains(Audits.SOURCE));
            assertThat(Audits.SEAL.pseudonym("another-realm", Optional.of(SOMEONE)))
                    .isNotEqualTo(pseudonym);
        }

        private List<String> rows() {
            return database.inTransaction(entities -> entities.createQuery(
                            "select concat(entry.subject, ' ', entry.actor, ' ', entry.details, ' ', entry.source)"
                                    + " from AuditEntryEntity entry where entry.key.realmId = :realm",
                            String.class)
                    .setParameter("realm", realm.getId())
                    .getResultList());
        }

        @Test
        void manyMayAppendAtOnceAndTheChainHolds() throws Exception {
            int writers = 8;
            int each = 25;
            AtOnce.run(writers, writer -> {
                for (int i = 0; i < each; i++) {
                    append(realm, i);
                }
                return writer;
            });
            assertThat(((Finding.Intact) verify()).end().number()).isEqualTo(ENTRIES + writers * each);
        }

        private AuditEntry forged(long number, String previousHash) {
            return new AuditEntry(
                    realm.getId(), number, 1, "REGISTERED", "nobody", "", "192.0.2.9", "{}", previousHash);
        }

        private void insert(AuditEntry entry) throws SQLException {
            sql(insertion(entry));
        }

        private static String insertion(AuditEntry entry) {
            return "insert into CLAVE_AUDIT_ENTRY (REALM_ID, ENTRY_NUMBER, APPENDED_AT, ACTION, ACTOR, SUBJECT, SOURCE,"
                    + " DETAILS, PREVIOUS_HASH, ENTRY_HASH, SEAL) values ($realm, " + entry.number() + ", "
                    + entry.atMillis() + ", '"
                    + String.join(
                            "', '",
                            entry.action(),
                            entry.actor(),
                            entry.subject(),
                            entry.source(),
                            entry.details(),
                            entry.previousHash(),
                            entry.hash(),
                            "no seal")
                    + "')";
        }

        /** As somebody would who may write to the database and knows this source. */
        private void rewriteFrom(long number) throws SQLException {
            List<String> statements = new ArrayList<>();
            String previous = hashOf(number - 1);
            sql("delete from CLAVE_AUDIT_ENTRY where REALM_ID = $realm and ENTRY_NUMBER >= " + number);
            for (long i = number; i <= ENTRIES; i++) {
                AuditEntry entry = forged(i, previous);
                statements.add(insertion(entry));
                previous = entry.hash();
            }
            statements.add("update CLAVE_AUDIT_HEAD set ENTRY_HASH = '" + previous + "' where REALM_ID = $realm");
            for (String statement : statements) {
                sql(statement);
            }
        }

        private String hashOf(long number) {
            return database.inTransaction(entities -> entities.createQuery(
                            "select entry.hash from AuditEntryEntity entry where entry.key.realmId = :realm"
                                    + " and entry.key.number = :number",
                            String.class)
                    .setParameter("realm", realm.getId())
                    .setParameter("number", number)
                    .getSingleResult());
        }
    }

    @Test
    void detailsAreKeptAsTheyWereSaidAndCannotBeChangedAfterwards() {
        AuditRecord entry =
                new AuditRecord(Act.LOOKED_UP, AuditRecord.ANYBODY, Optional.empty(), Map.of("a", "1")).with("b", "2");
        assertThat(entry.details()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "2"));
        assertThatThrownBy(() -> entry.details().put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
    }
}
