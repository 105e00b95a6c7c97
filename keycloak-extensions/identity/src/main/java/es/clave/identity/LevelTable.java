package es.clave.identity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The assurance level that a way to log in reaches for a registration level.
 *
 * <p>Written {@code METHOD=LEVEL_OF_BASIC/LEVEL_OF_ADVANCED}, for example {@code PIN_SMS=LOW/LOW}.
 */
public final class LevelTable {

    /** The two levels of a row. */
    public record Row(AssuranceLevel basic, AssuranceLevel advanced) {

        /** The level for this registration. */
        public AssuranceLevel of(RegistrationLevel registration) {
            return switch (registration) {
                case BASIC -> basic;
                case ADVANCED -> advanced;
            };
        }

        /** Reads {@code LOW/SUBSTANTIAL}; empty where it is not two levels. */
        public static Optional<Row> parse(String text) {
            String[] levels = text.strip().split("/", -1);
            if (levels.length != 2) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Row(AssuranceLevel.valueOf(levels[0].strip()), AssuranceLevel.valueOf(levels[1].strip())));
            } catch (IllegalArgumentException notALevel) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return basic + "/" + advanced;
        }
    }

    private static final LevelTable DEFAULTS = new LevelTable(defaultRows());

    private final Map<AuthenticationMethod, Row> rows;

    private LevelTable(Map<AuthenticationMethod, Row> rows) {
        this.rows = rows;
    }

    /** The table of Cl@ve. */
    public static LevelTable defaults() {
        return DEFAULTS;
    }

    private static Map<AuthenticationMethod, Row> defaultRows() {
        Map<AuthenticationMethod, Row> rows = new EnumMap<>(AuthenticationMethod.class);
        for (AuthenticationMethod method : AuthenticationMethod.values()) {
            rows.put(
                    method,
                    switch (method) {
                        case PIN_SMS, PERMANENT -> new Row(AssuranceLevel.LOW, AssuranceLevel.LOW);
                        case PIN_APP, PERMANENT_SMS, MOBILE -> new Row(AssuranceLevel.LOW, AssuranceLevel.SUBSTANTIAL);
                        // Two factors that cannot be phished. Not HIGH: a passkey may be synchronised between devices,
                        // and
                        // nothing vouches for where its key is. Not more than the registration for BASIC, as all the
                        // others.
                        case PASSKEY -> new Row(AssuranceLevel.LOW, AssuranceLevel.SUBSTANTIAL);
                        case CERTIFICATE_SOFTWARE -> new Row(AssuranceLevel.SUBSTANTIAL, AssuranceLevel.SUBSTANTIAL);
                        case CERTIFICATE_DEVICE -> new Row(AssuranceLevel.HIGH, AssuranceLevel.HIGH);
                    });
        }
        return rows;
    }

    /** The same table with one row replaced. */
    public LevelTable with(AuthenticationMethod method, Row row) {
        Map<AuthenticationMethod, Row> changed = new EnumMap<>(rows);
        changed.put(method, row);
        return new LevelTable(changed);
    }

    /** The row of a method. */
    public Row row(AuthenticationMethod method) {
        return rows.get(method);
    }

    /** The level that this method reaches for a citizen registered like this. */
    public AssuranceLevel reached(AuthenticationMethod method, RegistrationLevel registration) {
        return row(method).of(registration);
    }

    /** Whether this method reaches the level for citizens of one registration level at least. */
    public boolean canReach(AuthenticationMethod method, AssuranceLevel level) {
        return row(method).basic().atLeast(level) || row(method).advanced().atLeast(level);
    }
}
