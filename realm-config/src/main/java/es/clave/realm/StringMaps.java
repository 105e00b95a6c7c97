package es.clave.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Keycloak keeps attributes and configurations as maps of strings, whatever they mean. In the pieces they are written as
 * what they mean; here an object becomes its JSON, and a list its items with Keycloak's separator between them.
 */
final class StringMaps {

    private static final Set<String> NAMES = Set.of("attributes", "config");
    /** As in {@code org.keycloak.models.Constants#CFG_DELIMITER}. */
    private static final String SEPARATOR = "##";

    private StringMaps() {}

    /** Rewrites all maps of strings below this object. */
    static void flatten(ObjectNode object) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            JsonNode value = property.getValue();
            if (NAMES.contains(property.getKey()) && value instanceof ObjectNode map) {
                flattenValues(map);
            } else if (value instanceof ObjectNode below) {
                flatten(below);
            } else if (value instanceof ArrayNode list) {
                flattenItems(list);
            }
        }
    }

    private static void flattenItems(ArrayNode list) {
        for (JsonNode item : list) {
            if (item instanceof ObjectNode below) {
                flatten(below);
            }
        }
    }

    private static void flattenValues(ObjectNode map) {
        for (Map.Entry<String, JsonNode> property : map.properties()) {
            property.setValue(TextNode.valueOf(text(property.getValue())));
        }
    }

    private static String text(JsonNode value) {
        if (value instanceof ArrayNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(StringMaps::text)
                    .collect(Collectors.joining(SEPARATOR));
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
