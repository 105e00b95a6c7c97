package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators see of a citizen, in the console and over its REST API. */
@ExtendWith(WorldExtension.class)
class ConsoleTest {

    private static final String BASIC_CITIZEN = "99990033V";
    private static final String SEARCH = "/admin/realms/clave/clave/citizens/search";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clave clave;
    private final Visitors visitors;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    ConsoleTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @BeforeEach
    void logIn() throws Exception {
        token = token(Clave.ADMIN);
    }

    @Test
    void anAdministratorSeesTheRegistrationReadOnlyAndMaskedAndCanSaveTheUser() throws Exception {
        String userId = find(BASIC_CITIZEN);
        Page page = visitors.open(new Browser.NewContextOptions().setLocale("en-GB"));
        page.navigate(address("/admin/master/console/#/clave/users/" + userId + "/settings")
                .toString());
        page.fill("#username", Clave.ADMIN);
        page.fill("#password", Clave.ADMIN);
        page.click("#kc-login");

        // The console is megabytes of script, which a busy machine takes its time for.
        LocatorAssertions.IsVisibleOptions patiently = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
        assertThat(page.getByText("Cl@ve registration").first()).isVisible(patiently);
        for (String[] field : new String[][] {
            {"DNI/NIE", "***9003**"},
            {"Status", "ACTIVE"},
            {"Registration level", "BASIC"},
            {"Route", "VIDEO_CALL"},
            {"Mobile", "****33"}
        }) {
            assertThat(page.getByLabel(field[0], new Page.GetByLabelOptions().setExact(true)))
                    .hasValue(field[1]);
            assertThat(page.getByLabel(field[0], new Page.GetByLabelOptions().setExact(true)))
                    .not()
                    .isEditable();
        }
        page.locator("button[type=submit]:has-text('Save')").click();
        assertThat(page.getByText("The user has been saved")).isVisible(patiently);
    }

    @Test
    void whatAnAdministratorSendsInItsPlaceIsNotKept() throws Exception {
        URI user = address("/admin/realms/clave/users/" + find(BASIC_CITIZEN));
        JsonNode before = json(send(request(user).GET()));
        ObjectNode changed = before.deepCopy();
        ObjectNode attributes = (ObjectNode) changed.get("attributes");
        attributes.putArray("clave.level").add("ADVANCED");
        attributes.putArray("clave.other").add("x");

        HttpResponse<String> saved = send(request(user).PUT(BodyPublishers.ofString(changed.toString())));

        assertThat(saved.statusCode()).isEqualTo(204);
        assertThat(json(send(request(user).GET())).get("attributes")).isEqualTo(before.get("attributes"));
        JsonNode stored =
                json(send(request(URI.create(user + "/unmanagedAttributes")).GET()));
        assertThat(stored).isEmpty();
    }

    @Test
    void anAdministratorFindsACitizenByNumberHoweverItIsTyped() throws Exception {
        JsonNode user = json(send(request(address("/admin/realms/clave/users/" + find(" 99.990.033-v ")))
                .GET()));
        assertThat(user.get("firstName").asText()).isEqualTo("Óscar");
        assertThat(search("99990019A").statusCode()).as("not registered").isEqualTo(404);
        assertThat(search("99990033A").body()).contains("WRONG_LETTER");
    }

    @Test
    void whatIsNoSearchIsAClearAnswer() throws Exception {
        for (String body :
                List.of("", "null", "{}", "[]", "{", "{\"nationalId\":{}}", "{\"nationalId\":\"\\u0000\"}")) {
            assertThat(send(request(address(SEARCH)).POST(BodyPublishers.ofString(body)))
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void whoMayNotSeeUsersFindsNobody() throws Exception {
        String name = "nobody-" + UUID.randomUUID();
        HttpResponse<String> made = send(request(address("/admin/realms/master/users"))
                .POST(BodyPublishers.ofString("{\"username\":\"" + name + "\",\"enabled\":true,\"email\":\"" + name
                        + "@example.com\",\"firstName\":\"No\",\"lastName\":\"Body\",\"credentials\":[{\"type\":\"password\","
                        + "\"value\":\"" + name + "\"}]}")));
        assertThat(made.statusCode()).isEqualTo(201);

        token = token(name);

        assertThat(search(BASIC_CITIZEN).statusCode()).isEqualTo(403);
        token = "nothing";
        assertThat(search(BASIC_CITIZEN).statusCode()).isEqualTo(401);
    }

    private String find(String nationalId) throws Exception {
        HttpResponse<String> found = search(nationalId);
        assertThat(found.statusCode()).isEqualTo(200);
        return json(found).get("userId").asText();
    }

    private HttpResponse<String> search(String nationalId) throws Exception {
        ObjectNode search = JSON.createObjectNode().put("nationalId", nationalId);
        return send(request(address(SEARCH)).POST(BodyPublishers.ofString(search.toString())));
    }

    private String token(String user) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(address("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=" + user + "&password=" + user)));
        return json(answer).get("access_token").asText();
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private URI address(String path) {
        return clave.node().baseUrl().resolve(path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
