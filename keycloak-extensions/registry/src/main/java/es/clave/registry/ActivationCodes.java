package es.clave.registry;

import es.clave.identity.ActivationCode;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The codes on the registration receipts, one a citizen, each accepted once. Kept as a slow salted hash (OWASP ASVS 6.5.2):
 * nobody can show one a second time.
 */
public interface ActivationCodes extends Provider {

    /** What became of a typed code. */
    sealed interface Answer {

        /** Right, and used up when the transaction commits. */
        record Accepted() implements Answer {}

        /** No code at all; it does not count as a try. */
        record Malformed(ActivationCode.Mistake mistake) implements Answer {}

        /** Wrong; so many tries are left, one at least. */
        record Wrong(int triesLeft) implements Answer {}

        /** Wrong once too often: the code is dead even for who knows it, and a new one is needed. */
        record Blocked() implements Answer {}

        /** The citizen has none: it was used, or never issued. */
        record None() implements Answer {}
    }

    /** Makes a code that replaces the citizen's former one, in the transaction of the session. */
    ActivationCode issue(RealmModel realm, Citizen citizen);

    /**
     * Tries what was typed. A wrong one counts at once, whatever becomes of the request around it, so this must not be
     * called where {@link #issue} was called for the same citizen in the same transaction. Takes the same time whether or
     * not there is a code, also with no citizen.
     */
    Answer redeem(RealmModel realm, Optional<Citizen> citizen, String typed);

    /**
     * Tries what was typed as {@link #redeem} does, but does not use up a code that is right: for steps between the code and
     * what it is redeemed for.
     */
    Answer check(RealmModel realm, Optional<Citizen> citizen, String typed);

    /** Whether this citizen has a code that was not used and can be. */
    boolean waiting(RealmModel realm, Citizen citizen);
}
