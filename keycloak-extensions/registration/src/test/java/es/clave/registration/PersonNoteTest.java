package es.clave.registration;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.NationalId;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import es.clave.registry.PostalAddress;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonNoteTest {

    private static final PostalAddress ADDRESS =
            new PostalAddress("Calle \"Mayor\" 1, 2.º", "28013", "Madrid", "Madrid", "ES");

    @Test
    void aPersonIsReadAsItWasWritten() {
        CivilPerson person = new CivilPerson(
                NationalId.of("00000000T"),
                new PersonName("Gal·la", "d'Argila", Optional.of("Peña")),
                LocalDate.of(1999, 2, 28),
                ADDRESS,
                true);

        assertThat(PersonNote.read(PersonNote.write(person))).isEqualTo(person);
    }

    @Test
    void aForeignerMayHaveOneSurname() {
        CivilPerson person = new CivilPerson(
                NationalId.of("X0000000T"),
                new PersonName("Ștefania", "Popescu", Optional.empty()),
                LocalDate.of(1960, 1, 1),
                ADDRESS,
                true);

        assertThat(PersonNote.read(PersonNote.write(person))).isEqualTo(person);
    }
}
