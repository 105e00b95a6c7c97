package es.clave.registry.synthetic;

import es.clave.identity.ContrastDatum;
import es.clave.identity.Dni;
import es.clave.identity.NationalId;
import es.clave.registry.CivilRegister;
import java.time.LocalDate;
import java.util.Optional;

/** {@link CivilRegister} of people who do not exist. Does the same work for every question, right or wrong. */
final class SyntheticCivilRegister implements CivilRegister {

    private static final ContrastDatum NO_DATE = new ContrastDatum.DocumentDate(LocalDate.of(1000, 1, 1));
    private static final ContrastDatum NO_SUPPORT_NUMBER =
            new ContrastDatum.SupportNumber(ContrastDatum.SupportNumber.Kind.E, 0);

    private final Population population;
    private final GeneratedPeople generated;

    SyntheticCivilRegister(Population population, GeneratedPeople generated) {
        this.population = population;
        this.generated = generated;
    }

    @Override
    public Answer verify(NationalId id, ContrastDatum datum) {
        // Both are asked, and a datum is compared, for unknown people too: the time does not tell them from the known.
        Optional<SyntheticPerson> fixed = population.find(id);
        Optional<SyntheticPerson> made = generated.find(id);
        Optional<SyntheticPerson> person = fixed.or(() -> made);
        ContrastDatum nobodys = id instanceof Dni ? NO_DATE : NO_SUPPORT_NUMBER;
        boolean same = datum.matches(person.map(SyntheticPerson::datum).orElse(nobodys));
        return person.filter(known -> same)
                .<Answer>map(known -> new Answer.Confirmed(known.civil()))
                .orElseGet(Answer.NotConfirmed::new);
    }

    @Override
    public void close() {}
}
