package es.clave.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The code on the registration receipt that activates Cl@ve Permanente, of 80 bits. */
public final class ActivationCode {

    /** What can be wrong with a typed code. */
    public enum Mistake {
        /** Nothing was typed. */
        EMPTY,
        /** Not sixteen characters. */
        WRONG_LENGTH,
        /** A character that no such code has. */
        MALFORMED
    }

    /** Crockford's base 32: five bits a character, 16 characters, 80 bits. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern SHAPE = PaperCode.shape(ALPHABET);

    private final String code;

    private ActivationCode(String code) {
        this.code = code;
    }

    /** A new code, each equally likely. */
    public static ActivationCode random(SecureRandom random) {
        return new ActivationCode(PaperCode.random(random, ALPHABET));
    }

    /**
     * Reads what a person typed, grouped or not, in either case; O counts as 0, I and L as 1, which they look like.
     */
    public static Parsed<ActivationCode, Mistake> parse(String typed) {
        String compact =
                NationalIds.compact(typed).replace('O', '0').replace('I', '1').replace('L', '1');
        if (compact.isEmpty()) {
            return new Parsed.Invalid<>(Mistake.EMPTY);
        }
        if (compact.length() != PaperCode.LENGTH) {
            return new Parsed.Invalid<>(Mistake.WRONG_LENGTH);
        }
        return SHAPE.matcher(compact).matches()
                ? new Parsed.Valid<>(new ActivationCode(compact))
                : new Parsed.Invalid<>(Mistake.MALFORMED);
    }

    /** Sixteen characters, for the paper and for hashing. */
    public String value() {
        return code;
    }

    /** In groups of four, as it is printed. */
    public String grouped() {
        return PaperCode.grouped(code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActivationCode that
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.US_ASCII), that.code.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return "ActivationCode[****]";
    }
}
