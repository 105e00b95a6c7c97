package es.clave.challenge;

import es.clave.identity.OneTimeCode;
import java.time.Instant;
import org.keycloak.provider.Provider;

/**
 * Codes of minutes, kept as keyed hashes, each accepted once by one node. Works at once and not with the transaction: a
 * code that was claimed stays claimed.
 */
public interface Codes extends Provider {

    /** What became of a typed code. */
    sealed interface Answer {

        /** Right, and now used up. */
        record Accepted() implements Answer {}

        /** Wrong; so many tries are left, one at least. */
        record Wrong(int triesLeft) implements Answer {}

        /** Wrong once too often: the code is dead even for who knows it. */
        record Exhausted() implements Answer {}

        /** There is none, it was used, or its time is over. */
        record Expired() implements Answer {}

        /** Another browser asked for a newer one. */
        record Superseded() implements Answer {}
    }

    /**
     * Puts a code into its slot, in place of whatever was there.
     *
     * @param browser the only browser session that may answer
     * @return when it expires
     */
    Instant issue(CodeSlot slot, String browser, OneTimeCode code, CodePolicy policy);

    /** Does the same as {@link #issue} with a code that nothing matches: for those who get none, but must not learn so. */
    Instant pretend(CodeSlot slot, String browser, CodePolicy policy);

    /** Tries a typed code. A wrong one counts, wherever and however often at once it is typed. */
    Answer answer(CodeSlot slot, String browser, OneTimeCode typed);
}
