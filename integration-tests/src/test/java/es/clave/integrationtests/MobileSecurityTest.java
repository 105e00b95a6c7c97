package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.RealmSettings;
import es.clave.integrationtests.harness.TestPhone;
import es.clave.integrationtests.harness.WaitingPage;
import es.clave.integrationtests.harness.WireBrowser;
import es.clave.integrationtests.harness.WorldExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What attackers try at a login by the app: photographed and relayed QR, races, bombing, guessing who has the app. */
@ExtendWith(WorldExtension.class)
class MobileSecurityTest {

    private static final int RACES = 20;
    private static final Map<String, String> GO_ON = Map.of("step", "go");
    private static final Citizen CITIZEN = Population.of("99990017R");
    private static final Citizen BOMBED = Population.of("99990015E");

    private final Clave clave;
    private final RealmSettings settings;

    MobileSecurityTest(Clave clave) {
        this.clave = clave;
        this.settings = RealmSettings.of(clave);
    }

    @BeforeEach
    void theAppHasAnAddress() {
        settings.ways(Map.of("mobile.app.address", "https://app.example/"));
    }

    @AfterEach
    void putBack() {
        settings.close();
    }

    private WaitingPage open() {
        return WaitingPage.open(new WireBrowser(), clave, clave.node());
    }

    private static boolean isIn(WireBrowser.Answer answer) {
        return answer.location().filter(to -> to.contains("code=")).isPresent();
    }

    @Test
    void aPhotographedQrIsDeadAfterFiveSeconds() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        WaitingPage page = open();
        String photographed = page.token();
        clave.letPass(Duration.ofSeconds(6));
        assertThat(phone.scan(photographed)).isEqualTo("TooOld");
        assertThat(phone.scan(WaitingPage.token(page.events(clave.node())))).isEqualTo("Scanned");
    }

    @Test
    void aQrThatIsShownToAnotherBrowserLetsInTheOneWhereItBegan() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        WaitingPage began = open();
        WireBrowser stranger = new WireBrowser();
        WaitingPage relayed = WaitingPage.open(stranger, clave, clave.node());
        assertThat(stranger.statusOf(began.eventsUrl(clave.node()))).isEqualTo(403);
        assertThat(new WireBrowser().statusOf(began.eventsUrl(clave.node()))).isEqualTo(403);
        phone.confirm(phone.mustScan(began.token()));

        assertThat(isIn(relayed.send(clave.node(), GO_ON))).isFalse();
        assertThat(isIn(stranger.post(began.answer().formAction(), GO_ON))).isFalse();
        assertThat(isIn(began.send(clave.node(), GO_ON))).isTrue();
        assertThat(isIn(began.send(clave.node(), GO_ON))).isFalse();
    }

    @Test
    void ofYesAndNoAtOnceOneCountsAndTheBrowserIsInOnlyAfterAYes() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        List<Boolean> consistent = new ArrayList<>();
        for (int race = 0; race < RACES; race++) {
            WaitingPage page = open();
            String request = phone.mustScan(page.token());
            CompletableFuture<String> yes = phone.confirmAtOnce(request);
            CompletableFuture<String> again = phone.confirmAtOnce(request);
            CompletableFuture<String> no = phone.rejectAtOnce(request);
            long confirmed = List.of(yes.join(), again.join()).stream()
                    .filter(answer -> answer.startsWith("Confirmed"))
                    .count();
            boolean rejected = no.join().equals("Rejected");
            boolean in = isIn(page.send(clave.node(), GO_ON));
            consistent.add(confirmed + (rejected ? 1 : 0) == 1 && in == (confirmed == 1));
        }
        assertThat(consistent).hasSize(RACES).containsOnly(true);
    }

    @Test
    void aPhoneThatIsTakenAwayAfterItsYesLetsNobodyIn() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        WaitingPage page = open();
        phone.confirm(phone.mustScan(page.token()));
        phone.remove();

        WireBrowser.Answer refused = page.send(clave.node(), GO_ON);

        assertThat(isIn(refused)).isFalse();
        assertThat(refused.page().text()).contains("ya no está activado");
    }

    @Test
    void oneRequestWaitsForACitizenAndUnansweredOnesBringAPause() {
        TestPhone phone = TestPhone.of(BOMBED, clave.node());
        ask(BOMBED.nationalId(), BOMBED.datumAsPrinted());
        assertThat(phone.pending()).hasSize(1);
        clave.letPass(Duration.ofMinutes(1));
        assertThat(ask(BOMBED.nationalId(), BOMBED.datumAsPrinted()).page().text())
                .contains("Ya hay una solicitud esperando");
        for (int unanswered = 1; unanswered <= 3; unanswered++) {
            clave.letPass(Duration.ofMinutes(5).plusSeconds(1));
            assertThat(ask(BOMBED.nationalId(), BOMBED.datumAsPrinted()).page().select(".digits"))
                    .hasSize(1);
            assertThat(phone.pending()).hasSize(1);
        }
        clave.letPass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(ask(BOMBED.nationalId(), BOMBED.datumAsPrinted()).page().text())
                .contains("demasiadas solicitudes");
        assertThat(phone.pending()).isEmpty();
        // The QR is the citizen's own act: nobody can take it away by asking.
        WaitingPage page = open();
        phone.confirm(phone.mustScan(page.token()));
        assertThat(isIn(page.send(clave.node(), GO_ON))).isTrue();
    }

    @Test
    void whoIsNobodyIsAnsweredAsWhoHasTheApp() {
        Citizen has = Population.of("99990009Q");
        Citizen unregistered = Population.of("99990019A");
        TestPhone.of(has, clave.node());
        for (String[] typed : new String[][] {
            {has.nationalId(), has.datumAsPrinted()},
            {unregistered.nationalId(), unregistered.datumAsPrinted()},
            {has.nationalId(), "01/01/2039"}
        }) {
            WireBrowser.Answer page = ask(typed[0], typed[1]);
            assertThat(page.page().select(".digits")).hasSize(1);
            assertThat(page.page().select("h1").text()).isEqualTo("Escriba estas cifras en la APP Cl@ve");
            clave.letPass(Duration.ofMinutes(1));
            assertThat(ask(typed[0], typed[1]).page().text()).contains("Ya hay una solicitud esperando");
        }
    }

    private WireBrowser.Answer ask(String nationalId, String datum) {
        WaitingPage page = open();
        return page.send(clave.node(), Map.of("step", "request", "nationalId", nationalId, "contrastDatum", datum));
    }
}
