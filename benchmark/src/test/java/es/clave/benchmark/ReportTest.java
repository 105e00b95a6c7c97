package es.clave.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.benchmark.Indistinguishability.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void timesOfOneDistributionHold() {
        Report report = new Report(times(0), pages("page"));
        assertThat(report.holds()).isTrue();
        assertThat(report.text()).contains("the same for all", "It holds.");
    }

    @Test
    void aMillisecondLongerDoesNotHold() {
        Report report = new Report(times(1), pages("page"));
        assertThat(report.guessedRight(Kind.UNREGISTERED)).isGreaterThan(0.6);
        assertThat(report.holds()).isFalse();
        assertThat(report.text()).contains("does NOT hold");
    }

    @Test
    void anotherPageDoesNotHold() {
        assertThat(new Report(times(0), pages("other page")).holds()).isFalse();
    }

    private static Map<Kind, List<Double>> times(double longerIfRegistered) {
        Random random = new Random(1);
        Map<Kind, List<Double>> times = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            double longer = kind == Kind.REGISTERED ? longerIfRegistered : 0;
            times.put(
                    kind,
                    Stream.generate(() -> 20 + longer + 2 * random.nextGaussian())
                            .limit(2000)
                            .collect(Collectors.toList()));
        }
        return times;
    }

    private static Map<Kind, Set<String>> pages(String ofRegistered) {
        Map<Kind, Set<String>> pages = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            pages.put(kind, Set.of(kind == Kind.REGISTERED ? ofRegistered : "page"));
        }
        return pages;
    }
}
