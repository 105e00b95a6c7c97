package es.clave.integrationtests.harness;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A person of the demo population.
 *
 * @param nationalId in its normal form
 * @param contrastDatum in its normal form
 * @param mobile E.164; empty where there is none
 * @param route how they registered; empty where they did not
 * @param email empty where there is none
 * @param password of Cl@ve Permanente from the start; empty where there is none
 */
public record Citizen(
        String nationalId,
        String contrastDatum,
        String givenName,
        String firstSurname,
        String secondSurname,
        String birthDate,
        String mobile,
        String route,
        String email,
        String password) {

    private static final DateTimeFormatter ON_DOCUMENTS = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** The datum as it stands on the document: a date as day, month, year. */
    public String datumAsPrinted() {
        return contrastDatum.startsWith("E") || contrastDatum.startsWith("C")
                ? contrastDatum
                : LocalDate.parse(contrastDatum).format(ON_DOCUMENTS);
    }

    /** The same person with another mobile. */
    public Citizen withMobile(String other) {
        return new Citizen(
                nationalId,
                contrastDatum,
                givenName,
                firstSurname,
                secondSurname,
                birthDate,
                other,
                route,
                email,
                password);
    }

    /** The same person with another e-mail address. */
    public Citizen withEmail(String other) {
        return new Citizen(
                nationalId,
                contrastDatum,
                givenName,
                firstSurname,
                secondSurname,
                birthDate,
                mobile,
                route,
                other,
                password);
    }

    /** Both surnames, where there are two. */
    public String familyName() {
        return (firstSurname + " " + secondSurname).strip();
    }

    /** Whether registered by a route that gives the level ADVANCED. */
    public boolean isAdvanced() {
        return route.equals("OFFICE") || route.equals("CERTIFICATE");
    }

    @Override
    public String toString() {
        return "Citizen[" + givenName + "]";
    }
}
