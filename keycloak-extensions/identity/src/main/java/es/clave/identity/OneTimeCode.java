package es.clave.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** A code of six digits that lives for minutes: a PIN, or the proof of having a phone. */
public final class OneTimeCode {

    /** What can be wrong with a typed code. */
    public enum Mistake {
        /** Nothing was typed. */
        EMPTY,
        /** Not six digits. */
        MALFORMED
    }

    /** How many digits a code has. */
    public static final int DIGITS = 6;

    private static final int CODES = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{" + DIGITS + "}");

    private final String digits;

    private OneTimeCode(String digits) {
        this.digits = digits;
    }

    /** A new code, each equally likely. */
    public static OneTimeCode random(SecureRandom random) {
        return new OneTimeCode(String.format(Locale.ROOT, "%06d", random.nextInt(CODES)));
    }

    /** Reads what a person typed, with spaces or hyphens between the digits or not. */
    public static Parsed<OneTimeCode, Mistake> parse(String typed) {
        String compact = NationalIds.compact(typed);
        if (compact.isEmpty()) {
            return new Parsed.Invalid<>(Mistake.EMPTY);
        }
        return SHAPE.matcher(compact).matches()
                ? new Parsed.Valid<>(new OneTimeCode(compact))
                : new Parsed.Invalid<>(Mistake.MALFORMED);
    }

    /** The digits, for the message that carries them. */
    public String value() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTimeCode code
                && MessageDigest.isEqual(
                        digits.getBytes(StandardCharsets.US_ASCII), code.digits.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "OneTimeCode[******]";
    }
}
