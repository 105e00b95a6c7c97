package es.clave.demo.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What an application remembers of each browser, in memory, under a cookie of its own. */
public final class Sessions<S> {

    /** A session and the name the browser knows it by. */
    public record Session<S>(String id, S content) {

        @Override
        public String toString() {
            return "Session[" + content + "]";
        }
    }

    private record Kept<S>(S content, Instant lastSeen) {}

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int MOST_SESSIONS = 10_000;
    private static final int ID_BYTES = 32;

    private final String cookie;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept<S>> kept = new ConcurrentHashMap<>();

    /** All applications of the demo are on the host localhost, so the cookie's name must be unique among them. */
    public Sessions(String cookie, Clock clock) {
        this.cookie = cookie;
        this.clock = clock;
    }

    /** The session of this browser, empty where there is none or it was idle too long. */
    public Optional<Session<S>> find(Request request) {
        return request.cookie(cookie).flatMap(id -> {
            Kept<S> found = kept.computeIfPresent(
                    id, (ignored, old) -> expired(old) ? null : new Kept<>(old.content(), clock.instant()));
            return Optional.ofNullable(found).map(current -> new Session<>(id, current.content()));
        });
    }

    /** The session of this browser, or a new one. */
    public Session<S> findOrOpen(Request request, Supplier<S> fresh) {
        return find(request).orElseGet(() -> open(fresh.get()));
    }

    /** A new session with a name nobody can have known before: used at each login (session fixation). */
    public Session<S> open(S content) {
        if (kept.size() >= MOST_SESSIONS) {
            kept.values().removeIf(this::expired);
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.put(id, new Kept<>(content, clock.instant()));
        return new Session<>(id, content);
    }

    /** Forgets a session. */
    public void close(Session<S> session) {
        kept.remove(session.id());
    }

    /** Forgets every session that fits, and tells how many did. */
    public int closeAll(Predicate<S> which) {
        int before = kept.size();
        kept.values().removeIf(session -> which.test(session.content()));
        return before - kept.size();
    }

    /** The answer, with the session's cookie. */
    public Response carry(Response response, Session<S> session) {
        return response.withCookie(cookie, session.id());
    }

    /** The answer, with the cookie taken away. */
    public Response drop(Response response) {
        return response.withoutCookie(cookie);
    }

    private boolean expired(Kept<S> session) {
        return session.lastSeen().plus(IDLE).isBefore(clock.instant());
    }
}
