package es.clave.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.LetterCode;
import es.clave.identity.NationalId;
import es.clave.identity.Parsed;
import es.clave.messaging.Letter;
import es.clave.messaging.Message;
import es.clave.messaging.Outbox;
import es.clave.platform.RealmSettings;
import es.clave.platform.ServerKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.models.RealmModel;

/** What is promised of letters, on the databases that the server runs on. */
class LettersTest {

    private static final NationalId ANA = NationalId.of("99990019A");
    private static final NationalId LUIS = NationalId.of("99990020G");
    private static final Pattern CODE = Pattern.compile("([A-Z2-9]{4} ){3}[A-Z2-9]{4}");

    @Nested
    class OnH2 extends Promises {

        @Override
        LettersDatabase open() throws Exception {
            return LettersDatabase.h2();
        }
    }

    @Nested
    class OnPostgresql extends Promises {

        @Override
        LettersDatabase open() throws Exception {
            return LettersDatabase.postgresql();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Promises {

        private final MovableClock clock = new MovableClock();
        private final SecureRandom random = new SecureRandom();
        private final Post post = new Post();
        private LettersDatabase database;
        private LetterSecrets secrets;

        abstract LettersDatabase open() throws Exception;

        @BeforeAll
        void openDatabase() throws Exception {
            CryptoIntegration.init(LettersTest.class.getClassLoader());
            secrets = LetterSecrets.of(new Keys(), random);
            database = open();
        }

        @AfterAll
        void closeDatabase() throws IOException {
            database.close();
        }

        @BeforeEach
        void empty() {
            post.letters.clear();
            inRows(rows -> {
                rows.forgetRealm("clave");
                return rows;
            });
        }

        @Test
        void theCodeThatWasPrintedIsKnownAndNoOther() {
            LetterCode code = requested(ANA);

            assertThat(knows(ANA, code)).isTrue();
            assertThat(knows(ANA, LetterCode.random(random))).isFalse();
            assertThat(knows(LUIS, code)).as("somebody else's letter").isFalse();
        }

        @Test
        void neitherTheCodeNorWhoseItIsCanBeReadInTheDatabase() {
            LetterCode code = requested(ANA);

            assertThat(everythingStored())
                    .isNotEmpty()
                    .noneMatch(stored -> stored.contains(code.value())
                            || stored.contains(code.grouped())
                            || stored.contains("99990019")
                            || stored.contains("GARC")
                            || stored.contains("Mayor"));
        }

        @Test
        void anotherLetterWaitsForADayAndThenEarlierCodesStayValid() {
            LetterCode first = requested(ANA);
            Instant requestedAt = clock.instant();
            clock.move(Duration.ofHours(24).minusSeconds(1));
            assertThat(request(ANA, false))
                    .isEqualTo(new Letters.Requested.TooSoon(requestedAt.plus(Duration.ofHours(24))));
            assertThat(post.letters).hasSize(1);

            clock.move(Duration.ofSeconds(1));
            LetterCode second = requested(ANA);

            assertThat(knows(ANA, first)).isTrue();
            assertThat(knows(ANA, second)).isTrue();
        }

        @Test
        void ofLettersThereAreFourInThirtyDays() {
            Instant first = clock.instant();
            for (int letter = 0; letter < 4; letter++) {
                requested(ANA);
                clock.move(Duration.ofDays(2));
            }

            assertThat(request(ANA, false)).isEqualTo(new Letters.Requested.TooSoon(first.plus(Duration.ofDays(30))));
            requested(LUIS);
            clock.move(Duration.ofDays(22));
            requested(ANA);
        }

        @Test
        void aCodeLivesTwentyOneDaysInTheCountry() {
            LetterCode code = requested(ANA);
            clock.move(Duration.ofDays(21).minusSeconds(1));
            assertThat(knows(ANA, code)).isTrue();

            clock.move(Duration.ofSeconds(1));

            assertThat(knows(ANA, code)).isFalse();
        }

        @Test
        void aCodeLivesThirtyDaysAbroad() {
            request(ANA, true);
            LetterCode code = post.lastCode();
            clock.move(Duration.ofDays(30).minusSeconds(1));
            assertThat(knows(ANA, code)).isTrue();

            clock.move(Duration.ofSeconds(1));

            assertThat(knows(ANA, code)).isFalse();
        }

        @Test
        void whatHasExpiredIsErasedAndIsForgottenOnceItCountsNoMore() {
            requested(ANA);
            clock.move(Duration.ofDays(21));
            int expired = inRows(rows -> rows.expire(clock.instant()));
            assertThat(expired).isEqualTo(1);
            assertThat(column("hash")).containsOnlyNulls();
            assertThat(column("salt")).containsOnlyNulls();
            assertThat(column("sealed")).containsOnlyNulls();

            inRows(rows -> rows.forget(clock.instant().minus(Duration.ofDays(91)), clock.instant()));
            assertThat(column("id")).hasSize(1);
            clock.move(Duration.ofDays(70));
            inRows(rows -> rows.forget(clock.instant().minus(Duration.ofDays(91)), clock.instant()));
            assertThat(column("id")).isEmpty();
        }

        @Test
        void ofSeveralLettersOneReminderIsDueSevenDaysBeforeTheLastCodeExpires() {
            requested(ANA);
            clock.move(Duration.ofDays(3));
            requested(ANA);
            clock.move(Duration.ofDays(14).minusSeconds(1));
            assertThat(due()).isEmpty();

            clock.move(Duration.ofSeconds(1));

            List<String> due = due();
            assertThat(due).hasSize(1);
            assertThat(taken(due.get(0))).isPresent();
            assertThat(taken(due.get(0))).as("the same once more").isEmpty();
        }

        @Test
        void aReminderIsALetterWithoutACodeToTheSameAddress() {
            requested(ANA);
            Letter first = post.letters.get(0);
            clock.move(Duration.ofDays(14));
            String due = due().get(0);
            database.inTransaction(entities -> {
                LetterRows rows = new LetterRows(entities);
                LetterRows.Due taken = rows.takeReminder(due, clock.instant()).orElseThrow();
                letters(rows)
                        .remind(taken, secrets.seal().open(due, taken.sealed()).orElseThrow());
                return due;
            });

            Letter reminder = post.letters.get(1);
            assertThat(reminder.addressLines()).isEqualTo(first.addressLines());
            assertThat(reminder.reference()).isNotEqualTo(first.reference());
            assertThat(CODE.matcher(Post.text(reminder)).find()).isFalse();
        }

        @Test
        void ofManyRequestsAtOnceOneIsGranted() throws Exception {
            List<Callable<Letters.Requested>> requests = Stream.generate(
                            () -> (Callable<Letters.Requested>) () -> request(ANA, false))
                    .limit(12)
                    .toList();
            ExecutorService threads = Executors.newFixedThreadPool(12);
            List<Letters.Requested> answers = new ArrayList<>();
            try {
                for (Future<Letters.Requested> answer : threads.invokeAll(requests)) {
                    answers.add(answer.get());
                }
            } finally {
                threads.shutdown();
            }

            assertThat(answers)
                    .filteredOn(Letters.Requested.Sent.class::isInstance)
                    .hasSize(1);
            assertThat(column("id")).hasSize(1);
        }

        @Test
        void whoIsRegisteredHasNoCodesAnyMore() {
            LetterCode first = requested(ANA);
            clock.move(Duration.ofDays(2));
            LetterCode second = requested(ANA);
            LetterCode other = requested(LUIS);
            String one = (String) column("id").get(0);

            inRows(rows -> {
                rows.closeAllOf(one);
                return one;
            });

            boolean anas =
                    secrets.seal().open(one, (String) value(one, "sealed")).isEmpty();
            assertThat(anas).isTrue();
            assertThat(List.of(knows(ANA, first), knows(ANA, second), knows(LUIS, other)))
                    .isEqualTo(List.of(false, false, true));
        }

        private LetterCode requested(NationalId who) {
            assertThat(request(who, false)).isInstanceOf(Letters.Requested.Sent.class);
            return post.lastCode();
        }

        private Letters.Requested request(NationalId who, boolean abroad) {
            Addressee addressee = new Addressee(
                    who,
                    List.of("ANA GARCÍA", "Calle Mayor 1", "28921 Alcorcón"),
                    "ES",
                    Locale.forLanguageTag("es"),
                    URI.create("https://clave.example/realms/clave/registro?via=letter"));
            return inRows(rows -> letters(rows).request(addressee, abroad));
        }

        private boolean knows(NationalId who, LetterCode code) {
            return inRows(rows -> letters(rows).knows(who, code));
        }

        private Letters letters(LetterRows rows) {
            return new Letters(
                    realm(),
                    rows,
                    secrets,
                    post,
                    new LetterSettings(RealmSettings.of(Optional.empty())),
                    clock,
                    random);
        }

        private List<String> due() {
            return inRows(rows -> rows.dueReminders(clock.instant(), 10));
        }

        private Optional<LetterRows.Due> taken(String id) {
            return inRows(rows -> rows.takeReminder(id, clock.instant()));
        }

        private <T> T inRows(Function<LetterRows, T> work) {
            return database.inTransaction(entities -> work.apply(new LetterRows(entities)));
        }

        private List<Object> column(String name) {
            return database.inTransaction(entities -> entities.createQuery(
                            "select letter." + name + " from LetterEntity letter order by letter.requestedAt",
                            Object.class)
                    .getResultList());
        }

        private Object value(String id, String name) {
            return Optional.ofNullable(database.inTransaction(entities -> entities.createQuery(
                                    "select letter." + name + " from LetterEntity letter where letter.id = :id",
                                    Object.class)
                            .setParameter("id", id)
                            .getSingleResult()))
                    .orElse("");
        }

        private List<String> everythingStored() {
            return database.inTransaction(entities -> {
                List<?> rows = entities.createNativeQuery("select * from CLAVE_LETTER", Object[].class)
                        .getResultList();
                return rows.stream()
                        .flatMap(row -> Arrays.stream((Object[]) row))
                        .map(String::valueOf)
                        .toList();
            });
        }
    }

    /** A realm that has an id, which is all that is asked of it here. */
    private static RealmModel realm() {
        return (RealmModel) Proxy.newProxyInstance(
                RealmModel.class.getClassLoader(), new Class<?>[] {RealmModel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getId")) {
                        return "clave";
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** An outbox that shows the letters that were put into it. */
    private static final class Post implements Outbox {

        private final List<Letter> letters = new CopyOnWriteArrayList<>();

        LetterCode lastCode() {
            Matcher code = CODE.matcher(text(letters.get(letters.size() - 1)));
            assertThat(code.find()).isTrue();
            return ((Parsed.Valid<LetterCode, LetterCode.Mistake>) LetterCode.parse(code.group())).value();
        }

        static String text(Letter letter) {
            try (PDDocument document = Loader.loadPDF(letter.document().content())) {
                return new PDFTextStripper().getText(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void send(RealmModel realm, Message message) {
            letters.add((Letter) message);
        }

        @Override
        public void pretend(RealmModel realm, String text, Instant usefulUntil) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reported delivered(String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reported undelivered(String reference, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reported posted(String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reported notPosted(String reference, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** Keys that are different for every purpose. */
    private static final class Keys implements ServerKeys {

        @Override
        public byte[] derive(String purpose) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) purpose.hashCode());
            return key;
        }

        @Override
        public void close() {}
    }

    /** A clock that goes on when it is told to. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
