package es.clave.login.password;

import es.clave.identity.NationalId;
import es.clave.registry.Citizen;
import es.clave.registry.PersonName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What everybody knows of a citizen, which therefore protects nothing: the number and the names. */
record PersonalWords(List<String> numbers, List<String> names) {

    /** Shorter words are in too many passwords by chance. */
    private static final int LEAST_LETTERS = 4;

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    static PersonalWords of(Citizen citizen) {
        return of(citizen.nationalId(), citizen.name());
    }

    static PersonalWords of(NationalId id, PersonName name) {
        String digits = id.value().replaceAll("\\D", "");
        List<String> names = Stream.of(
                        Optional.of(name.given()), Optional.of(name.firstSurname()), name.secondSurname())
                .flatMap(Optional::stream)
                .flatMap(words -> NO_LETTER.splitAsStream(words))
                .map(PersonalWords::plain)
                .filter(word -> word.length() >= LEAST_LETTERS)
                .toList();
        return new PersonalWords(List.of(plain(id.value()), digits), names);
    }

    boolean numberIn(String password) {
        String plain = plain(password);
        return numbers.stream().anyMatch(plain::contains);
    }

    boolean nameIn(String password) {
        String plain = plain(password);
        return names.stream().anyMatch(plain::contains);
    }

    /** Both, for who estimates how hard a password is to guess. */
    List<String> all() {
        return Stream.concat(numbers.stream(), names.stream()).toList();
    }

    /** Lower case, without accents and without what stands between letters and digits. */
    static String plain(String text) {
        String decomposed =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTER_OR_DIGIT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "PersonalWords[****]";
    }
}
