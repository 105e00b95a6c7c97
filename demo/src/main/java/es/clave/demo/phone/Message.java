package es.clave.demo.phone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message that arrived, in the outbox file and in {@code GET /messages} alike.
 *
 * @param channel sms, letter, email or push
 * @param to for an SMS the number (E.164), for a mail the address, for a letter name and address
 * @param subject of a mail; null elsewhere
 * @param at when it was sent (ISO 8601, UTC)
 * @param links what can be opened in it
 */
record Message(
        @JsonProperty("channel") String channel,
        @JsonProperty("to") String to,

        @JsonProperty("subject") @JsonInclude(JsonInclude.Include.NON_NULL)
        String subject,

        @JsonProperty("text") String text,
        @JsonProperty("at") String at,
        @JsonProperty("links") List<String> links) {

    Message {
        links = links == null ? List.of() : List.copyOf(links);
    }

    /** Whether the line that it came from held all of it. */
    @JsonIgnore
    boolean isComplete() {
        return channel != null && to != null && text != null && at != null;
    }

    /** The same with other links. */
    Message withLinks(UnaryOperator<String> change) {
        return new Message(
                channel, to, subject, text, at, links.stream().map(change).toList());
    }

    @Override
    public String toString() {
        return "Message[" + channel + "]";
    }
}
