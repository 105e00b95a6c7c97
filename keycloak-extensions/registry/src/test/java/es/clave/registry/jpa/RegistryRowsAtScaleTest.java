package es.clave.registry.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.registry.Citizen;
import es.clave.registry.RegistrationAct;
import es.clave.registry.synthetic.BulkLoader;
import es.clave.registry.synthetic.GeneratedPeople;
import es.clave.registry.synthetic.SyntheticPerson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** That a look-up costs the same however many are registered: every one goes by an index. */
class RegistryRowsAtScaleTest {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnH2 extends Rules {

        OnH2() {
            super(20_000);
        }

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.h2();
        }

        @Override
        String actsIndex() {
            return "PUBLIC.PRIMARY_KEY_";
        }

        @Override
        void readsByIndexOnly(List<String> plan, String index) {
            assertThat(String.join("\n", plan)).contains(index).doesNotContain(".tableScan");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Rules {

        OnPostgres() {
            super(200_000);
        }

        @Override
        RegistryDatabase open() throws Exception {
            return RegistryDatabase.postgres();
        }

        @Override
        void readsByIndexOnly(List<String> plan, String index) {
            assertThat(String.join("\n", plan))
                    .containsPattern("(?i)Index (Only )?Scan using " + index)
                    .doesNotContain("Seq Scan");
        }
    }

    abstract static class Rules {

        private static final String REALM = "realm";

        private final int count;
        private RegistryDatabase database;

        Rules(int count) {
            this.count = count;
        }

        abstract RegistryDatabase open() throws Exception;

        abstract void readsByIndexOnly(List<String> plan, String index);

        @BeforeAll
        void load() throws Exception {
            database = open();
            try (Connection connection = database.source().getConnection();
                    Stream<SyntheticPerson> people = new GeneratedPeople(count).people()) {
                long loaded = new BulkLoader(connection, REALM, "default-role", Instant.EPOCH).load(people);
                assertThat(loaded).isEqualTo(count);
                connection.setAutoCommit(true);
                try (Statement analyze = connection.createStatement()) {
                    analyze.execute("ANALYZE");
                }
            }
        }

        @AfterAll
        void close() throws Exception {
            database.close();
        }

        @Test
        void whoWasLoadedIsFoundLikeWhoRegistered() {
            SyntheticPerson last = new GeneratedPeople(count).person(count - 1);
            NationalId id = last.civil().nationalId();
            MobileNumber mobile = last.mobile().orElseThrow();
            Citizen found = read(rows -> rows.byNationalId(REALM, id)).orElseThrow();
            assertThat(found.name()).isEqualTo(last.civil().name());
            assertThat(found.birthDate()).isEqualTo(last.civil().birthDate());
            assertThat(found.mobile()).isEqualTo(mobile);
            assertThat(found.email()).isEqualTo(last.email());
            assertThat(read(rows -> rows.byActiveMobile(REALM, mobile)).orElseThrow())
                    .isEqualTo(found);
            assertThat(read(rows -> rows.byUserId(REALM, found.userId())).orElseThrow())
                    .isEqualTo(found);
            List<RegistrationAct> acts = read(rows -> rows.acts(found.id()));
            assertThat(acts).hasSize(1);
        }

        @Test
        void aCitizenIsFoundByNumberByIndex() throws SQLException {
            NationalId id = someone().civil().nationalId();
            readsByIndexOnly(
                    explain(rows -> rows.byNationalId(REALM, id), REALM, id.value()), "UK_CLAVE_CITIZEN_NATIONAL_ID");
        }

        @Test
        void aCitizenIsFoundByUserByIndex() throws SQLException {
            String userId = find(someone()).userId();
            readsByIndexOnly(explain(rows -> rows.byUserId(REALM, userId), REALM, userId), "UK_CLAVE_CITIZEN_USER");
        }

        @Test
        void aCitizenIsFoundByPhoneByIndex() throws SQLException {
            MobileNumber mobile = someone().mobile().orElseThrow();
            readsByIndexOnly(
                    explain(rows -> rows.byActiveMobile(REALM, mobile), REALM, mobile.e164()),
                    "UK_CLAVE_CITIZEN_MOBILE");
        }

        @Test
        void theActsOfACitizenAreFoundByIndex() throws SQLException {
            String citizenId = find(someone()).id();
            readsByIndexOnly(explain(rows -> rows.acts(citizenId), citizenId), actsIndex());
        }

        /** The index behind the primary key; H2 does not call it by the key's name. */
        String actsIndex() {
            return "PK_CLAVE_REGISTRATION_ACT";
        }

        private SyntheticPerson someone() {
            return new GeneratedPeople(count).person(count / 3);
        }

        private Citizen find(SyntheticPerson person) {
            return read(rows -> rows.byNationalId(REALM, person.civil().nationalId()))
                    .orElseThrow();
        }

        /** The plan of the one statement that this look-up makes. */
        private List<String> explain(Consumer<RegistryRows> lookUp, String... parameters) throws SQLException {
            List<String> statements = database.statementsOf(entities -> lookUp.accept(new RegistryRows(entities)));
            assertThat(statements).hasSize(1);
            try (Connection connection = database.source().getConnection();
                    PreparedStatement explain = connection.prepareStatement("EXPLAIN " + statements.get(0))) {
                for (int i = 0; i < parameters.length; i++) {
                    explain.setString(i + 1, parameters[i]);
                }
                List<String> plan = new ArrayList<>();
                try (ResultSet lines = explain.executeQuery()) {
                    while (lines.next()) {
                        plan.add(lines.getString(1));
                    }
                }
                return plan;
            }
        }

        private <T> T read(Function<RegistryRows, T> work) {
            return database.inTransaction(entities -> work.apply(new RegistryRows(entities)));
        }
    }
}
