package es.clave.integrationtests.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for what happens outside this process, by asking again and again. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** An answer where the condition holds. */
    static Optional<Boolean> present(boolean condition) {
        return condition ? Optional.of(true) : Optional.empty();
    }

    /**
     * Asks until there is an answer.
     *
     * @throws AssertionError after the given time, with what was waited for
     */
    public static <T> T until(String what, Duration atMost, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + atMost.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
