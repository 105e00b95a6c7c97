package es.clave.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleTest {

    @Property
    void everyWaitIsBetweenHalfAndAllOfTheDoubledDelay(
            @ForAll @IntRange(min = 1, max = 100_000) int attempt, @ForAll long seed) {
        RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(2), Duration.ofSeconds(60), new Random(seed));
        Duration full = Duration.ofSeconds((long) Math.min(60, 2 * Math.pow(2, attempt - 1.0)));

        assertThat(schedule.delayAfter(attempt)).isBetween(full.dividedBy(2), full);
    }

    @Property
    void twoNodesDoNotComeBackAtTheSameMoment(@ForAll long seed) {
        RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(2), Duration.ofSeconds(60), new Random(seed));

        assertThat(Stream.generate(() -> schedule.delayAfter(6)).limit(20).distinct())
                .hasSizeGreaterThan(10);
    }
}
