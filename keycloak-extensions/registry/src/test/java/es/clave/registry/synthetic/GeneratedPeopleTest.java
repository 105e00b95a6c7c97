package es.clave.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import es.clave.identity.RegistrationLevel;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedPeopleTest {

    private static final int COUNT = 20_000;

    @Test
    void anIndexIsAlwaysTheSamePerson() {
        List<SyntheticPerson> once = new GeneratedPeople(COUNT).people().toList();
        List<SyntheticPerson> again = new GeneratedPeople(COUNT).people().toList();
        assertThat(once).isEqualTo(again);
    }

    @Test
    void whoIsGeneratedIsFoundByNumber() {
        GeneratedPeople people = new GeneratedPeople(COUNT);
        assertThat(people.people().limit(100))
                .allSatisfy(person ->
                        assertThat(people.find(person.civil().nationalId())).contains(person));
    }

    @Test
    void numbersPhonesAndAddressesAreDifferentAndNamesDatesAndLevelsVary() {
        List<SyntheticPerson> people = new GeneratedPeople(COUNT).people().toList();
        assertThat(people).extracting(person -> person.civil().nationalId()).doesNotHaveDuplicates();
        assertThat(people).extracting(SyntheticPerson::mobile).doesNotHaveDuplicates();
        assertThat(people).extracting(SyntheticPerson::email).doesNotHaveDuplicates();
        assertThat(people.stream()
                        .map(person -> person.civil().name())
                        .distinct()
                        .count())
                .isGreaterThan(5_000);
        assertThat(people.stream()
                        .map(person -> person.datum().value())
                        .distinct()
                        .count())
                .isGreaterThan(2_000);
        assertThat(people.stream()
                        .map(person ->
                                person.registration().orElseThrow().route().level())
                        .collect(Collectors.groupingBy(level -> level, Collectors.counting())))
                .allSatisfy((level, count) -> assertThat(count).isBetween(COUNT * 45L / 100, COUNT * 55L / 100))
                .containsOnlyKeys(RegistrationLevel.values());
    }

    @Test
    void theVeryLastIsStillAPersonAndNoneOfTheFixedPopulation() {
        SyntheticPerson last = new GeneratedPeople(GeneratedPeople.MOST).person(GeneratedPeople.MOST - 1);
        assertThat(last.mobile()).isPresent();
        assertThat(new GeneratedPeople(GeneratedPeople.MOST)).satisfies(everybody -> assertThat(
                        Population.load().people())
                .noneMatch(person -> everybody.find(person.civil().nationalId()).isPresent()));
    }

    @Test
    void moreThanTheNumbersReachForCannotBeGenerated() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GeneratedPeople(GeneratedPeople.MOST + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GeneratedPeople(-1));
    }
}
