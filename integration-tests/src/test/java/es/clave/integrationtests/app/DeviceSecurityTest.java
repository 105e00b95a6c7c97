package es.clave.integrationtests.app;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.DeviceClient;
import es.clave.integrationtests.harness.DeviceClient.Answer;
import es.clave.integrationtests.harness.Messages;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What attackers try on the app's API: replayed and relayed proofs, guessed codes, other people's devices. */
@ExtendWith(WorldExtension.class)
class DeviceSecurityTest {

    private final Clave clave;
    private final Messages messages;
    private final Citizen citizen = Population.of("X0000000T");
    private final List<DeviceClient> activated = new ArrayList<>();

    DeviceSecurityTest(Clave clave) {
        this.clave = clave;
        this.messages = clave.messages();
    }

    /** Other tests know these citizens without devices. */
    @AfterEach
    void removeDevices() {
        activated.forEach(device -> device.delete("/devices/me"));
    }

    @Test
    void aProofWorksOnceAtOneAddressByOneMethodForAsLongAsItsNonce() {
        DeviceClient device = activate(citizen);
        String proof = device.proof("GET", "/requests", claims -> {});
        assertThat(device.send("GET", "/requests", Optional.empty(), proof).status())
                .isEqualTo(200);
        assertRefused(device.send("GET", "/requests", Optional.empty(), proof), "replayed");

        String elsewhere = device.proof("GET", "/requests", claims -> {});
        assertRefused(device.send("GET", "/devices", Optional.empty(), elsewhere), "htu");
        String otherwise = device.proof("GET", "/devices/me", claims -> {});
        assertRefused(device.send("DELETE", "/devices/me", Optional.empty(), otherwise), "htm");

        String late = device.proof("GET", "/requests", claims -> {});
        clave.letPass(Duration.ofMinutes(5));
        Answer expired = device.send("GET", "/requests", Optional.empty(), late);
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.code()).isEqualTo("use_dpop_nonce");
        // After five minutes the clock of the device is behind as well, until it asks for the time.
        assertThat(device.get("/devices/me").status()).isEqualTo(401);
        activated.set(0, device.resynchronised());
        assertThat(activated.get(0).get("/devices/me").status()).isEqualTo(200);
    }

    @Test
    void withoutAProofNothingIsAnswered() {
        DeviceClient device = DeviceClient.of(clave.node());
        for (String path : List.of("/requests", "/devices", "/devices/me", "/citizen", "/history")) {
            assertThat(device.send("GET", path, Optional.empty(), "nonsense").code())
                    .as(path)
                    .isEqualTo("invalid_dpop_proof");
            assertThat(device.get(path).code()).as(path).isEqualTo("unknown_device");
        }
    }

    @Test
    void aGuessedActivationCodeIsDeadAfterFiveTries() {
        DeviceClient device = DeviceClient.of(clave.node());
        int already = messages.codesTo(citizen.mobile()).size();
        Answer begun = device.begin(citizen.nationalId(), citizen.datumAsPrinted(), "Guesser")
                .ok();
        String code = messages.nextCode(citizen.mobile(), already);
        for (int left = 4; left > 0; left--) {
            Answer wrong = device.complete(begun.text("id"), PinPages.wrong(code));
            assertThat(wrong.code()).isEqualTo("wrong_code");
            assertThat(wrong.body().path("triesLeft").asInt()).isEqualTo(left);
        }
        assertThat(device.complete(begun.text("id"), PinPages.wrong(code)).code())
                .isEqualTo("activation_over");
        assertThat(device.complete(begun.text("id"), code).code()).isEqualTo("activation_over");
    }

    @Test
    void theCodeOfOneDeviceActivatesNoOther() {
        DeviceClient device = DeviceClient.of(clave.node());
        int already = messages.codesTo(citizen.mobile()).size();
        Answer begun = device.begin(citizen.nationalId(), citizen.datumAsPrinted(), "A phone")
                .ok();
        String code = messages.nextCode(citizen.mobile(), already);
        DeviceClient thief = DeviceClient.of(clave.node());
        assertThat(thief.complete(begun.text("id"), code).code()).isEqualTo("activation_over");
        activated.add(device);
        assertThat(device.complete(begun.text("id"), code).status()).isEqualTo(201);
    }

    @Test
    void whoIsNotRegisteredOrHasAnotherDatumGetsTheSameAnswersAndNoCode() {
        Citizen unregistered = Population.of("99990021M");
        int sent = messages.all().size();
        int already = messages.codesTo(citizen.mobile()).size();
        List<Citizen> nobody = List.of(unregistered, wrongDatum(Population.of("99990009Q")));
        Answer known = DeviceClient.of(clave.node())
                .begin(citizen.nationalId(), citizen.datumAsPrinted(), "A phone")
                .ok();
        for (Citizen other : nobody) {
            DeviceClient device = DeviceClient.of(clave.node());
            Answer begun = device.begin(other.nationalId(), other.datumAsPrinted(), "A phone");
            assertThat(begun.status()).isEqualTo(201);
            assertThat(begun.body().fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf((Iterable<String>)
                    known.body()::fieldNames);
            assertThat(begun.text("id")).hasSameSizeAs(known.text("id"));
            for (int left = 4; left > 0; left--) {
                Answer wrong = device.complete(begun.text("id"), "000000");
                assertThat(wrong.code()).isEqualTo("wrong_code");
                assertThat(wrong.body().path("triesLeft").asInt()).isEqualTo(left);
            }
        }
        messages.nextCode(citizen.mobile(), already);
        assertThat(messages.all().subList(sent, messages.all().size()))
                .extracting(Messages.Message::to)
                .doesNotContainAnyElementsOf(nobody.stream()
                        .map(Citizen::mobile)
                        .filter(mobile -> !mobile.isEmpty())
                        .toList());
    }

    @Test
    void nobodySeesOrChangesTheDevicesOfAnother() {
        DeviceClient mine = activate(citizen);
        DeviceClient theirs = activate(Population.of("Z9990007P"));
        String id = mine.get("/devices/me").ok().text("id");
        assertThat(theirs.get("/devices/" + id).code()).isEqualTo("not_found");
        assertThat(theirs.call("PATCH", "/devices/" + id, Optional.of(Map.of("name", "Mine")))
                        .code())
                .isEqualTo("not_found");
        assertThat(theirs.delete("/devices/" + id).code()).isEqualTo("not_found");
        assertThat(mine.get("/devices/me").status()).isEqualTo(200);
    }

    @Test
    void nothingIsEverSentToAnAddressThatIsNoPushServices() {
        DeviceClient device = activate(citizen);
        Answer refused = device.call(
                "PUT",
                "/devices/me/push",
                Optional.of(Map.of(
                        "endpoint",
                        "https://internal.example/admin",
                        "keys",
                        Map.of("p256dh", "B".repeat(87), "auth", "s".repeat(22)))));
        assertThat(refused.code()).isEqualTo("push_refused");
        assertThat(device.get("/devices/me").body().path("push").asBoolean()).isFalse();
    }

    private DeviceClient activate(Citizen whose) {
        DeviceClient device = DeviceClient.of(clave.node());
        device.activate(messages, whose, "A phone");
        activated.add(device);
        return device;
    }

    private static Citizen wrongDatum(Citizen known) {
        return new Citizen(
                known.nationalId(),
                "1999-01-01",
                known.givenName(),
                known.firstSurname(),
                known.secondSurname(),
                known.birthDate(),
                known.mobile(),
                known.route(),
                known.email(),
                known.password());
    }

    private static void assertRefused(Answer answer, String reason) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("invalid_dpop_proof");
        assertThat(answer.text("reason")).isEqualTo(reason);
    }
}
