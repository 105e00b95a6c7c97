package es.clave.registration.letter;

import es.clave.registry.PostalAddress;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An address as its owner knows it again and nobody else learns it: of every word the first letter, of every number nothing,
 * of the postcode the province.
 */
final class MaskedAddress {

    private static final String HIDDEN = "•••";
    private static final int PROVINCE_DIGITS = 2;

    private MaskedAddress() {}

    static String of(PostalAddress address) {
        String postcode = address.postcode();
        return masked(address.street()) + ", "
                + postcode.substring(0, Math.min(PROVINCE_DIGITS, postcode.length())) + HIDDEN + " "
                + masked(address.town())
                + (address.province().isBlank() ? "" : " (" + address.province() + ")");
    }

    private static String masked(String words) {
        return Arrays.stream(words.strip().split("\\s+", -1))
                .map(MaskedAddress::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        int first = word.isEmpty() ? 0 : word.codePointAt(0);
        return Character.isLetter(first) ? Character.toString(first) + HIDDEN : HIDDEN;
    }
}
