package es.clave.identity;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A country that gives out telephone numbers.
 *
 * @param region ISO 3166-1 alpha-2
 * @param callingCode without the plus sign (ITU-T E.164)
 */
public record PhoneCountry(String region, int callingCode) {

    /** The one that is meant where none is named. */
    public static final PhoneCountry HOME = new PhoneCountry("ES", 34);

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** The country of this region; empty where there is none. */
    public static Optional<PhoneCountry> of(String region) {
        return LIBRARY.getSupportedRegions().contains(region)
                ? Optional.of(new PhoneCountry(region, LIBRARY.getCountryCodeForRegion(region)))
                : Optional.empty();
    }

    /** All of them, in the alphabetical order of this language. */
    public static List<PhoneCountry> all(Locale language) {
        return LIBRARY.getSupportedRegions().stream()
                .flatMap(region -> of(region).stream())
                .sorted(Comparator.comparing(country -> country.name(language), Collator.getInstance(language)))
                .toList();
    }

    /** What it is called in this language. */
    public String name(Locale language) {
        return new Locale.Builder().setRegion(region).build().getDisplayCountry(language);
    }
}
