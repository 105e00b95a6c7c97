package es.clave.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.platform.KeyedHash;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules of the limits, on the databases that the server runs on. */
class JpaThrottleTest {

    private static final Limit THREE_A_MINUTE = new Limit(
            "three", List.of(new Limit.Window(3, Duration.ofMinutes(1)), new Limit.Window(5, Duration.ofHours(1))));
    private static final KeyedHash KEYED_HASH = KeyedHash.withKey(new byte[32]);
    private static final FailurePolicy POLICY =
            new FailurePolicy("failures", 3, Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofHours(1), 12);

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnH2 extends Rules {

        @Override
        DataSource open() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:throttle;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE");
            return source;
        }

        @Override
        void closeDatabase() {}
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Rules {

        private EmbeddedPostgres server;

        @Override
        DataSource open() throws IOException {
            server = EmbeddedPostgres.start();
            return server.getPostgresDatabase();
        }

        @Override
        void closeDatabase() throws IOException {
            server.close();
        }
    }

    abstract static class Rules {

        private final MovableClock clock = new MovableClock();
        private final Throttle throttle = new JpaThrottle(this::inTransaction, KEYED_HASH, clock);
        private EntityManagerFactory factory;

        abstract DataSource open() throws Exception;

        abstract void closeDatabase() throws Exception;

        @BeforeAll
        void migrate() throws Exception {
            DataSource source = open();
            try (Connection connection = source.getConnection()) {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                new CommandScope("update")
                        .addArgumentValue("database", database)
                        .addArgumentValue("changelogFile", "META-INF/clave-throttle-changelog.xml")
                        .execute();
            }
            Configuration configuration = new Configuration()
                    .addAnnotatedClass(ThrottleEntity.class)
                    .setProperty("hibernate.hbm2ddl.auto", "validate");
            configuration.getProperties().put("hibernate.connection.datasource", source);
            factory = configuration.buildSessionFactory();
        }

        @AfterAll
        void close() throws Exception {
            factory.close();
            closeDatabase();
        }

        @Test
        void aLimitHoldsInEachOfItsWindows() {
            for (int i = 0; i < 3; i++) {
                assertThat(take("windows")).isEqualTo(new Throttle.Verdict.Allowed());
                clock.move(Duration.ofSeconds(10));
            }
            assertThat(take("windows")).isEqualTo(new Throttle.Verdict.Refused(THREE_A_MINUTE, Duration.ofSeconds(30)));
            clock.move(Duration.ofMinutes(1));
            assertThat(take("windows")).isEqualTo(new Throttle.Verdict.Allowed());
            assertThat(take("windows")).isEqualTo(new Throttle.Verdict.Allowed());
            assertThat(take("windows"))
                    .isInstanceOfSatisfying(Throttle.Verdict.Refused.class, refused -> assertThat(refused.retryAfter())
                            .isEqualTo(Duration.ofMinutes(58).plusSeconds(30)));
        }

        @Test
        void whatIsRefusedByOneLimitIsCountedByNone() {
            Limit one = new Limit("one", List.of(new Limit.Window(1, Duration.ofMinutes(1))));
            Throttle.Demand tight = new Throttle.Demand(one, "tight");
            Throttle.Demand wide = new Throttle.Demand(THREE_A_MINUTE, "wide");
            assertThat(throttle.take("realm", List.of(tight, wide))).isEqualTo(new Throttle.Verdict.Allowed());
            for (int i = 0; i < 5; i++) {
                assertThat(throttle.take("realm", List.of(tight, wide))).isInstanceOf(Throttle.Verdict.Refused.class);
            }
            assertThat(throttle.take("realm", List.of(wide))).isEqualTo(new Throttle.Verdict.Allowed());
        }

        @Test
        void tooManyFailuresPauseAndEachFurtherPauseIsTwiceAsLongUntilTheLongest() {
            for (int minutes : new int[] {15, 30, 60}) {
                assertThat(fail("pauses")).isInstanceOf(Throttle.Standing.Open.class);
                assertThat(fail("pauses")).isInstanceOf(Throttle.Standing.Open.class);
                assertThat(fail("pauses")).isEqualTo(new Throttle.Standing.Paused(Duration.ofMinutes(minutes)));
                clock.move(Duration.ofMinutes(minutes).minusMillis(1));
                assertThat(standing("pauses")).isEqualTo(new Throttle.Standing.Paused(Duration.ofMillis(1)));
                clock.move(Duration.ofMillis(1));
                assertThat(standing("pauses")).isInstanceOf(Throttle.Standing.Open.class);
            }
            fail("pauses");
            fail("pauses");
            assertThat(fail("pauses")).isEqualTo(new Throttle.Standing.Disabled());
            clock.move(Duration.ofDays(300));
            assertThat(standing("pauses")).isEqualTo(new Throttle.Standing.Disabled());
        }

        @Test
        void aSuccessEndsTheRowButNotTheWindow() {
            fail("success");
            fail("success");
            throttle.succeeded("realm", POLICY, "success");
            assertThat(fail("success")).isEqualTo(new Throttle.Standing.Paused(POLICY.firstPause()));
        }

        @Test
        void failuresThatAreLongAgoDoNotPause() {
            fail("ago");
            fail("ago");
            clock.move(POLICY.window());
            assertThat(fail("ago")).isInstanceOf(Throttle.Standing.Open.class);
        }

        @Test
        void ofManyAtOnceNoMoreThanTheLimitAreAllowedAndNoneFails() throws Exception {
            for (int round = 0; round < 10; round++) {
                String subject = "race-" + round;
                List<Throttle.Verdict> verdicts = allAtOnce(8, () -> take(subject));
                assertThat(verdicts)
                        .filteredOn(Throttle.Verdict.Allowed.class::isInstance)
                        .hasSize(3);
                assertThat(verdicts)
                        .filteredOn(Throttle.Verdict.Refused.class::isInstance)
                        .hasSize(5);
            }
        }

        @Test
        void whatNobodyTouchesIsForgottenButNotWhatStillHolds() {
            take("forgotten");
            fail("remembered");
            clock.move(Duration.ofHours(2));
            int forgotten = inTransaction(entities -> new ThrottleRows(entities).forget(clock.millis()));
            assertThat(forgotten).isPositive();
            List<String> kept =
                    inTransaction(entities -> entities.createQuery("select id from ThrottleEntity", String.class)
                            .getResultList());
            assertThat(kept)
                    .doesNotContain(KEYED_HASH.of("realm", THREE_A_MINUTE.name(), "forgotten"))
                    .contains(KEYED_HASH.of("realm", POLICY.name(), "remembered"));
        }

        private Throttle.Verdict take(String subject) {
            return throttle.take("realm", List.of(new Throttle.Demand(THREE_A_MINUTE, subject)));
        }

        private Throttle.Standing fail(String subject) {
            return throttle.failed("realm", POLICY, subject);
        }

        private Throttle.Standing standing(String subject) {
            return throttle.standing("realm", POLICY, subject);
        }

        private <T> T inTransaction(Function<EntityManager, T> work) {
            try (EntityManager entities = factory.createEntityManager()) {
                entities.getTransaction().begin();
                try {
                    T result = work.apply(entities);
                    entities.getTransaction().commit();
                    return result;
                } finally {
                    if (entities.getTransaction().isActive()) {
                        entities.getTransaction().rollback();
                    }
                }
            }
        }

        private static <T> List<T> allAtOnce(int count, Callable<T> work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(count);
            try {
                CyclicBarrier start = new CyclicBarrier(count);
                List<Future<T>> results = IntStream.range(0, count)
                        .mapToObj(i -> threads.submit(() -> {
                            start.await();
                            return work.call();
                        }))
                        .toList();
                List<T> all = new ArrayList<>();
                for (Future<T> result : results) {
                    all.add(result.get());
                }
                return all;
            } finally {
                threads.shutdown();
            }
        }
    }
}
