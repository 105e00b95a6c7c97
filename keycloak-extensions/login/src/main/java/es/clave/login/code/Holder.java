package es.clave.login.code;

import es.clave.platform.KeyedHash;
import es.clave.registry.Citizen;
import java.util.Optional;

/**
 * Whose code it is: a citizen's or nobody's. Both look alike to the browser, to the limits and to the clock, so that no
 * answer tells whether what was typed is right or its holder registered.
 *
 * @param subject for codes and limits; one of its own for everything wrong, so that who tries wrong data neither locks out
 *     their holder nor sees right ones behave differently
 * @param phoneEnding the last two digits of the phone, or two that stay the same for the same wrong data
 */
public record Holder(String subject, String phoneEnding, Optional<Citizen> citizen) {

    private static final int PHONE_ENDINGS = 100;

    /** A citizen. */
    public static Holder of(Citizen citizen) {
        return new Holder("citizen:" + citizen.id(), citizen.mobile().lastDigits(), Optional.of(citizen));
    }

    /** Whoever typed this. */
    public static Holder nobody(KeyedHash keyedHash, String... typed) {
        String digest = keyedHash.of(typed);
        return new Holder(
                "nobody:" + digest,
                "%02d".formatted(Math.floorMod(digest.hashCode(), PHONE_ENDINGS)),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "Holder[****]";
    }
}
