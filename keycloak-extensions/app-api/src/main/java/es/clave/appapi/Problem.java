package es.clave.appapi;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A call that ends otherwise than was wished; the answer is a problem (RFC 9457). */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, Object> members;
    private final transient Object[] words;
    private final transient Optional<Duration> retryAfter;

    private Problem(ProblemCode code, Map<String, Object> members, Object[] words, Optional<Duration> retryAfter) {
        // Nothing to be traced: it is an answer.
        super(code.label(), null, false, false);
        this.code = code;
        this.members = members;
        this.words = words;
        this.retryAfter = retryAfter;
    }

    /** A problem without more to say. */
    public static Problem of(ProblemCode code) {
        return new Problem(code, Map.of(), new Object[0], Optional.empty());
    }

    /** A member of the body that is not as it should be. */
    public static Problem at(ProblemCode code, String field) {
        return of(code).with("field", field);
    }

    /** A problem of developers: the word says which. */
    public static Problem because(ProblemCode code, String reason) {
        return of(code).with("reason", reason);
    }

    /** Something that may be tried again later; the text tells whole minutes. */
    public static Problem later(ProblemCode code, Duration wait) {
        return new Problem(code, Map.of(), new Object[] {wait.plusSeconds(59).toMinutes()}, Optional.of(wait));
    }

    /** The same with one member more. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(members);
        more.put(name, value);
        return new Problem(code, more, words, retryAfter);
    }

    /** The same, with what the text says at {0}. */
    public Problem saying(Object word) {
        return new Problem(code, members, new Object[] {word}, retryAfter);
    }

    ProblemCode code() {
        return code;
    }

    Map<String, Object> members() {
        return members;
    }

    Object[] words() {
        return words.clone();
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
