package es.clave.registry.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.ContrastDatum.DocumentDate;
import es.clave.identity.ContrastDatum.SupportNumber;
import es.clave.identity.Dni;
import es.clave.identity.MobileNumber;
import es.clave.identity.Nie;
import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That the demo has somebody for every case. */
class PopulationTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate YEARS_LATER = LocalDate.of(2030, 12, 31);

    private final List<SyntheticPerson> people = Population.load().people();

    @Test
    void thereAreFortyAtLeast() {
        assertThat(people).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void theFirstHasADniAndTheFirstPhone() {
        assertThat(people.get(0).civil().nationalId()).isInstanceOf(Dni.class);
        assertThat(people.get(0).mobile()).contains(MobileNumber.of("+34600000001"));
        assertThat(people.get(0).usesClave()).isTrue();
    }

    @Test
    void bothLevelsAreReachedByEveryWayAndEveryKindOfDocument() {
        for (RegistrationLevel level : RegistrationLevel.values()) {
            thereIs(person -> uses(person, level) && person.civil().nationalId() instanceof Dni);
            thereIs(person -> uses(person, level) && supportNumber(person, SupportNumber.Kind.E));
            thereIs(person -> uses(person, level) && supportNumber(person, SupportNumber.Kind.C));
        }
        assertThat(people.stream()
                        .filter(SyntheticPerson::usesClave)
                        .map(person -> person.registration().orElseThrow().route())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Citizen.Route.values());
        assertThat(people.stream()
                        .map(person -> person.civil().nationalId())
                        .filter(Nie.class::isInstance)
                        .map(id -> ((Nie) id).series())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Nie.Series.values());
    }

    @Test
    void permanentDnisHaveADateOfIssueWhichIsPast() {
        Predicate<SyntheticPerson> permanent = person -> person.story().contains("ermanent");
        thereIs(permanent.and(SyntheticPerson::usesClave));
        thereIs(permanent.and(person -> person.registration().isEmpty()));
        assertThat(people)
                .filteredOn(person -> person.datum() instanceof DocumentDate)
                .allSatisfy(person -> assertThat(
                                ((DocumentDate) person.datum()).date().isBefore(FIRST_DAY))
                        .isEqualTo(permanent.test(person)));
    }

    @Test
    void someAreNotRegisteredAndSomeNoMore() {
        thereIs(person -> person.registration().isEmpty() && person.civil().nationalId() instanceof Dni);
        thereIs(person -> person.registration().isEmpty() && supportNumber(person, SupportNumber.Kind.E));
        thereIs(person -> person.registration().isEmpty() && supportNumber(person, SupportNumber.Kind.C));
        thereIs(person -> has(person, Citizen.Status.DISABLED));
        thereIs(person -> has(person, Citizen.Status.RENOUNCED));
    }

    @Test
    void minorsStayMinorsForYears() {
        Predicate<SyntheticPerson> minor = person -> person.civil().minorOn(YEARS_LATER);
        thereIs(minor.and(SyntheticPerson::usesClave));
        thereIs(minor.and(person -> person.registration().isEmpty()));
        assertThat(people)
                .filteredOn(person -> person.civil().minorOn(FIRST_DAY))
                .allMatch(minor)
                .filteredOn(person -> person.registration().isPresent())
                .allMatch(person -> person.registration().orElseThrow().route() == Citizen.Route.OFFICE);
    }

    @Test
    void someAreDeceasedRegisteredOrNot() {
        thereIs(person -> !person.civil().alive() && person.registration().isEmpty());
        thereIs(person -> !person.civil().alive() && has(person, Citizen.Status.ACTIVE));
    }

    @Test
    void aPhoneThatTwoShareHasOneActiveHolder() {
        assertThat(people.stream()
                        .filter(person -> person.mobile().isPresent())
                        .collect(Collectors.groupingBy(person -> person.mobile().orElseThrow()))
                        .values())
                .allSatisfy(sharers -> assertThat(sharers)
                        .filteredOn(person -> has(person, Citizen.Status.ACTIVE))
                        .hasSizeLessThanOrEqualTo(1))
                .anyMatch(sharers -> sharers.size() > 1 && sharers.get(0).usesClave())
                .anyMatch(sharers -> sharers.size() > 1 && has(sharers.get(0), Citizen.Status.DISABLED));
    }

    @Test
    void somePhonesAreForeign() {
        Set<String> countries = people.stream()
                .filter(SyntheticPerson::usesClave)
                .map(person -> person.mobile().orElseThrow().e164().substring(0, 3))
                .collect(Collectors.toSet());
        assertThat(countries).contains("+34", "+33", "+21").hasSizeGreaterThan(3);
    }

    @Test
    void namesAreWhatNamesCanBe() {
        thereIs(person -> person.civil().name().secondSurname().isEmpty() && person.usesClave());
        for (String letter : List.of("ñ", "ç", "l·l", "ü", "'", "-", "Á", "í")) {
            thereIs(person -> fullName(person).contains(letter));
        }
        thereIs(person -> fullName(person).length() > 100);
    }

    @Test
    void everybodyRegisteredHasAPhoneAndSomeHaveNoAddress() {
        assertThat(people)
                .filteredOn(person -> person.registration().isPresent())
                .allMatch(person -> person.mobile().isPresent());
        thereIs(person -> person.usesClave() && person.email().isEmpty());
    }

    @Test
    void mailGoesNowhere() {
        assertThat(people.stream().map(SyntheticPerson::email).flatMap(Optional::stream))
                .allMatch(address -> address.endsWith("@example.com"));
    }

    private void thereIs(Predicate<SyntheticPerson> wanted) {
        assertThat(people).anyMatch(wanted);
    }

    private static boolean uses(SyntheticPerson person, RegistrationLevel level) {
        return person.usesClave() && person.registration().orElseThrow().route().level() == level;
    }

    private static boolean has(SyntheticPerson person, Citizen.Status status) {
        return person.registration().filter(known -> known.status() == status).isPresent();
    }

    private static boolean supportNumber(SyntheticPerson person, SupportNumber.Kind kind) {
        return person.datum() instanceof SupportNumber number && number.kind() == kind;
    }

    private static String fullName(SyntheticPerson person) {
        return person.civil().name().given() + " " + person.civil().name().family();
    }
}
