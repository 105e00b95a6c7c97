package es.clave.registry.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chain ended at some time. Kept outside the database, it tells later whether the chain still goes through it.
 *
 * @param number of the entry that was the last
 * @param hash of that entry
 */
public record Anchor(String realmId, long number, String hash) {

    private static final Pattern SHAPE = Pattern.compile("([^:\\s]+):([0-9]{1,18}):([0-9a-f]{64})");

    /** Reads what {@link #toString} wrote. */
    public static Optional<Anchor> parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        return shape.matches()
                ? Optional.of(new Anchor(shape.group(1), Long.parseLong(shape.group(2)), shape.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return realmId + ":" + number + ":" + hash;
    }
}
