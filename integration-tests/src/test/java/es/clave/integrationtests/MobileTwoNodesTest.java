package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.RealmSettings;
import es.clave.integrationtests.harness.TestPhone;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WaitingPage;
import es.clave.integrationtests.harness.WireBrowser;
import es.clave.integrationtests.harness.WorldExtension;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page waits on one node, the app answers on the other, and the first one is killed between. */
@ExtendWith(WorldExtension.class)
class MobileTwoNodesTest {

    private static final Map<String, String> APP = Map.of("mobile.app.address", "https://app.example/");
    private static final Map<String, String> GO_ON = Map.of("step", "go");

    private final Clave clave;
    private final Node first;
    private final Node second;

    MobileTwoNodesTest(@TwoNodes Clave clave) {
        this.clave = clave;
        this.first = clave.nodes().get(0);
        second = clave.nodes().get(1);
    }

    @Test
    void aPageThatWaitsOnANodeThatIsKilledGoesOnAtTheOther() {
        try (RealmSettings settings = RealmSettings.at(second)) {
            settings.ways(APP);
            TestPhone phone = TestPhone.of(Population.of("99990013C"), second);
            WaitingPage page = WaitingPage.open(new WireBrowser(), clave, first);
            BlockingQueue<String> told = page.events(first);
            String request = phone.mustScan(WaitingPage.token(told));
            WaitingPage.awaitKey(told, "SCANNED");
            WaitingPage scanned = page.then(page.send(first, GO_ON));
            BlockingQueue<String> toldAtOnce = scanned.events(first);
            WaitingPage.awaitKey(toldAtOnce, "SCANNED");
            assertThat(phone.confirm(request)).startsWith("Confirmed");
            WaitingPage.awaitKey(toldAtOnce, "CONFIRMED");

            WaitingPage again = WaitingPage.open(new WireBrowser(), clave, first);
            BlockingQueue<String> toldAgain = again.events(first);
            String lateRequest = phone.mustScan(WaitingPage.token(toldAgain));
            first.kill();
            assertThat(phone.confirm(lateRequest)).startsWith("Confirmed");
            WaitingPage.awaitKey(again.events(second), "CONFIRMED");

            WireBrowser.Answer done = again.send(second, GO_ON);
            assertThat(done.location().orElseThrow())
                    .startsWith(clave.townHall() + "/callback")
                    .contains("code=");
            assertThat(again.send(second, GO_ON).location().filter(to -> to.contains("code=")))
                    .isEmpty();
        }
    }
}
