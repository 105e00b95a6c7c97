package es.clave.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.ContrastDatum;
import es.clave.identity.ContrastDatum.SupportNumber;
import es.clave.identity.Dni;
import es.clave.identity.NationalId;
import es.clave.identity.Nie;
import es.clave.registry.CivilRegister;
import es.clave.registry.CivilRegister.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SyntheticCivilRegisterTest {

    private static final ContrastDatum DATE = new ContrastDatum.DocumentDate(LocalDate.of(2031, 5, 18));

    private final Population population = Population.load();
    private final CivilRegister register = new SyntheticCivilRegister(population, new GeneratedPeople(10));

    @Test
    void everybodyIsConfirmedByTheirOwnDatumDeadOrAlive() {
        for (SyntheticPerson person : population.people()) {
            assertThat(register.verify(person.civil().nationalId(), person.datum()))
                    .isEqualTo(new Answer.Confirmed(person.civil()));
        }
    }

    @Test
    void aWrongDatumAndAnUnknownPersonAreTheSameAnswer() {
        NationalId known = population.people().get(0).civil().nationalId();
        assertThat(register.verify(known, DATE)).isEqualTo(new Answer.NotConfirmed());
        assertThat(register.verify(new Dni(12_345_678), DATE)).isEqualTo(new Answer.NotConfirmed());
    }

    @Test
    void noDatumConfirmsAnUnknownPersonNotEvenTheOneThatStandsIn() {
        ContrastDatum standsIn = new ContrastDatum.DocumentDate(LocalDate.of(1000, 1, 1));
        assertThat(register.verify(new Dni(12_345_678), standsIn)).isEqualTo(new Answer.NotConfirmed());
        assertThat(register.verify(new Nie(Nie.Series.Z, 1_234_567), new SupportNumber(SupportNumber.Kind.E, 0)))
                .isEqualTo(new Answer.NotConfirmed());
    }

    @Test
    void supportNumbersOfTheOtherKindDoNotConfirm() {
        for (SyntheticPerson person : population.people()) {
            if (person.datum() instanceof SupportNumber right) {
                SupportNumber.Kind other =
                        right.kind() == SupportNumber.Kind.E ? SupportNumber.Kind.C : SupportNumber.Kind.E;
                assertThat(register.verify(person.civil().nationalId(), new SupportNumber(other, right.number())))
                        .isEqualTo(new Answer.NotConfirmed());
            }
        }
    }

    @Test
    void generatedPeopleAreKnownAsFarAsTheyAreGenerated() {
        GeneratedPeople more = new GeneratedPeople(11);
        SyntheticPerson last = more.person(9);
        SyntheticPerson beyond = more.person(10);
        assertThat(register.verify(last.civil().nationalId(), last.datum()))
                .isEqualTo(new Answer.Confirmed(last.civil()));
        assertThat(register.verify(beyond.civil().nationalId(), beyond.datum())).isEqualTo(new Answer.NotConfirmed());
    }
}
