package es.clave.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Puts the pieces together: those of every environment, then the values and agencies of one, each of which may only
 * replace or add. The result is what Keycloak imports.
 */
public final class RealmAssembler {

    private static final String PROFILE_PROVIDER = "org.keycloak.userprofile.UserProfileProvider";
    private static final List<String> COMMON =
            List.of("realm", "roles", "flows", "client-scopes", "clients", "client-policies");
    private static final JsonMapper JSON = new JsonMapper();

    private final Pieces pieces;

    RealmAssembler(Path folder) {
        this.pieces = new Pieces(folder);
    }

    /**
     * Writes {@code <target>/<environment>/<realm>-realm.json} for every environment of every realm, and beside it {@code
     * agencies/<agency>.json}: each agency as Keycloak's tools take it into a realm that exists.
     *
     * @param arguments the folders of the pieces, one a realm, and last the target
     */
    public static void main(String... arguments) throws IOException {
        Path target = Path.of(arguments[arguments.length - 1]);
        for (String folder : Arrays.copyOf(arguments, arguments.length - 1)) {
            new RealmAssembler(Path.of(folder)).write(target);
        }
    }

    private void write(Path target) throws IOException {
        for (String environment : environments()) {
            ObjectNode realm = assemble(environment);
            Path folder = target.resolve(environment);
            write(folder.resolve(realm.path("realm").textValue() + "-realm.json"), realm);
            for (String agency : pieces.names("agencies/" + environment)) {
                write(folder.resolve("agencies").resolve(agency + ".json"), agency(environment, agency));
            }
        }
    }

    private static void write(Path file, ObjectNode content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + System.lineSeparator());
    }

    /** One agency of an environment, as Keycloak wants it. */
    ObjectNode agency(String environment, String name) {
        ObjectNode agency = pieces.piece("agencies/" + environment + "/" + name);
        StringMaps.flatten(agency);
        return agency;
    }

    /** The environments that have values of their own. */
    List<String> environments() {
        return pieces.names("values");
    }

    /** The realm of one environment. */
    ObjectNode assemble(String environment) {
        ObjectNode realm = JSON.createObjectNode();
        COMMON.forEach(name -> add(realm, pieces.piece(name), name));
        pieces.in("agencies/" + environment).forEach(realm.withArray("/clients")::add);
        replace(realm, pieces.piece("values/" + environment));
        StringMaps.flatten(realm);
        addUserProfile(realm);
        return realm;
    }

    private static void add(ObjectNode realm, ObjectNode piece, String name) {
        for (Map.Entry<String, JsonNode> property : piece.properties()) {
            if (realm.has(property.getKey())) {
                throw new IllegalArgumentException(name + " says again: " + property.getKey());
            }
            realm.set(property.getKey(), property.getValue());
        }
    }

    private static void replace(ObjectNode base, ObjectNode values) {
        for (Map.Entry<String, JsonNode> property : values.properties()) {
            if (base.get(property.getKey()) instanceof ObjectNode below
                    && property.getValue() instanceof ObjectNode valuesBelow) {
                replace(below, valuesBelow);
            } else {
                base.set(property.getKey(), property.getValue());
            }
        }
    }

    private void addUserProfile(ObjectNode realm) {
        ObjectNode profile = realm.withObject("/components")
                .withArray("/" + PROFILE_PROVIDER)
                .addObject()
                .put("providerId", "declarative-user-profile");
        ArrayNode config = profile.putObject("config").putArray("kc.user.profile.config");
        config.add(pieces.piece("user-profile").toString());
    }
}
