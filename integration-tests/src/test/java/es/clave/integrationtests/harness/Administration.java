package es.clave.integrationtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** What an administrator does by Keycloak's REST API, as the console does. */
public final class Administration {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Node node;

    public Administration(Node node) {
        this.node = node;
    }

    /** Registers a client, unless there is one of that id. */
    public void register(Map<String, Object> client) {
        HttpResponse<String> answer = registerOrNot(client);
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new AssertionError("No client: HTTP " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Tries to register a client. */
    public HttpResponse<String> registerOrNot(Map<String, Object> client) {
        return send(request("/clients")
                .POST(BodyPublishers.ofString(JSON.valueToTree(client).toString())));
    }

    /** Tries to add a mapper to a client. */
    public HttpResponse<String> addMapper(String clientId, Map<String, Object> mapper) {
        return send(request("/clients/" + find(clientId).get("id").asText() + "/protocol-mappers/models")
                .POST(BodyPublishers.ofString(JSON.valueToTree(mapper).toString())));
    }

    /** Changes what a client's representation says. */
    public void change(String clientId, Map<String, Object> changes) {
        ObjectNode client = find(clientId);
        changes.forEach((name, value) -> client.set(name, JSON.valueToTree(value)));
        HttpResponse<String> answer =
                send(request("/clients/" + client.get("id").asText()).PUT(BodyPublishers.ofString(client.toString())));
        if (answer.statusCode() != 204) {
            throw new AssertionError("Not changed: HTTP " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Makes a client of an agency's SAML metadata, without registering it yet. */
    public ObjectNode read(String metadata) {
        HttpResponse<String> answer = send(request("/client-description-converter")
                .setHeader("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(metadata)));
        if (answer.statusCode() != 200) {
            throw new AssertionError("The metadata are refused: " + answer.statusCode() + " " + answer.body());
        }
        return (ObjectNode) json(answer.body());
    }

    /** Registers a client that is new. */
    public void register(ObjectNode client) {
        HttpResponse<String> answer = send(request("/clients").POST(BodyPublishers.ofString(client.toString())));
        if (answer.statusCode() != 201) {
            throw new AssertionError("No client: HTTP " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Gives a client one more scope that it always has. */
    public void grant(String clientId, String scope) {
        int status = send(request(scopeOf(clientId, scope)).PUT(BodyPublishers.noBody()))
                .statusCode();
        if (status != 204) {
            throw new AssertionError("The scope is refused: " + status);
        }
    }

    /** Takes a scope away that a client always has. */
    public void takeAway(String clientId, String scope) {
        int status = send(request(scopeOf(clientId, scope)).DELETE()).statusCode();
        if (status != 204) {
            throw new AssertionError("The scope stays: " + status);
        }
    }

    private String scopeOf(String clientId, String scope) {
        for (JsonNode known : json(send(request("/client-scopes").GET()).body())) {
            if (known.get("name").textValue().equals(scope)) {
                return "/clients/" + find(clientId).get("id").textValue() + "/default-client-scopes/"
                        + known.get("id").textValue();
            }
        }
        throw new AssertionError("There is no scope " + scope);
    }

    /** Lets an application of Cl@ve 2 ask for this beside what always comes. */
    public void letAskFor(String clientId, String attribute) {
        ObjectNode client = find(clientId);
        ObjectNode mapper = (ObjectNode) client.get("protocolMappers").get(0);
        ((ObjectNode) mapper.get("config")).put("citizen.attributes", attribute);
        HttpResponse<String> answer =
                send(request("/clients/" + client.get("id").asText() + "/protocol-mappers/models/"
                                + mapper.get("id").asText())
                        .PUT(BodyPublishers.ofString(mapper.toString())));
        if (answer.statusCode() != 204) {
            throw new AssertionError("Not changed: HTTP " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Somebody's JSON. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** What is registered of a client. */
    public ObjectNode find(String clientId) {
        try {
            return (ObjectNode) JSON.readTree(send(request("/clients?clientId=" + encode(clientId))
                                    .GET())
                            .body())
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors of the newest events of this type, the newest first. */
    public List<String> errors(String type) {
        try {
            JsonNode events = JSON.readTree(
                    send(request("/events?max=20&type=" + type).GET()).body());
            List<String> errors = new ArrayList<>();
            events.forEach(event -> errors.add(event.path("error").asText()));
            return errors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(node.baseUrl().resolve("/admin/realms/clave" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private String token() {
        try {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(node.baseUrl().resolve("/realms/master/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                                    + Clave.ADMIN + "&password=" + Clave.ADMIN)));
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
