package es.clave.integrationtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What an operator changes in the console, by the same REST API; put back when closed. */
public final class RealmSettings implements AutoCloseable {

    private static final String WAYS = "clave-ways";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Node node;
    private final String passwordPolicy;
    private final String waysUrl;
    private final JsonNode ways;

    private RealmSettings(Node node) {
        this.node = node;
        this.passwordPolicy = get("").get("passwordPolicy").asText();
        this.waysUrl = "/authentication/config/" + waysConfig();
        this.ways = get(waysUrl);
    }

    /** The settings of this world. */
    public static RealmSettings of(Clave clave) {
        return new RealmSettings(clave.node());
    }

    /** The same, changed at this node. */
    public static RealmSettings at(Node node) {
        return new RealmSettings(node);
    }

    private String waysConfig() {
        for (JsonNode step : get("/authentication/flows/clave%20login/executions")) {
            if (step.path("providerId").asText().equals(WAYS)) {
                return step.get("authenticationConfig").asText();
            }
        }
        throw new AssertionError("The flow has lost its step " + WAYS);
    }

    /** Another password policy. */
    public RealmSettings passwordPolicy(String policy) {
        put("", JSON.createObjectNode().put("passwordPolicy", policy));
        return this;
    }

    /** Other settings of the ways to log in. */
    public RealmSettings ways(Map<String, String> settings) {
        ObjectNode changed = ways.deepCopy();
        ObjectNode config = changed.putObject("config");
        settings.forEach(config::put);
        put(waysUrl, changed);
        return this;
    }

    @Override
    public void close() {
        passwordPolicy(passwordPolicy);
        put(waysUrl, ways);
    }

    private JsonNode get(String path) {
        return json(send(request(path).GET(), 200));
    }

    private void put(String path, JsonNode body) {
        send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())),
                204);
    }

    /** With a token of its own: they live for a minute only, and tests move the clock. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(node.baseUrl() + "/admin/realms/clave" + path))
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(node.baseUrl() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                        + URLEncoder.encode(Clave.ADMIN, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(Clave.ADMIN, StandardCharsets.UTF_8)));
        return json(send(request, 200)).get("access_token").asText();
    }

    private static String send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new AssertionError("HTTP " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }
}
