package es.clave.identity;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts as hostile as a form field can carry. */
final class AnyText {

    /** Longer than anything typed: what takes more than linear time on it would be felt. */
    static final int LONG = 1_000_000;

    private AnyText() {}

    /** Any characters whatsoever, lone surrogates too, and mixtures of the characters that the types look for. */
    static Arbitrary<String> whatsoever() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> alike = Arbitraries.strings()
                .withChars("0123456789XYZTEC+-./ \u00a0\u200e\u202e\u0000\u0660\u06f5\uff11\ud835\udfce\n\r\tıſß")
                .ofMaxLength(24);
        return Arbitraries.oneOf(anything, alike);
    }

    /** Puts separators, or nothing, before and after each character, and changes the case. */
    static Arbitrary<String> asTyped(String value) {
        Arbitrary<String> gap = Arbitraries.of("", "", "", " ", "-", ".", "\u00a0", "\t", "\u2013", "/", "\u200e");
        return gap.list().ofSize(value.length() + 1).flatMap(gaps -> Arbitraries.of(true, false)
                .map(lower -> {
                    StringBuilder typed = new StringBuilder(gaps.get(0));
                    for (int i = 0; i < value.length(); i++) {
                        char c = value.charAt(i);
                        typed.append(lower ? Character.toLowerCase(c) : c).append(gaps.get(i + 1));
                    }
                    return typed.toString();
                }));
    }
}
