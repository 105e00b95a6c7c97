package es.clave.messaging;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A letter to print and post.
 *
 * @param reference what the print shop calls it; names no person and is never used twice
 * @param addressLines to whom and where it goes, as printed
 * @param country where it goes, ISO 3166-1 alpha-2
 * @param language it is written in
 * @param document the pages, ready to print: a PDF
 * @param pages how many there are
 * @param summary what it is, for lists and for the telephone of the development; never a code
 * @param links what the letter leads to, for the telephone of the development
 * @param usefulUntil after this it is not handed over any more
 */
public record Letter(
        String reference,
        List<String> addressLines,
        String country,
        Locale language,
        Attachment document,
        int pages,
        String summary,
        List<URI> links,
        Instant usefulUntil)
        implements Message {

    /** What a file may be called anywhere. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9][A-Z0-9-]{7,39}");

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** @throws IllegalArgumentException if it has no address, no pages, or a reference that is no name of a file */
    public Letter {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("a reference is 8 to 40 capitals, digits and hyphens");
        }
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is two capitals");
        }
        addressLines = List.copyOf(addressLines);
        links = List.copyOf(links);
        if (addressLines.isEmpty() || pages < 1) {
            throw new IllegalArgumentException("a letter has an address and a page");
        }
    }

    @Override
    public String toString() {
        return "Letter[" + reference + "]";
    }
}
