package es.clave.documents;

import es.clave.identity.LetterCode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an invitation letter says, or the letter that reminds of one.
 *
 * @param addressLines name and address, a line each, as they stand in the window of the envelope
 * @param reference by which the print shop and who answers citizens know the letter
 * @param code the CSV; empty in a reminder, which carries none
 * @param requestedOn when the citizen asked for the letter with the code
 * @param validUntil the last day on which the code is accepted
 * @param page where the code is typed; in print and as a QR, which carries no code
 */
public record InvitationLetter(
        Locale language,
        List<String> addressLines,
        String reference,
        Optional<LetterCode> code,
        LocalDate writtenOn,
        LocalDate requestedOn,
        LocalDate validUntil,
        URI page) {

    /** @throws IllegalArgumentException if the lines would not fit the window */
    public InvitationLetter {
        addressLines = List.copyOf(addressLines);
        if (addressLines.isEmpty() || addressLines.size() > WindowField.MOST_LINES) {
            throw new IllegalArgumentException("an address has 1 to " + WindowField.MOST_LINES + " lines");
        }
    }

    @Override
    public String toString() {
        return "InvitationLetter[" + reference + "]";
    }
}
