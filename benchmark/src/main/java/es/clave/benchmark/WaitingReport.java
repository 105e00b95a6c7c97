package es.clave.benchmark;

import java.time.Duration;

/**
 * What browsers that wait for the app cost a node.
 *
 * @param idle processor time before they waited, in {@code measured}
 * @param waiting the same while they waited
 * @param qrs how many QR were drawn and sent in {@code measured} for those who watched
 */
record WaitingReport(
        int browsers,
        int stillThere,
        long heapBytes,
        long residentBytes,
        int threads,
        Duration measured,
        Duration idle,
        Duration waiting,
        int watching,
        long qrs,
        Duration drawing) {

    static final long MOST_BYTES = 200_000_000;
    static final double MOST_OF_A_CORE = 0.15;

    private static final double MILLION = 1e6;

    boolean holds() {
        return stillThere == browsers && heapBytes < MOST_BYTES && ofACore(waiting) < MOST_OF_A_CORE;
    }

    private double ofACore(Duration cpu) {
        return Math.max(0, (double) cpu.minus(idle).toMillis()) / measured.toMillis();
    }

    String text() {
        return """
                | | |
                |---|---:|
                | browsers that wait | %d |
                | of them still connected after %d s | %d |
                | heap that they take, after a collection | %.0f MB |
                | resident memory that the process grew by | %.0f MB |
                | threads of the process | %d |
                | of a core, while nothing changes | %.1f %% |
                | QR watched at the same time | %d |
                | QR drawn and sent a second | %.0f |
                | of a core for that | %.1f %% |
                | processor time of one QR | %.2f ms |

                Bounds: under %.0f MB of heap and under %.0f %% of a core for those who wait. They %s.
                """.formatted(
                        browsers,
                        measured.toSeconds(),
                        stillThere,
                        heapBytes / MILLION,
                        residentBytes / MILLION,
                        threads,
                        100 * ofACore(waiting),
                        watching,
                        (double) qrs / measured.toSeconds(),
                        100 * ofACore(drawing),
                        qrs == 0 ? 0 : (double) Math.max(0, drawing.minus(idle).toMillis()) / qrs,
                        MOST_BYTES / MILLION,
                        100 * MOST_OF_A_CORE,
                        holds() ? "hold" : "do NOT hold");
    }
}
