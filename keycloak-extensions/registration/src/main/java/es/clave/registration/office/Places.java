package es.clave.registration.office;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where towns and postcodes are: the capitals of the provinces and some larger towns, from {@code places.csv}. A postcode
 * begins with the number of its province, so that every one is found, if only roughly.
 */
final class Places {

    private static final String FILE = "places.csv";
    private static final Pattern POSTCODE = Pattern.compile("(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final List<Entry> entries;

    private record Entry(Place place, List<String> names, String postcodePrefix) {}

    private Places(List<Entry> entries) {
        this.entries = entries;
    }

    static Places load() {
        return new Places(DataFile.rows(FILE).stream().map(Places::entry).toList());
    }

    private static Entry entry(List<String> row) {
        List<String> names = Stream.concat(
                        Stream.of(row.get(0)), Arrays.stream(row.get(1).split(",", -1)))
                .map(Places::plain)
                .filter(name -> !name.isEmpty())
                .toList();
        GeoPoint position = new GeoPoint(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(5)));
        return new Entry(new Place(row.get(0), row.get(2), position), names, row.get(3));
    }

    /** The place of a postcode or the name of a town, as typed: without accents, in any of its languages, or just begun. */
    Optional<Place> find(String typed) {
        String digits = typed.replaceAll("[\\s.]", "");
        if (POSTCODE.matcher(digits).matches()) {
            return ofPostcode(digits);
        }
        String name = plain(typed);
        return name.length() < 2
                ? Optional.empty()
                : named(entry -> entry.names().contains(name))
                        .or(() -> named(entry -> entry.names().stream().anyMatch(known -> known.startsWith(name))))
                        .or(() -> named(entry -> plain(entry.place().province()).equals(name)));
    }

    private Optional<Place> ofPostcode(String postcode) {
        return entries.stream()
                .filter(entry -> postcode.startsWith(entry.postcodePrefix()))
                .max(Comparator.comparingInt(entry -> entry.postcodePrefix().length()))
                .map(Entry::place);
    }

    private Optional<Place> named(java.util.function.Predicate<Entry> matching) {
        return entries.stream().filter(matching).map(Entry::place).findFirst();
    }

    /** Small letters without accents, words one space apart. */
    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NOT_LETTERS.matcher(bare).replaceAll(" ").strip();
    }
}
