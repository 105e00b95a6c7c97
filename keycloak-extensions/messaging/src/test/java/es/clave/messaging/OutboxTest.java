package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import es.clave.identity.MobileNumber;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.RealmModel;

/** What the outbox promises, on the databases that the server runs on. */
class OutboxTest {

    private static final String NUMBER = "+34600000001";
    private static final String TEXT = "123456 es tu PIN\n\n@clave.gob.es #123456";
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofSeconds(45);

    @Nested
    class OnH2 extends Promises {

        @Override
        TestDatabase open() throws Exception {
            return TestDatabase.h2();
        }
    }

    @Nested
    class OnPostgresql extends Promises {

        @Override
        TestDatabase open() throws Exception {
            return TestDatabase.postgresql();
        }

        @Test
        void theIndexesHoldNoMessageThatTheyAreNotAskedFor() {
            List<?> definitions = inDatabase("select indexdef from pg_indexes where tablename = 'clave_outbox'"
                    + " and indexname <> 'pk_clave_outbox'");

            assertThat(definitions)
                    .hasSize(3)
                    .allSatisfy(definition -> assertThat(definition).asString().contains("IS NOT NULL"));
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Timeout(180)
    abstract static class Promises {

        private final MovableClock clock = new MovableClock();
        private final MessageSeal seal = new MessageSeal(new byte[32]);
        private final List<OutboxRunner> runners = new ArrayList<>();
        private ScriptedGateway gateway;
        private SimpleMeterRegistry meters;
        private TestDatabase database;

        abstract TestDatabase open() throws Exception;

        @BeforeAll
        void openDatabase() throws Exception {
            CryptoIntegration.init(OutboxTest.class.getClassLoader());
            database = open();
        }

        @AfterAll
        void closeDatabase() throws Exception {
            database.close();
        }

        @BeforeEach
        void empty() {
            gateway = new ScriptedGateway();
            meters = new SimpleMeterRegistry();
            database.run(em -> em.createQuery("delete from OutboxMessage").executeUpdate());
        }

        @AfterEach
        void stop() {
            runners.forEach(OutboxRunner::close);
            runners.clear();
        }

        @Test
        void aMessageLeavesAfterTheCommitAndNotBefore() {
            Dispatcher dispatcher = dispatcher();
            List<String> atCommit = new ArrayList<>();
            try (EntityManager em = database.entityManager()) {
                List<KeycloakTransaction> after = new ArrayList<>();
                em.getTransaction().begin();
                outbox(em, after::add, (channel, id) -> atCommit.add(id)).send(realm("clave"), sms());
                assertThat(atCommit).isEmpty();
                em.getTransaction().commit();
                after.forEach(Promises::commit);
            }
            atCommit.forEach(dispatcher::dispatch);

            assertThat(gateway.asked())
                    .containsExactly(new Sms(
                            MobileNumber.of(NUMBER), TEXT, clock.instant().plus(TEN_MINUTES)));
            assertThat(states()).containsExactly(MessageState.SENT);
        }

        @Test
        void aMessageOfATransactionThatIsRolledBackWasNeverThere() {
            List<String> atCommit = new ArrayList<>();
            try (EntityManager em = database.entityManager()) {
                List<KeycloakTransaction> after = new ArrayList<>();
                em.getTransaction().begin();
                outbox(em, after::add, (channel, id) -> atCommit.add(id)).send(realm("clave"), sms());
                em.flush();
                em.getTransaction().rollback();
                after.forEach(transaction -> {
                    transaction.begin();
                    transaction.rollback();
                });
            }

            assertThat(atCommit).isEmpty();
            assertThat(states()).isEmpty();
        }

        @Test
        void whatWaitsIsNotReadableInTheDatabase() {
            put();
            put(outbox -> outbox.send(realm("clave"), Samples.email()));
            put(outbox -> outbox.send(realm("clave"), Samples.letter()));

            assertThat(everythingStored()).isNotEmpty().allSatisfy(value -> assertThat(value)
                    .doesNotContain("123456", "600000001", "ana@example.es", "Alcorcón", "%PDF"));
        }

        @Test
        void mailsAndLettersArriveWithAllThatTheyCarryAndAreErased() {
            String mail = put(outbox -> outbox.send(realm("clave"), Samples.email()));
            String letter = put(outbox -> outbox.send(realm("clave"), Samples.letter()));
            dispatcher().dispatch(mail);
            dispatcher().dispatch(letter);

            assertThat(gateway.asked()).containsExactly(Samples.email(), Samples.letter());
            assertThat(gateway.attempts())
                    .containsExactly(new Attempt("clave", mail, 1), new Attempt("clave", letter, 1));
            assertThat(states()).containsExactly(MessageState.SENT, MessageState.SENT);
            assertThat(column("sealed")).containsOnlyNulls();
            assertThat(column("sealedLong")).containsOnlyNulls();
            assertThat(meters.counter("clave.letter", "outcome", "sent", "reason", "none")
                            .count())
                    .isEqualTo(1);
        }

        @Test
        void whoSendsAgainIsToldThatTheMessageMayBeThereAlready() {
            String letter = put(outbox -> outbox.send(realm("clave"), Samples.letter()));
            gateway.answers(message -> {
                throw new Killed();
            });
            assertThatExceptionOfType(Killed.class)
                    .isThrownBy(() -> dispatcher().dispatch(letter));
            gateway.answers(new SendResult.Accepted("x"));
            clock.move(LEASE);
            dispatcher().dispatch(letter);

            assertThat(gateway.attempts()).extracting(Attempt::mayBeKnown).containsExactly(false, true);
        }

        @Test
        void aLetterIsReportedAsPostedByItsReferenceAndNoSmsIs() {
            gateway.answers(new SendResult.Accepted("SAME"));
            dispatcher().dispatch(put());
            dispatcher().dispatch(put(outbox -> outbox.send(realm("clave"), Samples.letter())));

            assertThat(report(outbox -> outbox.posted("SAME"))).isEqualTo(Outbox.Reported.RECORDED);
            assertThat(report(outbox -> outbox.notPosted("SAME", "late"))).isEqualTo(Outbox.Reported.ALREADY_FINAL);

            assertThat(states()).containsExactlyInAnyOrder(MessageState.SENT, MessageState.DELIVERED);
        }

        @Test
        void aPushMessageGoesToItsSenderWithAllThatItCarries() {
            gateway.answers(new SendResult.Accepted(""));
            dispatcher().dispatch(put(outbox -> outbox.send(realm("clave"), Samples.push())));

            assertThat(gateway.asked()).containsExactly(Samples.push());
            assertThat(states()).containsExactly(MessageState.SENT);
        }

        @Test
        void aMailServerThatHangsHoldsUpNoSms() {
            CountDownLatch stuck = new CountDownLatch(1);
            gateway.answers(message -> {
                if (message instanceof Email) {
                    awaitUninterruptibly(stuck);
                }
                return new SendResult.Accepted("x");
            });
            IntStream.range(0, 20).forEach(i -> put(outbox -> outbox.send(realm("clave"), Samples.email())));
            node();
            await(() -> gateway.asked().stream().anyMatch(Email.class::isInstance));

            put();

            await(() -> states().contains(MessageState.SENT));
            stuck.countDown();
            await(() -> states().stream().allMatch(MessageState.SENT::equals));
        }

        @Test
        void whatIsFinalHoldsNothingOfTheMessageAnyMore() {
            gateway.answers(new SendResult.Accepted("SM1"));
            dispatcher().dispatch(put());
            gateway.answers(new SendResult.Unreachable("no such number"));
            dispatcher().dispatch(put());
            String late = put();
            clock.move(TEN_MINUTES);
            dispatcher().dispatch(late);

            assertThat(states())
                    .containsExactlyInAnyOrder(MessageState.SENT, MessageState.FAILED, MessageState.EXPIRED);
            assertThat(column("sealed")).containsOnlyNulls();
            assertThat(column("nextAttemptAt")).containsOnlyNulls();
            assertThat(column("finalAt")).doesNotContainNull();
        }

        @Test
        void aPretendedMessageLooksTheSameUntilItQuietlyDisappears() {
            put();
            String pretended = pretend();
            List<String> lengths = database.run(em -> em.createQuery(
                            "select concat(m.realmId, ' ', m.state, ' ', length(m.sealed), ' ', m.attempts)"
                                    + " from OutboxMessage m",
                            String.class)
                    .getResultList());
            assertThat(lengths).hasSize(2).containsOnly(lengths.get(0));

            dispatcher().dispatch(pretended);

            assertThat(gateway.asked()).isEmpty();
            assertThat(states()).containsExactly(MessageState.PENDING);
        }

        @Test
        void aPretendedMessageIsHeldToTheSameRules() {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> put(outbox -> outbox.pretend(realm("clave"), "á", clock.instant())));
        }

        @Test
        void aGatewayThatIsDownForAWhileLosesNothing() {
            gateway.answers(new SendResult.Retry("down"));
            OutboxRunner node = node();
            List<String> ids = Stream.generate(this::put).limit(120).toList();
            ids.forEach(id -> node.submit(Channel.SMS, id));
            for (int minutes = 0; minutes < 8; minutes++) {
                clock.move(Duration.ofMinutes(1));
                await(() -> due() == 0);
            }
            assertThat(states()).hasSize(120).containsOnly(MessageState.PENDING);

            gateway.answers(new SendResult.Accepted("x"));
            clock.move(Duration.ofMinutes(1));

            await(() -> states().stream().allMatch(MessageState.SENT::equals));
            assertThat(states()).hasSize(120);
            assertThat(column("reason")).containsOnlyNulls();
        }

        @Test
        void everyFailureWaitsLongerThanTheOneBefore() {
            gateway.answers(new SendResult.Retry("down"));
            String id = put();
            Dispatcher dispatcher = dispatcher();
            List<Duration> waits = new ArrayList<>();
            for (int attempt = 0; attempt < 7; attempt++) {
                dispatcher.dispatch(id);
                Duration wait = Duration.ofMillis((Long) column("nextAttemptAt").get(0) - clock.millis());
                waits.add(wait);
                clock.move(wait.minusMillis(1));
                dispatcher.dispatch(id);
                clock.move(Duration.ofMillis(1));
            }

            assertThat(gateway.asked()).hasSize(7);
            for (int i = 0; i < waits.size(); i++) {
                Duration full = Duration.ofSeconds(Math.min(60, 2L << i));
                assertThat(waits.get(i)).isBetween(full.dividedBy(2), full);
            }
            assertThat(column("reason")).containsExactly("down");
        }

        @Test
        void aMessageIsNotTriedBeyondItsUse() {
            gateway.answers(new SendResult.Retry("down"));
            String id = put();
            Dispatcher dispatcher = dispatcher();
            while (states().contains(MessageState.PENDING)) {
                dispatcher.dispatch(id);
                clock.move(Duration.ofSeconds(10));
            }

            assertThat(states()).containsExactly(MessageState.EXPIRED);
            assertThat(column("reason")).containsExactly("down");
            assertThat(gateway.asked()).hasSizeBetween(10, 20);
            assertThat(count("expired", "down")).isEqualTo(1);
        }

        @Test
        void whatNobodyCameToSendInTimeIsNotSentLate() {
            String id = put();
            clock.move(TEN_MINUTES);
            dispatcher().dispatch(id);

            assertThat(gateway.asked()).isEmpty();
            assertThat(states()).containsExactly(MessageState.EXPIRED);
        }

        @Test
        void whatTheGatewayRefusesForGoodIsNotTriedAgain() {
            gateway.answers(new SendResult.GiveUp("account suspended"));
            String id = put();
            dispatcher().dispatch(id);
            clock.move(Duration.ofMinutes(1));
            dispatcher().dispatch(id);

            assertThat(gateway.asked()).hasSize(1);
            assertThat(states()).containsExactly(MessageState.FAILED);
            assertThat(column("reason")).containsExactly("account suspended");
            assertThat(count("failed", "account suspended")).isEqualTo(1);
        }

        @Test
        void aSenderThatThrowsIsTriedAgain() {
            gateway.answers(message -> {
                throw new IllegalStateException("for " + ((Sms) message).to().e164());
            });
            dispatcher().dispatch(put());

            assertThat(states()).containsExactly(MessageState.PENDING);
            assertThat(column("reason")).containsExactly("sender: IllegalStateException");
        }

        @Test
        void aMessageSealedWithAnotherSecretFailsVisibly() {
            String id = put();
            new Dispatcher(
                            database,
                            new MessageSeal(Arrays.copyOf(new byte[] {1}, 32)),
                            gateway,
                            retries(),
                            LEASE,
                            new OutboxMetrics(meters),
                            clock)
                    .dispatch(id);

            assertThat(states()).containsExactly(MessageState.FAILED);
            assertThat(column("reason")).containsExactly("cannot be unsealed");
        }

        @Test
        void ofManyNodesAtOnceExactlyOneSends() throws Exception {
            int nodes = 8;
            for (int round = 0; round < 25; round++) {
                String id = put();
                List<Dispatcher> dispatchers =
                        Stream.generate(this::dispatcher).limit(nodes).toList();
                allAtOnce(nodes, node -> dispatchers.get(node).dispatch(id));
                assertThat(gateway.asked()).hasSize(round + 1);
            }
        }

        @Test
        void nodesThatShareABacklogSendEachMessageOnce() {
            List<String> ids = Stream.generate(this::put).limit(200).toList();

            node();
            node();
            node();

            await(() -> states().stream().allMatch(MessageState.SENT::equals));
            assertThat(gateway.asked()).hasSameSizeAs(ids);
        }

        @Test
        void aNodeKilledBetweenCommitAndSendIsReplacedByAnother() {
            put();

            node();

            await(() -> states().contains(MessageState.SENT));
            assertThat(gateway.asked()).hasSize(1);
        }

        @Test
        void aNodeKilledWhileSendingIsReplacedWhenItsLeaseEnds() {
            String id = put();
            gateway.answers(sms -> {
                throw new Killed();
            });
            assertThatExceptionOfType(Killed.class)
                    .isThrownBy(() -> dispatcher().dispatch(id));
            gateway.answers(new SendResult.Accepted("x"));

            clock.move(LEASE.minusMillis(1));
            dispatcher().dispatch(id);
            assertThat(states()).containsExactly(MessageState.PENDING);

            clock.move(Duration.ofMillis(1));
            dispatcher().dispatch(id);
            assertThat(states()).containsExactly(MessageState.SENT);
            assertThat(column("attempts")).containsExactly(2);
        }

        @Test
        void aNodeThatWasOnlySlowDoesNotUndoWhatItsReplacementDid() {
            String id = put();
            gateway.answers(slow -> {
                clock.move(LEASE);
                gateway.answers(new SendResult.Accepted("second"));
                dispatcher().dispatch(id);
                return new SendResult.Unreachable("too late to tell");
            });
            dispatcher().dispatch(id);

            assertThat(states()).containsExactly(MessageState.SENT);
            assertThat(column("reference")).containsExactly("second");
        }

        @Test
        void aSlowNodesFailureLeavesAloneWhatAnotherIsSending() {
            for (SendResult failure :
                    List.of(new SendResult.Retry("busy"), new SendResult.Unreachable("no such number"))) {
                String id = put();
                gateway.answers(slow -> {
                    clock.move(LEASE);
                    claimElsewhere(id);
                    return failure;
                });
                dispatcher().dispatch(id);
            }

            assertThat(states()).containsExactly(MessageState.PENDING, MessageState.PENDING);
            assertThat(column("reason")).containsOnlyNulls();
            assertThat(column("nextAttemptAt"))
                    .contains(clock.instant().plus(LEASE).toEpochMilli());
            assertThat(meters.getMeters()).isEmpty();
        }

        @Test
        void aSlowNodesSuccessEndsTheMessageEvenThoughItsLeaseIsOver() {
            String id = put();
            gateway.answers(slow -> {
                clock.move(LEASE);
                gateway.answers(new SendResult.Retry("busy"));
                dispatcher().dispatch(id);
                return new SendResult.Accepted("first");
            });
            dispatcher().dispatch(id);

            assertThat(states()).containsExactly(MessageState.SENT);
            assertThat(column("reference")).containsExactly("first");
        }

        @Test
        void aNewMessageDoesNotWaitBehindThoseThatAreTriedAgain() throws Exception {
            CountDownLatch stuck = new CountDownLatch(1);
            CountDownLatch arrived = new CountDownLatch(1);
            gateway.answers(message -> {
                if (((Sms) message).text().equals("new")) {
                    arrived.countDown();
                } else {
                    awaitUninterruptibly(stuck);
                }
                return new SendResult.Accepted("x");
            });
            IntStream.range(0, 50).forEach(i -> put());
            OutboxRunner node = node();
            await(() -> !gateway.asked().isEmpty());

            node.submit(
                    Channel.SMS,
                    put(outbox -> outbox.send(
                            realm("clave"),
                            new Sms(
                                    MobileNumber.of(NUMBER),
                                    "new",
                                    clock.instant().plus(TEN_MINUTES)))));

            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            stuck.countDown();
        }

        @Test
        void theGatewaysReportsAreFollowedOnce() {
            gateway.answers(new SendResult.Accepted("SM1"));
            dispatcher().dispatch(put());
            gateway.answers(new SendResult.Accepted("SM2"));
            dispatcher().dispatch(put());

            assertThat(report(outbox -> outbox.delivered("SM1"))).isEqualTo(Outbox.Reported.RECORDED);
            assertThat(report(outbox -> outbox.delivered("SM1"))).isEqualTo(Outbox.Reported.ALREADY_FINAL);
            assertThat(report(outbox -> outbox.undelivered("SM1", "x"))).isEqualTo(Outbox.Reported.ALREADY_FINAL);
            assertThat(report(outbox -> outbox.undelivered("SM2", "unreachable")))
                    .isEqualTo(Outbox.Reported.RECORDED);
            assertThat(report(outbox -> outbox.delivered("SM3"))).isEqualTo(Outbox.Reported.UNKNOWN);

            assertThat(states()).containsExactlyInAnyOrder(MessageState.DELIVERED, MessageState.FAILED);
            assertThat(column("reason")).containsExactlyInAnyOrder(null, "unreachable");
            assertThat(count("delivered", "none")).isEqualTo(1);
            assertThat(count("undelivered", "unreachable")).isEqualTo(1);
        }

        @Test
        void aSenderWithoutReferencesGetsNoReports() {
            dispatcher().dispatch(put());

            assertThat(report(outbox -> outbox.delivered(""))).isEqualTo(Outbox.Reported.UNKNOWN);
            assertThat(states()).containsExactly(MessageState.SENT);
        }

        @Test
        void fatesAreForgottenAfterTheRetentionAndNoMessageThatWaits() {
            IntStream.range(0, 130).forEach(i -> dispatcher().dispatch(put()));
            clock.move(Duration.ofDays(7));
            dispatcher().dispatch(put());
            put();
            clock.move(Duration.ofMillis(1));

            node();

            await(() -> states().size() == 2);
        }

        @Test
        void aRealmThatIsRemovedTakesItsMessagesAlong() {
            put(outbox -> outbox.send(realm("other"), sms()));
            put();

            database.run(em -> {
                new OutboxTable(em).removeRealm("other");
                return em;
            });

            assertThat(column("realmId")).containsExactly("clave");
        }

        @Test
        void aLongReasonIsCut() {
            gateway.answers(new SendResult.Unreachable("r".repeat(1000)));
            dispatcher().dispatch(put());

            assertThat(column("reason")).containsExactly("r".repeat(255));
        }

        @Test
        void theBacklogIsCounted() {
            put();
            clock.move(Duration.ofSeconds(30));
            gateway.answers(new SendResult.Retry("down"));
            put();
            node();

            await(() -> Objects.equals(gauge("clave.outbox.pending"), 2.0)
                    && Objects.equals(gauge("clave.outbox.oldest"), 30.0));
            await(() -> count("postponed", "down") == 2);
        }

        @Test
        void theDelayOfEachMessageIsMeasured() {
            String id = put();
            clock.move(Duration.ofMillis(700));
            dispatcher().dispatch(id);

            assertThat(meters.get("clave.sms.delay").timer().totalTime(TimeUnit.MILLISECONDS))
                    .isEqualTo(700);
            assertThat(count("sent", "none")).isEqualTo(1);
        }

        @Test
        void aDatabaseThatIsAwayForAMomentStopsNothing() {
            AtomicInteger failures = new AtomicInteger(3);
            put();
            Transactions shaky = new Transactions() {
                @Override
                public <T> T run(Function<EntityManager, T> work) {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("no connection");
                    }
                    return database.run(work);
                }
            };

            start(shaky);

            await(() -> states().contains(MessageState.SENT));
        }

        private String put() {
            return put(outbox -> outbox.send(realm("clave"), sms()));
        }

        private void claimElsewhere(String id) {
            Instant now = clock.instant();
            boolean claimed = database.run(
                    em -> new OutboxTable(em).claim(id, now, now.plus(LEASE)).isPresent());
            assertThat(claimed).isTrue();
        }

        private String pretend() {
            return put(outbox ->
                    outbox.pretend(realm("clave"), "1", clock.instant().plus(TEN_MINUTES)));
        }

        /** Commits what the task does, and nobody hears of it: as if the node were killed then. */
        private String put(Consumer<Outbox> task) {
            List<String> ids = new ArrayList<>();
            List<KeycloakTransaction> after = new ArrayList<>();
            database.run(em -> {
                task.accept(outbox(em, after::add, (channel, id) -> ids.add(id)));
                return em;
            });
            after.forEach(Promises::commit);
            return ids.get(0);
        }

        private Outbox.Reported report(Function<Outbox, Outbox.Reported> task) {
            return database.run(em -> task.apply(outbox(em, none -> {}, (channel, id) -> {})));
        }

        private Outbox outbox(
                EntityManager em, Consumer<KeycloakTransaction> enlist, BiConsumer<Channel, String> afterCommit) {
            return new JpaOutbox(em, enlist, seal, afterCommit, new OutboxMetrics(meters), clock);
        }

        private static void commit(KeycloakTransaction transaction) {
            transaction.begin();
            transaction.commit();
        }

        private Sms sms() {
            return new Sms(MobileNumber.of(NUMBER), TEXT, clock.instant().plus(TEN_MINUTES));
        }

        private Dispatcher dispatcher() {
            return dispatcher(database);
        }

        private Dispatcher dispatcher(Transactions transactions) {
            return new Dispatcher(transactions, seal, gateway, retries(), LEASE, new OutboxMetrics(meters), clock);
        }

        private static RetrySchedule retries() {
            return new RetrySchedule(Duration.ofSeconds(2), Duration.ofSeconds(60), new Random(1));
        }

        /** A node that runs until the test ends. */
        private OutboxRunner node() {
            return start(database);
        }

        private OutboxRunner start(Transactions transactions) {
            OutboxSettings settings = new OutboxSettings(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    LEASE,
                    Duration.ofMillis(20),
                    4,
                    Duration.ofSeconds(900),
                    LEASE,
                    2,
                    Duration.ofDays(7));
            List<Lane> lanes = List.of(
                    new Lane("prompt", Lane.PROMPT, transactions, dispatcher(transactions), 4, clock),
                    new Lane("post", Lane.POST, transactions, dispatcher(transactions), 2, clock));
            OutboxRunner runner = new OutboxRunner(transactions, lanes, settings, new OutboxMetrics(meters), clock);
            runners.add(runner);
            runner.start();
            return runner;
        }

        private List<MessageState> states() {
            return database.run(em -> em.createQuery("select m.state from OutboxMessage m", MessageState.class)
                    .getResultList());
        }

        private List<Object> column(String name) {
            return database.run(em -> em.createQuery("select m." + name + " from OutboxMessage m", Object.class)
                    .getResultList());
        }

        List<?> inDatabase(String query) {
            return database.run(em -> em.createNativeQuery(query, String.class).getResultList());
        }

        private List<String> everythingStored() {
            return database.run(em -> {
                List<?> rows = em.createNativeQuery("select * from CLAVE_OUTBOX", Object[].class)
                        .getResultList();
                return rows.stream()
                        .flatMap(row -> Arrays.stream((Object[]) row))
                        .map(String::valueOf)
                        .toList();
            });
        }

        private int due() {
            return database.run(em ->
                    new OutboxTable(em).due(Lane.PROMPT, clock.instant(), 1000).size());
        }

        private double count(String outcome, String reason) {
            return meters.counter("clave.sms", "outcome", outcome, "reason", reason)
                    .count();
        }

        private Double gauge(String name) {
            return meters.get(name).tag("channel", "sms").gauge().value();
        }

        private static void allAtOnce(int parties, Consumer<Integer> task) throws Exception {
            CyclicBarrier start = new CyclicBarrier(parties);
            ExecutorService threads = Executors.newFixedThreadPool(parties);
            try {
                List<Callable<Boolean>> tasks = IntStream.range(0, parties)
                        .mapToObj(i -> (Callable<Boolean>) () -> {
                            start.await();
                            task.accept(i);
                            return true;
                        })
                        .toList();
                for (Future<Boolean> result : threads.invokeAll(tasks)) {
                    assertThat(result.get()).isTrue();
                }
            } finally {
                threads.shutdown();
            }
        }

        private static void await(Callable<Boolean> condition) {
            Instant deadline = Instant.now().plusSeconds(120);
            try {
                while (!condition.call()) {
                    assertThat(Instant.now()).as("waited too long").isBefore(deadline);
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } catch (Exception trouble) {
                throw new IllegalStateException(trouble);
            }
        }

        private static void awaitUninterruptibly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /** A realm that has an id, which is all that is asked of it here. */
        private static RealmModel realm(String id) {
            return (RealmModel) Proxy.newProxyInstance(
                    RealmModel.class.getClassLoader(),
                    new Class<?>[] {RealmModel.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getId")) {
                            return id;
                        }
                        throw new UnsupportedOperationException(method.getName());
                    });
        }

        /** The end of a node in the middle of its work. */
        private static final class Killed extends Error {}
    }
}
