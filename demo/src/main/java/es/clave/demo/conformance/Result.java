package es.clave.demo.conformance;

/**
 * What became of one answer.
 *
 * @param outcome what the agency did
 * @param detail in English, for developers
 */
public record Result(Check check, Outcome outcome, String detail) {

    /** What an agency can do with an answer. */
    public enum Outcome {
        /** The person of the answer was logged in. */
        TAKEN,
        /** Nobody was. */
        REFUSED,
        /** The agency answered with an error of its own (HTTP 5xx), or not at all, or the login did not begin. */
        BROKEN
    }

    /** Whether that is what a careful agency does. */
    public boolean passed() {
        return outcome == (check.good() ? Outcome.TAKEN : Outcome.REFUSED);
    }
}
