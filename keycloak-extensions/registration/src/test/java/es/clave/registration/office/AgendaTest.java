package es.clave.registration.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Appointments on a real database: no desk is given twice, whoever wants it at the same moment. */
class AgendaTest {

    private static final String REALM = "realm";
    private static final int CLIENTS = 50;
    private static final AgendaSettings SETTINGS = new AgendaSettings(
            Duration.ofHours(1), Duration.ofDays(28), Duration.ofDays(7), Duration.ofMinutes(1), false);

    /** A Monday, before the office opens. */
    private static final Instant NOW = at("2026-11-23T07:00");

    private static final Instant NINE = at("2026-11-24T09:00");
    private static final Instant TWENTY_PAST = at("2026-11-24T09:20");

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(Samples.MADRID).toInstant();
    }

    @Nested
    class OnH2 extends OnDatabase {

        @Override
        OfficesDatabase open() throws Exception {
            return OfficesDatabase.h2();
        }
    }

    @Nested
    class OnPostgres extends OnDatabase {

        @Override
        OfficesDatabase open() throws Exception {
            return OfficesDatabase.postgres();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnDatabase {

        private OfficesDatabase database;

        abstract OfficesDatabase open() throws Exception;

        @BeforeAll
        void openDatabase() throws Exception {
            database = open();
        }

        @AfterAll
        void closeDatabase() throws Exception {
            database.close();
        }

        @BeforeEach
        void twoOffices() {
            database.inTransaction(em -> {
                new AppointmentRows(em, REALM).removeAll();
                OfficeRows rows = new OfficeRows(em, REALM);
                rows.removeAll();
                rows.save(Samples.office("small", 1));
                rows.save(Samples.office("large", 3));
                return em;
            });
        }

        private <T> T inAgenda(Instant now, Function<Agenda, T> work) {
            return database.inTransaction(em -> work.apply(agenda(em, REALM, now)));
        }

        private Agenda agenda(EntityManager em, String realm, Instant now) {
            return new Agenda(
                    new OfficeRows(em, realm),
                    new AppointmentRows(em, realm),
                    SETTINGS,
                    Clock.fixed(now, ZoneOffset.UTC));
        }

        private Booking book(String office, Instant start, int person) {
            return inAgenda(NOW, agenda -> agenda.book(office, start, Samples.visitor(person)));
        }

        private Booking move(int person, String office, Instant start) {
            return inAgenda(NOW, agenda -> agenda.move(Samples.dni(person), office, start));
        }

        private Optional<Appointment> cancel(int person) {
            return inAgenda(NOW, agenda -> agenda.cancel(Samples.dni(person)));
        }

        private Optional<Appointment> upcoming(Instant now, int person) {
            return inAgenda(now, agenda -> agenda.upcoming(Samples.dni(person)));
        }

        private List<Slot> free(String office) {
            return inAgenda(NOW, agenda -> agenda.free(Samples.office(office, office.equals("small") ? 1 : 3)));
        }

        @Test
        void aBookedSlotIsNoLongerOfferedAndACancelledOneIsAgain() {
            assertThat(book("small", NINE, 1)).isInstanceOf(Booking.Booked.class);
            assertThat(free("small"))
                    .extracting(Slot::start)
                    .doesNotContain(NINE)
                    .contains(TWENTY_PAST);
            assertThat(book("small", NINE, 2)).isEqualTo(new Booking.SlotGone());

            assertThat(cancel(1)).isPresent();
            assertThat(free("small")).extracting(Slot::start).contains(NINE);
            assertThat(book("small", NINE, 2)).isInstanceOf(Booking.Booked.class);
        }

        @Test
        void aPersonHasOneAppointmentAtATime() {
            Booking first = book("small", NINE, 1);

            assertThat(book("large", TWENTY_PAST, 1))
                    .isEqualTo(new Booking.HasOne(((Booking.Booked) first).appointment()));
        }

        @Test
        void aMovedAppointmentLeavesItsOldSlotFreeAndCountsTheMove() {
            book("small", NINE, 1);

            Booking moved = move(1, "large", TWENTY_PAST);

            assertThat(moved).isInstanceOf(Booking.Booked.class);
            Appointment appointment = ((Booking.Booked) moved).appointment();
            assertThat(appointment.officeId()).isEqualTo("large");
            assertThat(appointment.revision()).isEqualTo(1);
            assertThat(free("small")).extracting(Slot::start).contains(NINE);
        }

        @Test
        void whoFindsTheOtherSlotTakenKeepsTheirOwn() {
            book("small", NINE, 1);
            book("small", TWENTY_PAST, 2);

            assertThat(move(1, "small", TWENTY_PAST)).isEqualTo(new Booking.SlotGone());
            assertThat(upcoming(NOW, 1))
                    .hasValueSatisfying(kept -> assertThat(kept.slot().start()).isEqualTo(NINE));
        }

        @Test
        void nobodyGetsATimeThatTheOfficeDoesNotOffer() {
            assertThat(book("small", NINE.plusSeconds(60), 1)).isEqualTo(new Booking.SlotGone());
            assertThat(book("small", at("2026-11-28T09:00"), 1))
                    .as("a Saturday")
                    .isEqualTo(new Booking.SlotGone());
            assertThat(book("small", at("2026-12-08T09:00"), 1))
                    .as("a national holiday")
                    .isEqualTo(new Booking.SlotGone());
            assertThat(book("small", at("2026-11-20T09:00"), 1)).as("the past").isEqualTo(new Booking.SlotGone());
            assertThat(book("small", at("2027-03-01T09:00"), 1)).as("too far").isEqualTo(new Booking.SlotGone());
            assertThat(book("nowhere", NINE, 1)).isEqualTo(new Booking.SlotGone());
        }

        @Test
        void anAppointmentOfAnotherRealmIsNotSeen() {
            book("small", NINE, 1);

            assertThat(database.<Boolean>inTransaction(em ->
                            agenda(em, "other", NOW).upcoming(Samples.dni(1)).isPresent()))
                    .isFalse();
        }

        @Test
        void whoWasServedMayComeAgain() {
            Booking booked = book("small", NINE, 1);
            inAgenda(NINE, agenda -> {
                agenda.serve(((Booking.Booked) booked).appointment().id());
                return agenda;
            });

            assertThat(upcoming(NINE, 1)).isEmpty();
            Booking again = inAgenda(NINE, agenda -> agenda.book("large", at("2026-11-25T09:00"), Samples.visitor(1)));
            assertThat(again).isInstanceOf(Booking.Booked.class);
        }

        @Test
        void anOfficeSeesItsAppointmentsOfTodayOnly() {
            book("small", NINE, 1);
            book("small", at("2026-11-25T09:00"), 2);
            book("large", NINE, 3);

            List<Appointment> today = inAgenda(NINE, agenda -> agenda.today(Samples.office("small", 1)));
            assertThat(today)
                    .extracting(appointment -> appointment.visitor().nationalId())
                    .containsExactly(Samples.dni(1));
        }

        @Test
        void aReminderIsDueTheDayBeforeAndClaimedOnce() throws Exception {
            book("small", at("2026-11-26T09:00"), 1);
            Instant dayBefore = at("2026-11-25T10:00");

            assertThat(due(dayBefore.minusSeconds(1))).isEmpty();
            List<Object[]> due = due(dayBefore);
            assertThat(due).hasSize(1);
            String id = (String) due.get(0)[1];
            List<Boolean> claims = atOnce(
                    10,
                    unused ->
                            database.inTransaction(em -> new AppointmentRows(em, REALM).claimReminder(id, dayBefore)));
            assertThat(claims).filteredOn(claimed -> claimed).hasSize(1);
            assertThat(due(dayBefore)).isEmpty();
        }

        private List<Object[]> due(Instant now) {
            return database.inTransaction(em -> AppointmentRows.toRemind(em, now, 10));
        }

        @Test
        void whoBooksAfterTheReminderWouldHaveComeIsNotReminded() {
            inAgenda(at("2026-11-23T11:00"), agenda -> agenda.book("small", NINE, Samples.visitor(1)));

            assertThat(due(NINE)).isEmpty();
        }

        @Test
        void ofFiftyWhoWantOneSlotAtOnceOneGetsIt() throws Exception {
            List<Booking> bookings = atOnce(CLIENTS, client -> book("small", NINE, 100 + client));

            assertThat(bookings).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
            assertThat(bookings).filteredOn(Booking.SlotGone.class::isInstance).hasSize(CLIENTS - 1);
        }

        @Test
        void aSlotOfThreeDesksIsGivenToThree() throws Exception {
            List<Booking> bookings = atOnce(CLIENTS, client -> book("large", NINE, 100 + client));

            assertThat(bookings).filteredOn(Booking.Booked.class::isInstance).hasSize(3);
        }

        @Test
        void theTableItselfRefusesToGiveADeskTwice() {
            book("small", NINE, 1);

            assertThatThrownBy(() -> copyRow("NATIONAL_ID", Samples.dni(2).value()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("UK_CLAVE_APPOINTMENT_SEAT".toLowerCase(java.util.Locale.ROOT));
            assertThatThrownBy(() -> copyRow("SEAT", 1))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("UK_CLAVE_APPOINTMENT_PERSON".toLowerCase(java.util.Locale.ROOT));
        }

        /** Inserts what is in the table once more, with another id and one other value. */
        private void copyRow(String column, Object value) throws SQLException {
            List<String> columns = new ArrayList<>(List.of(
                    "REALM_ID",
                    "OFFICE_ID",
                    "STARTS_AT",
                    "ENDS_AT",
                    "SEAT",
                    "NATIONAL_ID",
                    "GIVEN_NAME",
                    "FIRST_SURNAME",
                    "MOBILE",
                    "LANGUAGE",
                    "REVISION"));
            columns.remove(column);
            String others = String.join(", ", columns);
            try (Connection connection = database.source().getConnection();
                    PreparedStatement copy = connection.prepareStatement("insert into CLAVE_APPOINTMENT (ID, " + column
                            + ", " + others + ") select 'copy', ?, " + others + " from CLAVE_APPOINTMENT")) {
                copy.setObject(1, value);
                copy.executeUpdate();
            } catch (SQLException refused) {
                throw new SQLException(refused.getMessage().toLowerCase(java.util.Locale.ROOT), refused);
            }
        }

        private static <T> List<T> atOnce(int clients, Function<Integer, T> work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            try {
                CyclicBarrier together = new CyclicBarrier(clients);
                List<Callable<T>> tasks = new ArrayList<>();
                for (int i = 0; i < clients; i++) {
                    int client = i;
                    tasks.add(() -> {
                        together.await();
                        return work.apply(client);
                    });
                }
                List<T> results = new ArrayList<>();
                for (Future<T> done : threads.invokeAll(tasks)) {
                    results.add(done.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
