package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit log of a cluster, and the command that verifies it, as an auditor runs it. */
@ExtendWith(WorldExtension.class)
class AuditTest {

    private static final int LOOKS = 60;

    private final Clave clave;
    private final HttpClient http = HttpClient.newHttpClient();
    private String realmId = "clave";

    AuditTest(@TwoNodes Clave clave) {
        this.clave = clave;
    }

    @BeforeEach
    void findRealm() throws SQLException {
        realmId = ask("select ID from REALM where NAME = ?");
    }

    @Test
    void whatTwoNodesAppendAtOnceIsOneChainAndAChangedRowIsNamed() throws Exception {
        Matcher before = end(verify(0));
        long entries = Long.parseLong(before.group(2));
        assertThat(entries).as("the demo citizens were registered").isPositive();

        lookUpFromBothNodesAtOnce();

        Matcher after = end(verify(0, "--anchor", before.group(1)));
        assertThat(Long.parseLong(after.group(2))).isEqualTo(entries + LOOKS);

        String actor = set(entries + 1, "nobody");
        assertThat(verify(1)).contains("BROKEN at entry " + (entries + 1) + ": the entry was changed");
        set(entries + 1, actor);
        verify(0, "--anchor", after.group(1));
    }

    private void lookUpFromBothNodesAtOnce() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (Node node : clave.nodes()) {
            tokens.add(token(node));
        }
        List<CompletableFuture<HttpResponse<String>>> looks = IntStream.range(0, LOOKS)
                .mapToObj(i -> search(clave.nodes().get(i % 2), tokens.get(i % 2)))
                .toList();
        assertThat(looks).extracting(look -> look.join().statusCode()).containsOnly(200);
    }

    private CompletableFuture<HttpResponse<String>> search(Node node, String token) {
        return http.sendAsync(
                HttpRequest.newBuilder(at(node, "/admin/realms/clave/clave/citizens/search"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"nationalId\":\"99990001P\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token(Node node) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(at(node, "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=" + Clave.ADMIN
                                + "&password=" + Clave.ADMIN))
                        .build(),
                BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }

    private static URI at(Node node, String path) {
        return node.baseUrl().resolve(path);
    }

    private String verify(int expected, String... arguments) throws IOException, InterruptedException {
        Process command = clave.command("clave-audit.sh", arguments).start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor()).as(said).isEqualTo(expected);
        return said;
    }

    private Matcher end(String said) {
        Matcher end = Pattern.compile("keep outside the database: (" + realmId + ":(\\d+):[0-9a-f]{64})")
                .matcher(said);
        assertThat(end.find()).as(said).isTrue();
        return end;
    }

    /** Says that somebody else did it, as no officer and no server would; returns who it was. */
    private String set(long entry, String actor) throws SQLException {
        String former = ask("select ACTOR from CLAVE_AUDIT_ENTRY where REALM_ID = ? and ENTRY_NUMBER = " + entry);
        try (Connection connection = database();
                PreparedStatement change = connection.prepareStatement(
                        "update CLAVE_AUDIT_ENTRY set ACTOR = ? where REALM_ID = ? and ENTRY_NUMBER = " + entry)) {
            change.setString(1, actor);
            change.setString(2, realmId);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
        return former;
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = database();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, realmId);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private Connection database() throws SQLException {
        Map<String, String> database = clave.command("").environment();
        return DriverManager.getConnection(
                database.get("KC_DB_URL"), database.get("KC_DB_USERNAME"), database.get("KC_DB_PASSWORD"));
    }
}
