package es.clave.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.OneTimeCode;
import es.clave.platform.KeyedHash;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On two Infinispan nodes of one cluster, as on two servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InfinispanCodesTest {

    private static final CodePolicy POLICY = new CodePolicy(Duration.ofMinutes(10), 5);
    private static final OneTimeCode CODE = code("123456");
    private static final OneTimeCode OTHER_CODE = code("654321");

    private final MovableClock clock = new MovableClock();
    private final SecureRandom random = new SecureRandom();
    private final KeyedHash keyedHash = KeyedHash.withKey(new byte[32]);

    private List<DefaultCacheManager> nodes = List.of();
    private Codes here = codesOn(null);
    private Codes there = codesOn(null);

    @BeforeAll
    void startTwoNodes() {
        nodes = List.of(node(), node());
        nodes.forEach(node -> node.getCache("codes"));
        here = codesOn(nodes.get(0));
        there = codesOn(nodes.get(1));
        assertThat(nodes.get(0).getMembers()).hasSize(2);
    }

    @AfterAll
    void stopBoth() throws IOException {
        for (DefaultCacheManager node : nodes) {
            node.close();
        }
    }

    private static DefaultCacheManager node() {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().clusterName("codes-test").addProperty("configurationFile", "two-nodes-jgroups.xml");
        global.jmx().disable();
        Configuration codes = new ConfigurationBuilder()
                .clustering()
                .cacheMode(CacheMode.DIST_SYNC)
                .hash()
                .numOwners(2)
                .build();
        DefaultCacheManager manager = new DefaultCacheManager(global.build());
        manager.defineConfiguration("codes", codes);
        return manager;
    }

    private Codes codesOn(DefaultCacheManager node) {
        Cache<String, String> cache = node == null ? null : node.getCache("codes");
        return new InfinispanCodes(cache, keyedHash, clock, random);
    }

    @Test
    void aCodeIsAcceptedOnAnyNodeAndOnlyOnce() {
        CodeSlot slot = slot("once");
        here.issue(slot, "browser", CODE, POLICY);
        assertThat(there.answer(slot, "browser", CODE)).isEqualTo(new Codes.Answer.Accepted());
        assertThat(here.answer(slot, "browser", CODE)).isEqualTo(new Codes.Answer.Expired());
        assertThat(there.answer(slot, "browser", CODE)).isEqualTo(new Codes.Answer.Expired());
    }

    @Test
    void fiveWrongAnswersKillACodeEvenForItsHolder() {
        CodeSlot slot = slot("exhausted");
        here.issue(slot, "browser", CODE, POLICY);
        for (int left = 4; left >= 1; left--) {
            Codes node = left % 2 == 0 ? here : there;
            assertThat(node.answer(slot, "browser", OTHER_CODE)).isEqualTo(new Codes.Answer.Wrong(left));
        }
        assertThat(there.answer(slot, "browser", OTHER_CODE)).isEqualTo(new Codes.Answer.Exhausted());
        assertThat(here.answer(slot, "browser", CODE)).isEqualTo(new Codes.Answer.Exhausted());
    }

    @Test
    void aCodeDiesWhenItsTimeIsOver() {
        CodeSlot slot = slot("expired");
        here.issue(slot, "browser", CODE, POLICY);
        clock.move(POLICY.lifetime().minusMillis(1));
        assertThat(here.answer(slot, "browser", OTHER_CODE)).isEqualTo(new Codes.Answer.Wrong(4));
        clock.move(Duration.ofMillis(1));
        assertThat(here.answer(slot, "browser", CODE)).isEqualTo(new Codes.Answer.Expired());
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOld() {
        CodeSlot slot = slot("replaced");
        here.issue(slot, "browser", CODE, POLICY);
        there.issue(slot, "browser", OTHER_CODE, POLICY);
        assertThat(here.answer(slot, "browser", CODE)).isEqualTo(new Codes.Answer.Wrong(4));
        assertThat(here.answer(slot, "browser", OTHER_CODE)).isEqualTo(new Codes.Answer.Accepted());
    }

    @Test
    void aCodeBelongsToTheBrowserThatAskedForIt() {
        CodeSlot slot = slot("browser");
        here.issue(slot, "one", CODE, POLICY);
        assertThat(here.answer(slot, "another", CODE)).isEqualTo(new Codes.Answer.Superseded());
        assertThat(here.answer(slot, "one", CODE)).isEqualTo(new Codes.Answer.Accepted());
    }

    @Test
    void aPretendedCodeMatchesNothingAndCountsAsARealOneDoes() {
        CodeSlot slot = slot("pretended");
        here.pretend(slot, "browser", POLICY);
        assertThat(here.answer(slot, "browser", CODE)).isEqualTo(new Codes.Answer.Wrong(4));
    }

    @Test
    void nothingThatIsKeptNamesTheCodeTheBrowserOrTheSubject() {
        CodeSlot slot = slot("some-citizen");
        here.issue(slot, "some-browser", CODE, POLICY);
        assertThat(nodes.get(0).<String, String>getCache("codes").entrySet())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getKey() + entry.getValue())
                        .doesNotContain("some-citizen", "some-browser", CODE.value()));
    }

    @Test
    void ofManyRightAnswersAtOnceOneIsAccepted() throws Exception {
        for (int round = 0; round < 100; round++) {
            CodeSlot slot = slot("race-" + round);
            here.issue(slot, "browser", CODE, POLICY);
            assertThat(allAtOnce(8, slot, CODE)).containsOnlyOnce(new Codes.Answer.Accepted());
        }
    }

    @Test
    void ofManyWrongAnswersAtOnceEachCounts() throws Exception {
        for (int round = 0; round < 50; round++) {
            CodeSlot slot = slot("guess-" + round);
            here.issue(slot, "browser", CODE, POLICY);
            assertThat(allAtOnce(8, slot, OTHER_CODE))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    IntStream.rangeClosed(1, 4).<Codes.Answer>mapToObj(Codes.Answer.Wrong::new),
                                    Stream.<Codes.Answer>generate(Codes.Answer.Exhausted::new)
                                            .limit(4))
                            .toList());
        }
    }

    private List<Codes.Answer> allAtOnce(int count, CodeSlot slot, OneTimeCode typed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Future<Codes.Answer>> answers = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return (i % 2 == 0 ? here : there).answer(slot, "browser", typed);
                    }))
                    .toList();
            List<Codes.Answer> all = new ArrayList<>();
            for (Future<Codes.Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private static CodeSlot slot(String subject) {
        return new CodeSlot("realm", "pin", subject);
    }

    private static OneTimeCode code(String digits) {
        return OneTimeCode.parse(digits).orElseThrow();
    }
}
