package es.clave.challenge;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.infinispan.Cache;

/** The entries of the cache. Each change is one atomic {@code replace} of exactly what was read, or begins anew. */
final class AppRequestStore {

    /** What is to become of a request, and what is said of it. */
    record Step<R>(Optional<StoredRequest> next, R result) {

        static <R> Step<R> stay(R result) {
            return new Step<>(Optional.empty(), result);
        }

        static <R> Step<R> to(StoredRequest next, R result) {
            return new Step<>(Optional.of(next), result);
        }
    }

    static final String REQUEST = "request:";

    private final Cache<String, String> cache;
    private final Clock clock;

    AppRequestStore(Cache<String, String> cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    Optional<StoredRequest> find(String id) {
        return Optional.ofNullable(cache.get(REQUEST + id))
                .map(text -> StoredRequest.read(text).at(clock.instant()));
    }

    void add(StoredRequest stored) {
        cache.put(REQUEST + stored.request().id(), stored.write(), lifespanMillis(stored), TimeUnit.MILLISECONDS);
    }

    void forget(String id) {
        cache.remove(REQUEST + id);
    }

    /** Decides on what is there, again and again until what was decided on is still what is there. */
    <R> R change(String id, R ifMissing, Function<StoredRequest, Step<R>> decision) {
        String key = REQUEST + id;
        while (true) {
            String text = cache.get(key);
            if (text == null) {
                return ifMissing;
            }
            Step<R> step = decision.apply(StoredRequest.read(text).at(clock.instant()));
            if (step.next().isEmpty() || replaced(key, text, step.next().get())) {
                return step.result();
            }
        }
    }

    private boolean replaced(String key, String text, StoredRequest next) {
        return cache.replace(key, text, next.write(), lifespanMillis(next), TimeUnit.MILLISECONDS);
    }

    Optional<StoredRequest> findByIndex(String key) {
        return Optional.ofNullable(cache.get(key)).flatMap(this::find);
    }

    /** Makes the index lead to this request if it still leads where it was seen to lead. */
    boolean index(String key, Optional<String> before, StoredRequest stored) {
        String id = stored.request().id();
        long millis = lifespanMillis(stored);
        return before.map(seen -> cache.replace(key, seen, id, millis, TimeUnit.MILLISECONDS))
                .orElseGet(() -> cache.putIfAbsent(key, id, millis, TimeUnit.MILLISECONDS) == null);
    }

    Optional<String> indexed(String key) {
        return Optional.ofNullable(cache.get(key));
    }

    void setIndex(String key, StoredRequest stored) {
        cache.put(key, stored.request().id(), lifespanMillis(stored), TimeUnit.MILLISECONDS);
    }

    private long lifespanMillis(StoredRequest stored) {
        return Math.max(1, stored.lifespan(clock.instant()).toMillis());
    }
}
