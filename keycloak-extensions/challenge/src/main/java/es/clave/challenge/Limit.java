package es.clave.challenge;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How often something may happen to one subject: never more than a window's count in any stretch of its length.
 *
 * @param name of the limiter, in metrics and statistics
 * @param windows all of them hold
 */
public record Limit(String name, List<Window> windows) {

    /** The highest count a window may have: the times of so many events are kept in one row. */
    public static final int MOST_EVENTS = 300;

    /** At most {@code count} events in any {@code length}. */
    public record Window(int count, Duration length) {

        /** @throws IllegalArgumentException outside 1 to {@link #MOST_EVENTS}, or if the length is not positive */
        public Window {
            if (count < 1 || count > MOST_EVENTS || length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a window has a length and 1 to " + MOST_EVENTS + " events");
            }
        }
    }

    /** @throws IllegalArgumentException without a window */
    public Limit {
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("a limit has a window at least");
        }
        windows = List.copyOf(windows);
    }

    Duration longestWindow() {
        return windows.stream()
                .map(Window::length)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
