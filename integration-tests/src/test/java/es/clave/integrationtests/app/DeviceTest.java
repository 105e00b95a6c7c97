package es.clave.integrationtests.app;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.DeviceClient;
import es.clave.integrationtests.harness.DeviceClient.Answer;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Messages;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a device and its citizen can do without a request: activate, see, rename, remove, change the key. */
@ExtendWith(WorldExtension.class)
class DeviceTest {

    private static final Duration RESEND_WAIT = Duration.ofSeconds(31);

    private final Clave clave;
    private final Messages messages;
    private final Citizen citizen = Population.of("Y0000000Z");
    private final List<DeviceClient> activated = new ArrayList<>();

    DeviceTest(Clave clave) {
        this.clave = clave;
        this.messages = clave.messages();
    }

    /** Other tests know these citizens without devices. */
    @AfterEach
    void removeDevices() {
        activated.forEach(device -> device.delete("/devices/me"));
    }

    @Test
    void theDocumentIsThereForWhoWantsToWriteAnApp() {
        String document = HttpVisitor.document(clave.node().realmUrl("/app/v1/openapi.yaml"));
        assertThat(document).startsWith("openapi: 3.1.0").contains("/activations/{id}:");
    }

    @Test
    void aDeviceIsActivatedByTheCodeThatComesAndItsCitizenIsTold() {
        int already = messages.codesTo(citizen.mobile()).size();
        DeviceClient device = DeviceClient.of(clave.node());
        Answer begun = device.begin(citizen.nationalId(), citizen.datumAsPrinted(), "Pixel 9");
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.text("phoneEnding"))
                .isEqualTo(citizen.mobile().substring(citizen.mobile().length() - 2));

        String code = messages.nextCode(citizen.mobile(), already);
        Answer done = device.complete(begun.text("id"), code).ok();
        activated.add(device);
        assertThat(done.status()).isEqualTo(201);
        assertThat(done.text("name")).isEqualTo("Pixel 9");
        messages.saying(citizen.mobile(), "activated on Pixel 9");
        messages.saying(citizen.email(), "activated on Pixel 9");

        assertThat(device.get("/citizen").ok().text("givenName")).isEqualTo(citizen.givenName());
        assertThat(device.requests().ok().body().path("requests")).isEmpty();
        assertThat(device.get("/history").ok().body().path("answers")).isEmpty();
        assertThat(device.complete(begun.text("id"), code).code()).isEqualTo("activation_over");
    }

    @Test
    void devicesAreListedRenamedAndRemovedAndThereAreThreeAtMost() {
        DeviceClient first = activate("First");
        DeviceClient second = activate("Second");
        DeviceClient third = activate("Third");
        assertThat(names(first)).containsExactly("First", "Second", "Third");

        DeviceClient fourth = DeviceClient.of(clave.node());
        clave.letPass(RESEND_WAIT);
        int already = messages.codesTo(citizen.mobile()).size();
        Answer begun = fourth.begin(citizen.nationalId(), citizen.datumAsPrinted(), "Fourth");
        Answer tooMany = fourth.complete(begun.text("id"), messages.nextCode(citizen.mobile(), already));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.code()).isEqualTo("too_many_devices");

        String thirdId = third.get("/devices/me").text("id");
        Answer renamed = first.call("PATCH", "/devices/" + thirdId, Optional.of(Map.of("name", "My tablet")));
        assertThat(renamed.ok().text("name")).isEqualTo("My tablet");
        assertThat(third.get("/devices/me").text("name")).isEqualTo("My tablet");

        assertThat(second.delete("/devices/" + thirdId).status()).isEqualTo(204);
        assertThat(names(first)).containsExactly("First", "Second");
        Answer after = third.requests();
        assertThat(after.status()).isEqualTo(403);
        assertThat(after.code()).isEqualTo("device_removed");
    }

    @Test
    void aDeviceGoesOnWithAnotherKeyAndTheFormerOneIsNobodys() {
        DeviceClient device = activate("A phone");
        DeviceClient former = device.copy();
        device.changeKey().ok();
        assertThat(device.get("/devices/me").ok().text("name")).isEqualTo("A phone");
        assertThat(former.requests().code()).isEqualTo("unknown_device");

        clave.letPass(RESEND_WAIT);
        int already = messages.codesTo(citizen.mobile()).size();
        Answer begun = former.begin(citizen.nationalId(), citizen.datumAsPrinted(), "Again")
                .ok();
        assertThat(former.complete(begun.text("id"), messages.nextCode(citizen.mobile(), already))
                        .code())
                .isEqualTo("key_known");
    }

    @Test
    void whatWasMistypedIsSaidAndCountsForNothing() {
        DeviceClient device = DeviceClient.of(clave.node());
        Answer letter = device.begin("Y0000000A", citizen.datumAsPrinted(), "A phone");
        assertThat(letter.status()).isEqualTo(400);
        assertThat(letter.code()).isEqualTo("national_id_wrong_letter");
        assertThat(letter.text("field")).isEqualTo("nationalId");
        assertThat(letter.text("title")).contains("letter");
        assertThat(device.begin(citizen.nationalId(), "nonsense", "A phone").code())
                .isEqualTo("contrast_datum_malformed_support_number");
        assertThat(device.begin(citizen.nationalId(), citizen.datumAsPrinted(), " ")
                        .code())
                .isEqualTo("name_empty");
        assertThat(device.post("/activations", List.of()).code()).isEqualTo("malformed");
    }

    @Test
    void pagesOfAnyOriginMayCallWithoutCookies() throws Exception {
        URI address = clave.node().realmUrl("/app/v1/devices/me");
        var response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Access-Control-Request-Method", "PATCH")
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("DPoP"));
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private DeviceClient activate(String name) {
        DeviceClient device = DeviceClient.of(clave.node());
        clave.letPass(RESEND_WAIT);
        device.activate(messages, citizen, name);
        activated.add(device);
        return device;
    }

    private static List<String> names(DeviceClient device) {
        List<String> names = new ArrayList<>();
        device.get("/devices")
                .ok()
                .body()
                .path("devices")
                .forEach(one -> names.add(one.path("name").asText()));
        return names;
    }
}
