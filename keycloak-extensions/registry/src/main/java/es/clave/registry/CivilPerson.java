package es.clave.registry;

import es.clave.identity.NationalId;
import java.time.LocalDate;
import java.time.Period;

/** What the civil register knows of a person. */
public record CivilPerson(
        NationalId nationalId, PersonName name, LocalDate birthDate, PostalAddress fiscalAddress, boolean alive) {

    private static final int MAJORITY_YEARS = 18;

    /** Whether the person is under age on this day (Constitución, art. 12). */
    public boolean minorOn(LocalDate day) {
        return Period.between(birthDate, day).getYears() < MAJORITY_YEARS;
    }
}
