package es.clave.login.pin;

import es.clave.platform.KeyedHash;
import es.clave.platform.TypedDocument;
import es.clave.registry.Citizen;
import java.util.Optional;

/**
 * Whose PIN it is: a citizen's or nobody's. Both look alike to the browser, to the limits and to the clock, so that no
 * answer tells whether a document is right or its holder registered.
 *
 * @param subject for codes and limits; one of its own for every wrong document, so that who tries wrong documents
 *     neither locks out their holder nor sees a right one behave differently
 * @param phoneEnding the last two digits of the phone, or two that stay the same for the same wrong document
 */
record Holder(String subject, String phoneEnding, Optional<Citizen> citizen) {

    private static final int PHONE_ENDINGS = 100;

    static Holder of(Citizen citizen) {
        return new Holder("citizen:" + citizen.id(), citizen.mobile().lastDigits(), Optional.of(citizen));
    }

    static Holder nobody(TypedDocument.Document document, KeyedHash keyedHash) {
        String digest =
                keyedHash.of(document.nationalId().value(), document.datum().value());
        return new Holder(
                "nobody:" + digest,
                "%02d".formatted(Math.floorMod(digest.hashCode(), PHONE_ENDINGS)),
                Optional.empty());
    }
}
