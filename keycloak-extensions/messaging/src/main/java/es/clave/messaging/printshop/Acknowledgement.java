package es.clave.messaging.printshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the print shop says of a batch.
 *
 * @param letters what became of those that are named
 * @param others what became of all others; empty if that is not known yet
 */
record Acknowledgement(Map<String, Fate> letters, Optional<Fate> others) {

    /**
     * What became of a letter.
     *
     * @param reason why it was not posted, in few words that name no person; empty if it was
     */
    record Fate(boolean posted, String reason) {}

    private static final String POSTED = "POSTED";
    private static final String REJECTED = "REJECTED";
    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9 _.-]{1,60}");
    private static final String NO_REASON = "rejected by the print shop";

    /** Empty where the file is not an acknowledgement of this batch. */
    static Optional<Acknowledgement> read(JsonNode node, String batch) {
        if (!node.path("batch").asText().equals(batch)) {
            return Optional.empty();
        }
        Map<String, Fate> letters = new TreeMap<>();
        for (JsonNode letter : node.path("letters")) {
            fate(letter).ifPresent(fate -> letters.put(letter.path("reference").asText(), fate));
        }
        return Optional.of(new Acknowledgement(letters, fate(node)));
    }

    Optional<Fate> of(String reference) {
        return Optional.ofNullable(letters.get(reference)).or(() -> others);
    }

    private static Optional<Fate> fate(JsonNode node) {
        return switch (node.path("result").asText()) {
            case POSTED -> Optional.of(new Fate(true, ""));
            case REJECTED -> {
                String reason = node.path("reason").asText();
                yield Optional.of(new Fate(false, REASON.matcher(reason).matches() ? reason : NO_REASON));
            }
            default -> Optional.empty();
        };
    }
}
