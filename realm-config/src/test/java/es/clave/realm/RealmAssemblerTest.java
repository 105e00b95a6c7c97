package es.clave.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RealmAssemblerTest {

    @TempDir
    private Path pieces;

    @BeforeEach
    void writeTheLeastOfARealm() throws IOException {
        write("realm", "{ \"realm\": \"r\", \"headers\": { \"a\": \"1\", \"b\": \"2\" } }");
        for (String name : List.of("roles", "flows", "client-scopes", "client-policies")) {
            write(name, "{}");
        }
        write("clients", "{ \"clients\": [{ \"clientId\": \"own\" }] }");
        write("user-profile", "{ \"attributes\": [{ \"name\": \"username\" }] }");
        write("values/here", "{}");
    }

    @Test
    void anEnvironmentIsWhatHasValues() throws IOException {
        write("values/there", "{}");
        assertThat(new RealmAssembler(pieces).environments()).containsExactly("here", "there");
    }

    @Test
    void valuesReplaceOnlyWhatTheyName() throws IOException {
        write("values/here", "{ \"headers\": { \"b\": \"3\" }, \"sslRequired\": \"all\" }");
        ObjectNode realm = assemble();
        assertThat(realm.at("/headers/a").textValue()).isEqualTo("1");
        assertThat(realm.at("/headers/b").textValue()).isEqualTo("3");
        assertThat(realm.at("/sslRequired").textValue()).isEqualTo("all");
    }

    @Test
    void agenciesJoinTheClientsOfTheirEnvironmentOnly() throws IOException {
        write("agencies/here/b", "{ \"clientId\": \"b\" }");
        write("agencies/here/a", "{ \"clientId\": \"a\" }");
        write("agencies/there/c", "{ \"clientId\": \"c\" }");
        assertThat(assemble().path("clients").findValuesAsText("clientId")).containsExactly("own", "a", "b");
    }

    @Test
    void eachAgencyIsWrittenByItselfAsKeycloaksToolsWantIt() throws IOException {
        write("agencies/here/a", "// why\n{ \"clientId\": \"a\", \"attributes\": { \"list\": [\"x\", \"y\"] } }");
        Path target = pieces.resolve("target");

        RealmAssembler.main(pieces.toString(), target.toString());

        assertThat(target.resolve("here/agencies/a.json"))
                .content()
                .isEqualToIgnoringWhitespace("{\"clientId\":\"a\",\"attributes\":{\"list\":\"x##y\"}}");
        assertThat(target.resolve("here/r-realm.json")).exists();
    }

    @Test
    void commentsAreForReaders() throws IOException {
        write("realm", "// why\n{ \"realm\": /* this */ \"r\" }");
        assertThat(assemble().path("realm").textValue()).isEqualTo("r");
    }

    @Test
    void aMapOfStringsHoldsStringsWhateverTheyMean() throws IOException {
        write(
                "realm",
                "{ \"realm\": \"r\", \"attributes\": { \"map\": { \"x\": 1 }, \"list\": [\"a\", \"b\"], \"flag\": true } }");
        JsonNode attributes = assemble().path("attributes");
        assertThat(attributes.path("map").textValue()).isEqualTo("{\"x\":1}");
        assertThat(attributes.path("list").textValue()).isEqualTo("a##b");
        assertThat(attributes.path("flag").textValue()).isEqualTo("true");
    }

    @Test
    void theUserProfileIsTheJsonInsideAComponent() {
        JsonNode config = assemble().at("/components/org.keycloak.userprofile.UserProfileProvider/0/config");
        assertThat(config.path("kc.user.profile.config").path(0).textValue())
                .isEqualTo("{\"attributes\":[{\"name\":\"username\"}]}");
    }

    @Test
    void twoPiecesThatSayTheSameAreRefused() throws IOException {
        write("roles", "{ \"realm\": \"other\" }");
        assertThatThrownBy(this::assemble).hasMessageContaining("roles").hasMessageContaining("realm");
    }

    @Test
    void aPieceThatSaysSomethingTwiceIsRefused() throws IOException {
        write("realm", "{ \"realm\": \"r\", \"realm\": \"s\" }");
        assertThatThrownBy(this::assemble).hasMessageContaining("Duplicate");
    }

    private ObjectNode assemble() {
        return new RealmAssembler(pieces).assemble("here");
    }

    private void write(String name, String content) throws IOException {
        Path file = pieces.resolve(name + ".jsonc");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
