package es.clave.integrationtests.app;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.DeviceClient;
import es.clave.integrationtests.harness.DeviceClient.Answer;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device behind a proxy, on two nodes of one PostgreSQL. */
@ExtendWith(WorldExtension.class)
@Order(1)
class DeviceTwoNodesTest {

    private final Clave clave;
    private final Node first;
    private final Node second;

    DeviceTwoNodesTest(@TwoNodes Clave clave) {
        this.clave = clave;
        this.first = clave.nodes().get(0);
        this.second = clave.nodes().get(1);
    }

    @Test
    void whatOneNodeBeganTheOtherFinishesAndAProofThatOneTookIsUsedUpForBoth() {
        Citizen citizen = Population.of("Y0000000Z");
        DeviceClient device = DeviceClient.of(first);
        DeviceClient elsewhere = device.at(second);
        int already = clave.messages().codesTo(citizen.mobile()).size();
        Answer begun = device.begin(citizen.nationalId(), citizen.datumAsPrinted(), "A phone")
                .ok();
        Answer done = elsewhere.complete(begun.text("id"), clave.messages().nextCode(citizen.mobile(), already));
        assertThat(done.status()).isEqualTo(201);

        String proof = device.proof("GET", "/requests", claims -> {});
        assertThat(device.send("GET", "/requests", Optional.empty(), proof).status())
                .isEqualTo(200);
        Answer replayed = elsewhere.send("GET", "/requests", Optional.empty(), proof);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.text("reason")).isEqualTo("replayed");

        assertThat(elsewhere.delete("/devices/me").status()).isEqualTo(204);
        assertThat(device.requests().code()).isEqualTo("device_removed");
    }
}
