package es.clave.integrationtests.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.DeviceClient;
import es.clave.integrationtests.harness.DeviceClient.Answer;
import es.clave.integrationtests.harness.Messages;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.RealmSettings;
import es.clave.integrationtests.harness.WaitingPage;
import es.clave.integrationtests.harness.WireBrowser;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins answered by a device that knows nothing but the API's document: what works, and what attackers try. */
@ExtendWith(WorldExtension.class)
class AnswerTest {

    private static final Map<String, String> GO_ON = Map.of("step", "go");
    private static final Duration RESEND_WAIT = Duration.ofSeconds(31);

    private final Clave clave;
    private final Messages messages;
    private final RealmSettings settings;
    private final Citizen citizen = Population.of("Z9990003G");
    private final List<DeviceClient> activated = new ArrayList<>();

    AnswerTest(Clave clave) {
        this.clave = clave;
        this.messages = clave.messages();
        this.settings = RealmSettings.of(clave);
    }

    @BeforeEach
    void theAppHasAnAddress() {
        settings.ways(Map.of("mobile.app.address", "https://app.example/"));
    }

    /** Other tests know these citizens without devices. */
    @AfterEach
    void putBack() {
        activated.forEach(device -> device.delete("/devices/me"));
        settings.close();
    }

    @Test
    void aScannedRequestIsConfirmedTheBrowserGoesOnAndTheHistoryKnows() {
        DeviceClient device = activate();
        WaitingPage page = open();
        JsonNode request = device.scan(page.token()).ok().body();
        assertThat(request.path("kind").asText()).isEqualTo("QR");
        assertThat(request.path("agency").path("id").asText()).isEqualTo(Clave.TOWN_HALL_CLIENT);
        assertThat(device.requests().ok().body().path("requests")).hasSize(1);

        assertThat(device.answer(request, "confirm", Optional.empty()).ok().text("state"))
                .isEqualTo("CONFIRMED");
        assertThat(isIn(page.send(clave.node(), GO_ON))).isTrue();

        JsonNode history = device.get("/history").ok().body().path("answers");
        assertThat(history.get(0).path("requestId").asText())
                .isEqualTo(request.path("id").asText());
        assertThat(history.get(0).path("decision").asText()).isEqualTo("confirm");
        assertThat(history.get(0).path("agencyName").asText())
                .isEqualTo(request.path("agency").path("name").asText());
        assertThat(device.answer(request, "confirm", Optional.empty()).code()).isEqualTo("already_answered");
    }

    @Test
    void aRejectedRequestLetsNobodyIn() {
        DeviceClient device = activate();
        WaitingPage page = open();
        JsonNode request = device.scan(page.token()).ok().body();
        assertThat(device.answer(request, "reject", Optional.empty()).ok().text("state"))
                .isEqualTo("REJECTED");
        assertThat(isIn(page.send(clave.node(), GO_ON))).isFalse();
        assertThat(device.answer(request, "confirm", Optional.empty()).code()).isEqualTo("already_answered");
    }

    @Test
    void theDigitsOfThePageAreTypedIntoTheApp() {
        DeviceClient device = activate();
        WaitingPage page = open();
        WireBrowser.Answer asked = page.send(
                clave.node(),
                Map.of(
                        "step", "request",
                        "nationalId", citizen.nationalId(),
                        "contrastDatum", citizen.datumAsPrinted()));
        String digits = asked.page().select(".digits").text().replaceAll("[^0-9]", "");
        JsonNode request = device.requests().ok().body().path("requests").get(0);
        assertThat(request.path("kind").asText()).isEqualTo("TYPED");
        messages.push(citizen.mobile(), request.path("id").asText());

        Answer wrong = device.answer(request, "confirm", Optional.of(PinPages.wrong(digits)));
        assertThat(wrong.code()).isEqualTo("wrong_digits");
        assertThat(device.answer(request, "confirm", Optional.empty()).code()).isEqualTo("bad_answer");
        assertThat(device.answer(request, "confirm", Optional.of(digits)).ok().text("state"))
                .isEqualTo("CONFIRMED");
        assertThat(isIn(page.then(asked).send(clave.node(), GO_ON))).isTrue();
    }

    @Test
    void anAnswerIsOfTheDeviceThatScannedAndSaysWhatWasShown() {
        DeviceClient device = activate();
        DeviceClient other = activate();
        WaitingPage page = open();
        JsonNode request = device.scan(page.token()).ok().body();
        assertThat(other.scan(page.token()).code()).isEqualTo("already_scanned");
        assertThat(other.answer(request, "confirm", Optional.empty()).code()).isEqualTo("not_found");

        String byAnother = other.signedAnswer(request, "confirm", Optional.empty(), claims -> {});
        assertThat(device.answer(request.path("id").asText(), byAnother).code()).isEqualTo("bad_answer");
        String otherAgency = device.signedAnswer(
                request, "confirm", Optional.empty(), claims -> claims.claim("agencyName", "Somebody else"));
        assertThat(device.answer(request.path("id").asText(), otherAgency).code())
                .isEqualTo("bad_answer");
        assertThat(isIn(page.send(clave.node(), GO_ON))).isFalse();

        assertThat(device.answer(request, "confirm", Optional.empty()).status()).isEqualTo(200);
    }

    @Test
    void aCopyOfADeviceShutsBothOutAndTheCitizenIsTold() {
        DeviceClient device = activate();
        DeviceClient copy = device.copy();
        WaitingPage first = open();
        JsonNode scanned = copy.scan(first.token()).ok().body();
        copy.answer(scanned, "reject", Optional.empty()).ok();

        WaitingPage second = open();
        JsonNode request = device.scan(second.token()).ok().body();
        Answer shutOut = device.answer(request, "confirm", Optional.empty());
        assertThat(shutOut.status()).isEqualTo(403);
        assertThat(shutOut.code()).isEqualTo("device_shut_out");
        assertThat(device.requests().code()).isEqualTo("device_shut_out");
        assertThat(copy.requests().code()).isEqualTo("device_shut_out");
        assertThat(isIn(second.send(clave.node(), GO_ON))).isFalse();
        messages.saying(citizen.mobile(), "a copy of");
    }

    @Test
    void aDeviceThatIsRemovedInTheMiddleAnswersNothingMore() {
        DeviceClient device = activate();
        DeviceClient other = activate();
        WaitingPage page = open();
        JsonNode request = device.scan(page.token()).ok().body();
        other.delete("/devices/" + device.get("/devices/me").ok().text("id"));
        assertThat(device.answer(request, "confirm", Optional.empty()).code()).isEqualTo("device_removed");
        assertThat(isIn(page.send(clave.node(), GO_ON))).isFalse();
    }

    private DeviceClient activate() {
        DeviceClient device = DeviceClient.of(clave.node());
        clave.letPass(RESEND_WAIT);
        device.activate(messages, citizen, "A phone");
        activated.add(device);
        return device;
    }

    private WaitingPage open() {
        return WaitingPage.open(new WireBrowser(), clave, clave.node());
    }

    private static boolean isIn(WireBrowser.Answer answer) {
        return answer.location().filter(to -> to.contains("code=")).isPresent();
    }
}
