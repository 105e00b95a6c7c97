package es.clave.integrationtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Somebody at Keycloak's administration API, logged in anew for each call: tokens do not survive a moved clock. */
public final class Administrator {

    private static final List<String> FLOWS = List.of("clave%20login", "clave%20registration");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Node node;

    public Administrator(Node node) {
        this.node = node;
    }

    /** Changes a setting of the configuration with this alias; an empty value gives it back its default. */
    public void set(String alias, String key, String value) {
        for (String flow : FLOWS) {
            for (JsonNode execution : get("/admin/realms/clave/authentication/flows/" + flow + "/executions")) {
                if (execution.has("authenticationConfig")) {
                    String path = "/admin/realms/clave/authentication/config/"
                            + execution.get("authenticationConfig").asText();
                    ObjectNode config = (ObjectNode) get(path);
                    if (config.get("alias").asText().equals(alias)) {
                        config.withObject("/config").put(key, value);
                        send(request(path).PUT(BodyPublishers.ofString(config.toString())), 204);
                        return;
                    }
                }
            }
        }
        throw new AssertionError("There is no configuration " + alias);
    }

    /** Enables or disables the Keycloak user of a citizen, by DNI or NIE. */
    public void enable(String nationalId, boolean enabled) {
        JsonNode found = json(send(
                request("/admin/realms/clave/clave/citizens/search")
                        .POST(BodyPublishers.ofString("{\"nationalId\":\"" + nationalId + "\"}")),
                200));
        String path = "/admin/realms/clave/users/" + found.get("userId").asText();
        ObjectNode user = (ObjectNode) get(path);
        user.put("enabled", enabled);
        send(request(path).PUT(BodyPublishers.ofString(user.toString())), 204);
    }

    /** Whether the registry knows this number, whatever the registration's state. */
    public boolean knows(String nationalId) {
        try {
            int status = HTTP.send(
                            request("/admin/realms/clave/clave/citizens/search")
                                    .POST(BodyPublishers.ofString("{\"nationalId\":\"" + nationalId + "\"}"))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isIn(200, 404);
            return status == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode get(String path) {
        return json(send(request(path).GET(), 200));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private String token() {
        return json(send(
                        HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                                        + Clave.ADMIN + "&password=" + Clave.ADMIN)),
                        200))
                .get("access_token")
                .asText();
    }

    private URI at(String path) {
        return node.baseUrl().resolve(path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new AssertionError("HTTP " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
