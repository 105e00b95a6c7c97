package es.clave.appapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON object that a call brought. */
public final class Body {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 16_384;

    private final JsonNode node;

    private Body(JsonNode node) {
        this.node = node;
    }

    /** @throws Problem where it is no object */
    public static Body of(String text) {
        if (text == null || text.length() > LONGEST) {
            throw Problem.of(ProblemCode.MALFORMED);
        }
        try {
            return object(JSON.readTree(text));
        } catch (JsonProcessingException unreadable) {
            throw Problem.of(ProblemCode.MALFORMED);
        }
    }

    private static Body object(JsonNode node) {
        if (node == null || !node.isObject()) {
            throw Problem.of(ProblemCode.MALFORMED);
        }
        return new Body(node);
    }

    /** A text member; a problem where it is missing, no text, or too long. */
    public String text(String name, int longest) {
        JsonNode member = node.path(name);
        if (!member.isTextual() || member.textValue().length() > longest) {
            throw Problem.at(ProblemCode.MALFORMED, name);
        }
        return member.textValue();
    }

    /** An object in it. */
    public Body object(String name) {
        return object(node.path(name));
    }

    @Override
    public String toString() {
        return "Body[****]";
    }
}
