package es.clave.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/** A telephone number that can receive SMS, of any country (ITU-T E.164). */
public final class MobileNumber {

    /** What can be wrong with a typed mobile number. */
    public enum Mistake {
        /** Nothing was typed. */
        EMPTY,
        /** No telephone number of its country. */
        MALFORMED,
        /** A telephone number, but of a landline or a service. */
        NOT_MOBILE
    }

    private static final String HOME_REGION = "ES";
    private static final Pattern PARENTHESES = Pattern.compile("[()]");
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]{1,20}");
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private final String e164;

    private MobileNumber(String e164) {
        this.e164 = e164;
    }

    /** Reads what a person typed: without a country prefix it is a Spanish number. */
    public static Parsed<MobileNumber, Mistake> parse(String typed) {
        return parse(typed, HOME_REGION);
    }

    /** Reads what a person typed who said which country the number is of; a prefix that was typed counts more. */
    public static Parsed<MobileNumber, Mistake> parse(String typed, PhoneCountry country) {
        return parse(typed, country.region());
    }

    private static Parsed<MobileNumber, Mistake> parse(String typed, String region) {
        String compact = PARENTHESES.matcher(NationalIds.compact(typed)).replaceAll("");
        if (compact.isEmpty()) {
            return new Parsed.Invalid<>(Mistake.EMPTY);
        }
        // The library also reads letters ("600 TAXI") and extensions, which nobody means here.
        if (!SHAPE.matcher(compact).matches()) {
            return new Parsed.Invalid<>(Mistake.MALFORMED);
        }
        try {
            PhoneNumber number = LIBRARY.parse(compact, region);
            if (!LIBRARY.isValidNumber(number)) {
                return new Parsed.Invalid<>(Mistake.MALFORMED);
            }
            return switch (LIBRARY.getNumberType(number)) {
                case MOBILE, FIXED_LINE_OR_MOBILE ->
                    new Parsed.Valid<>(new MobileNumber(LIBRARY.format(number, PhoneNumberFormat.E164)));
                default -> new Parsed.Invalid<>(Mistake.NOT_MOBILE);
            };
        } catch (NumberParseException notANumber) {
            return new Parsed.Invalid<>(Mistake.MALFORMED);
        }
    }

    /**
     * Reads the normal form.
     *
     * @throws IllegalArgumentException naming the mistake, never the number
     */
    public static MobileNumber of(String e164) {
        return parse(e164).orElseThrow();
    }

    /** {@code +34600000001}. */
    public String e164() {
        return e164;
    }

    /** As it is written for people: {@code +34 600 00 00 01}. */
    public String international() {
        try {
            return LIBRARY.format(LIBRARY.parse(e164, HOME_REGION), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException impossible) {
            throw new IllegalStateException("a number in its normal form cannot be read", impossible);
        }
    }

    /** The last two digits, which tell the holder which phone is meant and others next to nothing. */
    public String lastDigits() {
        return e164.substring(e164.length() - 2);
    }

    /** The form that may be logged: {@code ****01}. */
    public String masked() {
        return "****" + lastDigits();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MobileNumber number && number.e164.equals(e164);
    }

    @Override
    public int hashCode() {
        return e164.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
