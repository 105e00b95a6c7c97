package es.clave.integrationtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People of the realm master who may do some things in the citizens' realm, and others not. */
public final class MasterAdministrators {

    private static final String PASSWORD = "a password of the tests";
    private static final String CITIZENS = "clave-realm";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Node node;

    public MasterAdministrators(Node node) {
        this.node = node;
    }

    /** A token of somebody with these roles; made at the first time. */
    public String token(String username, List<String> roles) {
        String user = userId(username);
        String client = call("GET", "/clients?clientId=" + CITIZENS, null)
                .get(0)
                .get("id")
                .asText();
        ArrayNode granted = JSON.createArrayNode();
        roles.forEach(role -> granted.add(call("GET", "/clients/" + client + "/roles/" + role, null)));
        call("POST", "/users/" + user + "/role-mappings/clients/" + client, granted);
        return login(username, PASSWORD);
    }

    private String userId(String username) {
        JsonNode known = call("GET", "/users?exact=true&username=" + username, null);
        if (known.isEmpty()) {
            call(
                    "POST",
                    "/users",
                    JSON.valueToTree(Map.of(
                            "username",
                            username,
                            "enabled",
                            true,
                            "email",
                            username + "@example.com",
                            "firstName",
                            "Somebody",
                            "lastName",
                            "Else",
                            "credentials",
                            List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)))));
            return userId(username);
        }
        return known.get(0).get("id").asText();
    }

    /** What the administrators' log of the citizens' realm has of this thing: the operations, newest first. */
    public List<String> adminEvents(String resourcePath) {
        List<String> operations = new ArrayList<>();
        send(
                        "GET",
                        "/admin/realms/clave/admin-events?max=10&resourcePath=" + resourcePath,
                        null,
                        login(Clave.ADMIN, Clave.ADMIN))
                .forEach(event -> operations.add(event.get("operationType").asText()));
        return operations;
    }

    private JsonNode call(String method, String path, JsonNode body) {
        return send(method, "/admin/realms/master" + path, body, login(Clave.ADMIN, Clave.ADMIN));
    }

    private String login(String username, String password) {
        HttpRequest request = HttpRequest.newBuilder(
                        node.baseUrl().resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                        + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
        return exchange(request).get("access_token").asText();
    }

    private JsonNode send(String method, String path, JsonNode body, String token) {
        return exchange(HttpRequest.newBuilder(node.baseUrl().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static JsonNode exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(request.uri() + ": HTTP " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createArrayNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
