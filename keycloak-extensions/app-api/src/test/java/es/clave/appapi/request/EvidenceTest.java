package es.clave.appapi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.challenge.AppRequest;
import es.clave.registry.Device;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is kept of answers, on the databases that the server runs on. */
class EvidenceTest {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnH2 extends Rules {

        @Override
        AnswersDatabase open() throws Exception {
            return AnswersDatabase.h2();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Rules {

        @Override
        AnswersDatabase open() throws Exception {
            return AnswersDatabase.postgres();
        }
    }

    abstract static class Rules {

        private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");

        private AnswersDatabase database;
        private Instant time = NOW;

        abstract AnswersDatabase open() throws Exception;

        @BeforeAll
        void openDatabase() throws Exception {
            database = open();
        }

        @AfterAll
        void closeDatabase() throws Exception {
            database.close();
        }

        @Test
        void anAnswerIsKeptWithItsKeyAlsoWhenTheRequestFails() {
            assertThatThrownBy(() -> inTransaction(e -> {
                        keep(e, "one", "user-1");
                        throw new IllegalStateException("the request fails");
                    }))
                    .hasMessage("the request fails");
            KeptAnswer kept = inTransaction(e -> e.createQuery(
                            "select answer from AnswerEntity answer where answer.userId = 'user-1'", AnswerEntity.class)
                    .getSingleResult()
                    .toKept());
            assertThat(kept)
                    .isEqualTo(new KeptAnswer(
                            "one",
                            "Ajuntament de Vilaclara",
                            "",
                            "192.0.2.7",
                            "confirm",
                            NOW,
                            "device",
                            "El móvil d'en Lluís",
                            "{\"kty\":\"EC\"}",
                            "a.b.c",
                            KeptAnswer.Outcome.SENT));
        }

        @Test
        void theHistoryHoldsWhatCountedTheLatestFirstAPageAtATime() {
            for (int number = 0; number < Evidence.PAGE + 2; number++) {
                time = NOW.plusSeconds(number);
                settled("r" + number, "user-2", KeptAnswer.Outcome.CONFIRMED);
            }
            settled("wrong", "user-2", KeptAnswer.Outcome.WRONG_DIGITS);
            settled("late", "user-2", KeptAnswer.Outcome.TOO_LATE);
            inTransaction(e -> keep(e, "sent", "user-2"));
            settled("of another", "user-3", KeptAnswer.Outcome.CONFIRMED);

            List<KeptAnswer> page = history("user-2", Optional.empty());
            assertThat(page).hasSize(Evidence.PAGE);
            assertThat(page.get(0).requestId()).isEqualTo("r" + (Evidence.PAGE + 1));
            Instant last = page.get(page.size() - 1).at();
            assertThat(history("user-2", Optional.of(last)))
                    .extracting(KeptAnswer::requestId)
                    .containsExactly("r1", "r0");
        }

        @Test
        void answersGoWithTheirUser() {
            settled("one", "user-4", KeptAnswer.Outcome.REJECTED);
            inTransaction(e -> {
                evidence(e).forgetUser("user-4");
                return e;
            });
            assertThat(history("user-4", Optional.empty())).isEmpty();
        }

        private void settled(String request, String user, KeptAnswer.Outcome outcome) {
            String id = inTransaction(e -> keep(e, request, user));
            inTransaction(e -> {
                evidence(e).became(id, outcome);
                return e;
            });
        }

        private List<KeptAnswer> history(String user, Optional<Instant> before) {
            return inTransaction(e -> evidence(e).history("realm", user, before));
        }

        private String keep(EntityManager entities, String request, String user) {
            return evidence(entities)
                    .keep(
                            request(request),
                            device(user),
                            new SignedAnswer(Decision.CONFIRM, Optional.empty(), 1, "a.b.c"));
        }

        private Evidence evidence(EntityManager entities) {
            return new Evidence(
                    entities,
                    work -> database.inTransaction(own -> {
                        work.accept(own);
                        return own;
                    }),
                    Clock.fixed(time, ZoneOffset.UTC));
        }

        private <T> T inTransaction(Function<EntityManager, T> work) {
            return database.inTransaction(work);
        }

        private static AppRequest request(String id) {
            return new AppRequest(
                    id,
                    "realm",
                    AppRequest.Kind.QR,
                    Optional.of("user"),
                    "agency",
                    "Ajuntament de Vilaclara",
                    "",
                    "192.0.2.7",
                    NOW,
                    NOW.plusSeconds(300),
                    "",
                    Optional.empty(),
                    false,
                    false,
                    AppRequest.State.WAITING);
        }

        private static Device device(String user) {
            return new Device(
                    "device",
                    user,
                    "El móvil d'en Lluís",
                    "{\"kty\":\"EC\"}",
                    "thumbprint",
                    NOW,
                    NOW,
                    0,
                    Device.Status.ACTIVE,
                    Optional.empty());
        }
    }
}
