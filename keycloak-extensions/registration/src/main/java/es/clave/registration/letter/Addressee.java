package es.clave.registration.letter;

import es.clave.identity.NationalId;
import es.clave.registry.CivilPerson;
import es.clave.registry.PostalAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * To whom a letter goes.
 *
 * @param lines name and address as on the envelope
 * @param country ISO 3166-1 alpha-2
 * @param page where the code is to be typed
 */
record Addressee(NationalId nationalId, List<String> lines, String country, Locale language, URI page) {

    private static final String SPAIN = "ES";
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    Addressee {
        lines = List.copyOf(lines);
    }

    static Addressee of(CivilPerson person, Locale language, URI page) {
        PostalAddress address = person.fiscalAddress();
        List<String> lines = new ArrayList<>();
        lines.add((person.name().given() + " " + person.name().family()).toUpperCase(SPANISH));
        lines.add(address.street());
        lines.add(address.postcode() + " " + address.town());
        if (!address.province().isBlank() && !address.province().equals(address.town())) {
            lines.add(address.province());
        }
        if (isAbroad(address)) {
            lines.add(
                    new Locale("", address.country()).getDisplayCountry(SPANISH).toUpperCase(SPANISH));
        }
        return new Addressee(person.nationalId(), lines, address.country(), language, page);
    }

    static boolean isAbroad(PostalAddress address) {
        return !SPAIN.equals(address.country());
    }

    @Override
    public String toString() {
        return "Addressee[****]";
    }
}
