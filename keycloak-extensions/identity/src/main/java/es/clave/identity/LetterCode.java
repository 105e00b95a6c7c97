package es.clave.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The CSV (Código Seguro de Verificación) that an invitation letter carries. */
public final class LetterCode {

    /** What can be wrong with a typed code. */
    public enum Mistake {
        /** Nothing was typed. */
        EMPTY,
        /** Not sixteen characters. */
        WRONG_LENGTH,
        /** A character that no such code has. */
        MALFORMED
    }

    /** Digits and capitals, without those that are taken for one another: 0 and O, 1, I and L. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final Pattern SHAPE = PaperCode.shape(ALPHABET);

    private final String code;

    private LetterCode(String code) {
        this.code = code;
    }

    /** A new code, each equally likely. */
    public static LetterCode random(SecureRandom random) {
        return new LetterCode(PaperCode.random(random, ALPHABET));
    }

    /** Reads what a person typed, grouped or not, in either case. */
    public static Parsed<LetterCode, Mistake> parse(String typed) {
        String compact = NationalIds.compact(typed);
        if (compact.isEmpty()) {
            return new Parsed.Invalid<>(Mistake.EMPTY);
        }
        if (compact.length() != PaperCode.LENGTH) {
            return new Parsed.Invalid<>(Mistake.WRONG_LENGTH);
        }
        return SHAPE.matcher(compact).matches()
                ? new Parsed.Valid<>(new LetterCode(compact))
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
        return other instanceof LetterCode that
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.US_ASCII), that.code.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return "LetterCode[****]";
    }
}
