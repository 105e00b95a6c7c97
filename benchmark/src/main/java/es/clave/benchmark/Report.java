package es.clave.benchmark;

import es.clave.benchmark.Indistinguishability.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * What was measured, and whether it holds: the same page whoever the document belongs to, and times from which an attacker
 * guesses right in no more than {@value #MOST_GUESSED_RIGHT} of cases, counted at the unfavourable end of the 95 %
 * confidence interval, where 0.5 is tossing a coin.
 */
record Report(Map<Kind, List<Double>> milliseconds, Map<Kind, Set<String>> pages) {

    static final double MOST_GUESSED_RIGHT = 0.55;

    private static final double NORMAL_95 = 1.96;

    boolean holds() {
        return samePages() && Arrays.stream(Kind.values()).allMatch(kind -> worstGuess(kind) <= MOST_GUESSED_RIGHT);
    }

    boolean samePages() {
        return pages.values().stream().distinct().count() == 1
                && pages.get(Kind.REGISTERED).size() == 1;
    }

    /** How often "the slower one is registered", or "the faster one", is right for one of each: Mann and Whitney's U. */
    double guessedRight(Kind kind) {
        double[] registered = sample(Kind.REGISTERED);
        double[] other = sample(kind);
        double u = MannWhitneyUTest.withDefaults().statistic(registered, other);
        double slower = u / ((double) registered.length * other.length);
        return Math.max(slower, 1 - slower);
    }

    private double worstGuess(Kind kind) {
        return kind == Kind.REGISTERED ? 0.5 : guessedRight(kind) + margin(kind);
    }

    private double margin(Kind kind) {
        double m = sample(Kind.REGISTERED).length;
        double n = sample(kind).length;
        return NORMAL_95 * Math.sqrt((m + n + 1) / (12 * m * n));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("Pages: ")
                .append(samePages() ? "the same for all" : "THEY DIFFER")
                .append(".\n\n| document of | requests | median ms | 95 % ms | guessed right by time | at worst |\n")
                .append("|---|---:|---:|---:|---:|---:|\n");
        for (Kind kind : Kind.values()) {
            text.append("| %s | %d | %.2f | %.2f | %s |%n"
                    .formatted(
                            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            milliseconds.get(kind).size(),
                            percentile(kind, 0.5),
                            percentile(kind, 0.95),
                            kind == Kind.REGISTERED
                                    ? "– | –"
                                    : "%.3f | %.3f".formatted(guessedRight(kind), worstGuess(kind))));
        }
        text.append(
                "\nBound: at worst %.2f. It %s.%n".formatted(MOST_GUESSED_RIGHT, holds() ? "holds" : "does NOT hold"));
        return text.toString();
    }

    private double percentile(Kind kind, double share) {
        List<Double> sorted = milliseconds.get(kind).stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    private double[] sample(Kind kind) {
        return milliseconds.get(kind).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
