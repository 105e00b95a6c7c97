package es.clave.integrationtests.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.MasterAdministrators;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Offices are entered, changed and closed over the administrators' REST API, by those who may, and citizens see it at once. */
@ExtendWith(WorldExtension.class)
class OfficesAdministrationTest {

    private static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Clave clave;
    private final MasterAdministrators administrators;

    OfficesAdministrationTest(Clave clave) {
        this.clave = clave;
        this.administrators = new MasterAdministrators(clave.node());
    }

    @Test
    void whoManagesTheRealmOpensChangesAndClosesAnOfficeThatCitizensFind() {
        String manager = administrators.token("office-manager", List.of("view-realm", "manage-realm"));
        ObjectNode office = office("Mo-Su 09:00-14:00");
        assertThat(send(manager, "PUT", "/xativa", office).statusCode()).isEqualTo(201);
        ObjectNode kept =
                (ObjectNode) read(send(manager, "GET", "/xativa", null).body());
        assertThat(kept.remove("openingHours").asText())
                .startsWith("Mo 09:00-14:00, Tu")
                .endsWith("Su 09:00-14:00");
        assertThat(kept).isEqualTo(office.deepCopy().put("id", "xativa").without(List.of("openingHours")));
        assertThat(send(manager, "GET", "", null).body()).contains("\"xativa\"", "\"albacete\"");

        AppointmentRequest citizen = AppointmentRequest.of(clave.node(), Newcomers.next());
        List<String> times = citizen.timesAt("xativa");
        assertThat(times).isNotEmpty();
        LocalDate first = day(times.get(0));
        ObjectNode rests = office.deepCopy().put("closedDays", first.toString());
        assertThat(send(manager, "PUT", "/xativa", rests).statusCode()).isEqualTo(204);
        AppointmentRequest another = AppointmentRequest.of(clave.node(), Newcomers.next());
        assertThat(another.timesAt("xativa")).isNotEmpty().noneMatch(time -> day(time)
                .equals(first));
        citizen.step(times.get(0));
        assertThat(citizen.alert()).contains("Esa hora ya no está libre");

        another.step(another.times().get(0)).step("office.book", "mobile", "+34611000090", "email", "");
        assertThat(another.heading()).isEqualTo("Tiene cita");
        HttpResponse<String> refused = send(manager, "DELETE", "/xativa", null);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("people have appointments");
        another.step("office.cancel").step("office.confirm-cancel");
        assertThat(send(manager, "DELETE", "/xativa", null).statusCode()).isEqualTo(204);
        assertThat(send(manager, "GET", "/xativa", null).statusCode()).isEqualTo(404);
        assertThat(send(manager, "DELETE", "/xativa", null).statusCode()).isEqualTo(404);
        assertThat(administrators.adminEvents("clave-offices/xativa")).containsExactly("DELETE", "UPDATE", "CREATE");
    }

    @Test
    void whoOnlyViewsTheRealmChangesNothingAndOthersSeeNothing() {
        String viewer = administrators.token("office-viewer", List.of("view-realm"));
        assertThat(send(viewer, "GET", "/albacete", null).statusCode()).isEqualTo(200);
        assertThat(send(viewer, "PUT", "/albacete", office("Mo-Fr 09:00-14:00")).statusCode())
                .isEqualTo(403);
        assertThat(send(viewer, "DELETE", "/albacete", null).statusCode()).isEqualTo(403);
        assertThat(read(send(viewer, "GET", "/albacete", null).body())
                        .get("name")
                        .asText())
                .isEqualTo("Albacete");

        String stranger = administrators.token("office-stranger", List.of("view-events"));
        assertThat(send(stranger, "GET", "", null).statusCode()).isEqualTo(403);
        assertThat(send(stranger, "PUT", "/albacete", office("Mo-Fr 09:00-14:00"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("", "GET", "", null).statusCode()).isEqualTo(401);
        assertThat(send("forged", "DELETE", "/albacete", null).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoOfficeIsRefusedSayingWhatIsWrong() {
        String manager = administrators.token("office-manager", List.of("view-realm", "manage-realm"));
        assertThat(refusal(manager, "/gandia", office("always"))).contains("opening hours are written as in");
        assertThat(refusal(manager, "/gandia", office("Mo-Fr 09:00-14:00").put("closedDays", "Christmas")))
                .contains("closed days are written as in");
        assertThat(refusal(manager, "/gandia", office("Mo-Fr 09:00-14:00").put("capacity", 0)))
                .contains("capacity");
        assertThat(refusal(manager, "/gandia", office("Mo-Fr 09:00-14:00").without(List.of("town"))))
                .contains("town is missing");
        assertThat(refusal(manager, "/X%C3%A0tiva", office("Mo-Fr 09:00-14:00")))
                .contains("small letters");
        assertThat(send(manager, "GET", "/gandia", null).statusCode()).isEqualTo(404);
    }

    private String refusal(String token, String path, ObjectNode office) {
        HttpResponse<String> answer = send(token, "PUT", path, office);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }

    private static ObjectNode office(String hours) {
        return JSON.createObjectNode()
                .put("name", "Xàtiva")
                .put("street", "Carrer de la Reina, 2")
                .put("postcode", "46800")
                .put("town", "Xàtiva")
                .put("province", "Valencia")
                .put("latitude", 38.9886)
                .put("longitude", -0.5185)
                .put("timeZone", "Europe/Madrid")
                .put("openingHours", hours)
                .put("closedDays", "")
                .put("capacity", 2)
                .put("slotMinutes", 20);
    }

    private static LocalDate day(String step) {
        return Instant.ofEpochSecond(Long.parseLong(step.substring(step.indexOf(':') + 1)))
                .atZone(SPAIN)
                .toLocalDate();
    }

    private HttpResponse<String> send(String token, String method, String path, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(clave.node().baseUrl() + "/admin/realms/clave/clave-offices" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        Optional.ofNullable(body)
                                .map(json -> BodyPublishers.ofString(json.toString()))
                                .orElseGet(BodyPublishers::noBody));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }
}
