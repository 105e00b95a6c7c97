package es.clave.integrationtests.app;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.DeviceClient;
import es.clave.integrationtests.harness.HttpCitizen;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import java.time.Duration;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of devices in Mi Cl@ve. */
@ExtendWith(WorldExtension.class)
class DevicesPageTest {

    private final Clave clave;
    private final Citizen citizen = Population.of("Y0000000Z");

    DevicesPageTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void aDeviceIsListedAndOnceRemovedItSpeaksForNobodyAndTheCitizenIsTold() {
        URI devices = clave.node().realmUrl("/mi-clave/dispositivos");
        HttpCitizen visitor = new HttpCitizen(clave, citizen);
        HttpVisitor.Answer empty = visitor.logIn(visitor.browser().get(devices));
        assertThat(empty.page().text()).contains("No ha activado la aplicación");

        clave.letPass(Duration.ofSeconds(31));
        DeviceClient device = DeviceClient.of(clave.node());
        device.activate(clave.messages(), citizen, "<b>Móvil</b> de João");
        HttpVisitor.Answer page = visitor.browser().get(devices);
        assertThat(page.page().select("h2").eachText()).contains("<b>Móvil</b> de João");
        Element form = page.page().selectFirst("form:has(button[value=remove])");
        String token = form.select("input[name=formToken]").val();
        String id = form.select("input[name=device]").val();

        HttpVisitor.Answer forged = visitor.browser()
                .post(devices, HttpVisitor.fields("step", "remove", "device", id, "formToken", "x" + token));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(device.get("/devices/me").status()).isEqualTo(200);

        HttpVisitor.Answer done =
                visitor.browser().post(devices, HttpVisitor.fields("step", "remove", "device", id, "formToken", token));
        assertThat(done.page().text()).contains("Ha eliminado el dispositivo");
        assertThat(device.get("/devices/me").code()).isEqualTo("device_removed");
        clave.messages().saying(citizen.mobile(), "se ha eliminado un dispositivo");
    }
}
