package es.clave.identity;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An e-mail address that mail can be sent to over the internet: the grammar of HTML's e-mail field, with a domain that has a dot. */
public final class EmailAddress {

    /** What can be wrong with a typed address. */
    public enum Mistake {
        /** Nothing was typed. */
        EMPTY,
        /** No address. */
        MALFORMED
    }

    /** RFC 5321, 4.5.3.1: of the whole, and of what stands before the at sign. */
    private static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern SHAPE = Pattern.compile("(?<local>" + ATOM + "(?:\\." + ATOM + ")*)@(?<domain>(?:"
            + LABEL + "\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])");

    private final String address;

    private EmailAddress(String address) {
        this.address = address;
    }

    /** Reads what a person typed: spaces around it are taken away; a domain in other letters is written as mail wants it. */
    public static Parsed<EmailAddress, Mistake> parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Parsed.Invalid<>(Mistake.EMPTY);
        }
        Matcher shape = SHAPE.matcher(withAsciiDomain(text));
        if (!shape.matches()
                || shape.group().length() > LONGEST
                || shape.group("local").length() > LONGEST_LOCAL_PART) {
            return new Parsed.Invalid<>(Mistake.MALFORMED);
        }
        return new Parsed.Valid<>(new EmailAddress(
                shape.group("local") + "@" + shape.group("domain").toLowerCase(Locale.ROOT)));
    }

    private static String withAsciiDomain(String text) {
        int at = text.lastIndexOf('@');
        try {
            return at < 0 ? text : text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    /** The address. */
    public String value() {
        return address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && that.address.equals(address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return "EmailAddress[****]";
    }
}
