package es.clave.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.stream.Collectors;

/** When something happened, newest last, in milliseconds; written as one short text. */
final class EventLog {

    private static final int RADIX = Character.MAX_RADIX;

    private final Deque<Long> times;

    private EventLog(Deque<Long> times) {
        this.times = times;
    }

    static EventLog read(String text) {
        return new EventLog(
                text.isEmpty()
                        ? new ArrayDeque<>()
                        : Arrays.stream(text.split(",", -1))
                                .map(time -> Long.parseLong(time, RADIX))
                                .collect(Collectors.toCollection(ArrayDeque::new)));
    }

    String write() {
        return times.stream().map(time -> Long.toString(time, RADIX)).collect(Collectors.joining(","));
    }

    void add(Instant now) {
        times.addLast(now.toEpochMilli());
    }

    void forgetBefore(Instant instant) {
        while (!times.isEmpty() && times.peekFirst() <= instant.toEpochMilli()) {
            times.removeFirst();
        }
    }

    void clear() {
        times.clear();
    }

    int since(Instant start) {
        return (int) times.stream().filter(time -> time > start.toEpochMilli()).count();
    }

    /** How long until one more fits the window; zero if it fits now. */
    Duration waitFor(Limit.Window window, Instant now) {
        if (since(now.minus(window.length())) < window.count()) {
            return Duration.ZERO;
        }
        Iterator<Long> newestFirst = times.descendingIterator();
        long oldestThatCounts = 0;
        for (int i = 0; i < window.count(); i++) {
            oldestThatCounts = newestFirst.next();
        }
        return Duration.between(now, Instant.ofEpochMilli(oldestThatCounts).plus(window.length()));
    }
}
