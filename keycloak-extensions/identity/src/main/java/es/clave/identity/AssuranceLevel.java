package es.clave.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How strongly a login proves who somebody is (nivel de garantía): Reglamento (UE) 910/2014, art. 8. */
public enum AssuranceLevel {
    LOW(1),
    SUBSTANTIAL(2),
    HIGH(3);

    private final int loa;

    AssuranceLevel(int loa) {
        this.loa = loa;
    }

    /** The number by which Keycloak orders levels of authentication; 0 is no login at all. */
    public int loa() {
        return loa;
    }

    /** The eIDAS name, {@code http://eidas.europa.eu/LoA/low} and so on: {@code acr} and {@code AuthnContextClassRef}. */
    public String uri() {
        return "http://eidas.europa.eu/LoA/" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether this level is at least the other. */
    public boolean atLeast(AssuranceLevel other) {
        return compareTo(other) >= 0;
    }

    /** The level of this number, empty where there is none. */
    public static Optional<AssuranceLevel> ofLoa(int loa) {
        return Arrays.stream(values()).filter(level -> level.loa == loa).findFirst();
    }
}
