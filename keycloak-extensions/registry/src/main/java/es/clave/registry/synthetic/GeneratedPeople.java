package es.clave.registry.synthetic;

import es.clave.identity.ContrastDatum;
import es.clave.identity.Dni;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import es.clave.registry.PostalAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * As many people as a benchmark wants. Each follows from an index alone, so nothing is kept: the same index is the same
 * person on every machine. All have a DNI from 80000000 on, a mobile number from +34610000000 on, and are active.
 */
public final class GeneratedPeople {

    /** How many there can be: the DNIs up to those of the fixed population. */
    public static final int MOST = 19_000_000;

    private static final int FIRST_DNI = 80_000_000;
    private static final int FIRST_MOBILE = 610_000_000;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1940, 1, 1);
    private static final int DAYS_OF_BIRTH = 24_000;
    private static final LocalDate FIRST_EXPIRY = LocalDate.of(2030, 1, 1);
    private static final int DAYS_OF_EXPIRY = 3_000;
    private static final int STREET_NUMBERS = 200;
    private static final List<String> GIVEN_NAMES = List.of(
            "María",
            "Antonio",
            "Carmen",
            "Manuel",
            "Ana",
            "José",
            "Laura",
            "Francisco",
            "Lucía",
            "David",
            "Begoña",
            "Íñigo");
    private static final List<String> SURNAMES = List.of(
            "García",
            "Rodríguez",
            "González",
            "Fernández",
            "López",
            "Martínez",
            "Sánchez",
            "Pérez",
            "Gómez",
            "Martín",
            "Jiménez",
            "Ruiz",
            "Hernández",
            "Díaz",
            "Moreno",
            "Muñoz",
            "Álvarez",
            "Romero",
            "Alonso",
            "Gutiérrez",
            "Peña",
            "Núñez",
            "Ibáñez",
            "Etxeberria",
            "Puig",
            "Castro",
            "Otero",
            "Vidal",
            "Serra");
    private static final List<Citizen.Route> ROUTES = List.of(Citizen.Route.values());

    private final int count;

    /** @throws IllegalArgumentException for fewer than none or more than {@link #MOST} */
    public GeneratedPeople(int count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("between 0 and " + MOST + " people can be generated");
        }
        this.count = count;
    }

    /** Everybody, made as the stream goes. */
    public Stream<SyntheticPerson> people() {
        return IntStream.range(0, count).mapToObj(this::person);
    }

    /** The person of this number, if it is one of ours. */
    public Optional<SyntheticPerson> find(NationalId id) {
        int index = id instanceof Dni dni ? dni.number() - FIRST_DNI : -1;
        return index >= 0 && index < count ? Optional.of(person(index)) : Optional.empty();
    }

    /** The person of this index, from 0. */
    public SyntheticPerson person(int index) {
        Draw draw = new Draw(index);
        Dni dni = new Dni(FIRST_DNI + index);
        PersonName name = new PersonName(draw.one(GIVEN_NAMES), draw.one(SURNAMES), Optional.of(draw.one(SURNAMES)));
        LocalDate birthDate = FIRST_BIRTHDAY.plusDays(draw.below(DAYS_OF_BIRTH));
        PostalAddress address =
                new PostalAddress("Calle Mayor " + (1 + draw.below(STREET_NUMBERS)), "28013", "Madrid", "Madrid", "ES");
        return new SyntheticPerson(
                new CivilPerson(dni, name, birthDate, address, true),
                new ContrastDatum.DocumentDate(FIRST_EXPIRY.plusDays(draw.below(DAYS_OF_EXPIRY))),
                Optional.of(MobileNumber.of("+34" + (FIRST_MOBILE + index))),
                Optional.of("p" + dni.number() + "@example.com"),
                Optional.of(new SyntheticPerson.Registration(draw.one(ROUTES), Citizen.Status.ACTIVE)),
                "generated",
                Optional.empty());
    }

    /** The id that a generated person has in the registry; it follows from the number. */
    static String citizenId(SyntheticPerson person) {
        return uuid("citizen", person);
    }

    /** The id of a generated person's Keycloak user; it follows from the number. */
    static String userId(SyntheticPerson person) {
        return uuid("user", person);
    }

    private static String uuid(String what, SyntheticPerson person) {
        String name = what + ":" + person.civil().nationalId().value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Numbers that look drawn and follow from the seed (SplitMix64). */
    private static final class Draw {

        private long state;

        Draw(long seed) {
            this.state = seed;
        }

        int below(int bound) {
            state += 0x9E3779B97F4A7C15L;
            long mixed = state;
            mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return (int) Math.floorMod(mixed ^ (mixed >>> 31), (long) bound);
        }

        <T> T one(List<T> of) {
            return of.get(below(of.size()));
        }
    }
}
