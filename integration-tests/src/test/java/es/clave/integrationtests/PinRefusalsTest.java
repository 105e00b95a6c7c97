package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorldExtension.class)
class PinRefusalsTest {

    private static final Duration RESEND_WAIT = Duration.ofSeconds(31);

    private final Clave clave;
    private final Visitors visitors;

    PinRefusalsTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void fiveWrongAnswersMakeAPinUseless() {
        Citizen citizen = Population.of("99990010V");
        PinPages pages = atTheTownHall();
        String pin = pages.pinFor(citizen);

        for (int left = 4; left > 0; left--) {
            pages.enter(PinPages.wrong(pin));
            assertThat(pages.alert()).containsText("Intentos que le quedan: " + left);
        }
        pages.enter(PinPages.wrong(pin));
        assertThat(pages.alert()).containsText("Se han acabado los intentos");
        assertThat(pages.code()).hasCount(0);

        pages.letPass(clave, RESEND_WAIT);
        String another = pages.anotherPinFor(citizen);
        pages.enter(another);
        Agency.at(pages.page(), clave.townHall()).knows(citizen);
    }

    @Test
    void aPinIsGoodForTenMinutes() {
        Citizen citizen = Population.of("99990011H");
        PinPages pages = atTheTownHall();
        String pin = pages.pinFor(citizen);

        clave.letPass(Duration.ofMinutes(10).plusSeconds(1));
        pages.enter(pin);

        assertThat(pages.alert()).containsText("El PIN ha caducado");
        assertThat(pages.code()).hasCount(0);
        assertThat(pages.button("resend")).isVisible();
    }

    @Test
    void aNewPinReplacesTheOneBefore() {
        Citizen citizen = Population.of("99990012L");
        PinPages pages = atTheTownHall();
        String first = pages.pinFor(citizen);
        pages.letPass(clave, RESEND_WAIT);
        String second = pages.anotherPinFor(citizen);
        assertThat(pages.code()).isVisible();

        pages.enter(first);
        assertThat(pages.alert()).containsText("El PIN no es correcto");
        pages.enter(second);

        Agency.at(pages.page(), clave.townHall()).knows(citizen);
    }

    @Test
    void aPinAskedForInAnotherBrowserReplacesTheOneHere() {
        Citizen citizen = Population.of("99990013C");
        PinPages here = atTheTownHall();
        String first = here.pinFor(citizen);
        clave.letPass(RESEND_WAIT);
        PinPages there = atTheTownHall();
        String second = there.pinFor(citizen);

        here.enter(first);
        assertThat(here.alert()).containsText("Este PIN ya no vale porque después se pidió otro");

        there.enter(second);
        Agency.at(there.page(), clave.townHall()).knows(citizen);
    }

    @Test
    void aPinIsOfNoUseInAnotherBrowser() {
        Citizen citizen = Population.of("99990014K");
        PinPages here = atTheTownHall();
        String pin = here.pinFor(citizen);
        PinPages thief = atTheTownHall();
        thief.identify("99990019A", "19/08/2031");

        thief.enter(pin);

        assertThat(thief.alert()).isVisible();
        here.enter(pin);
        Agency.at(here.page(), clave.townHall()).knows(citizen);
    }

    @Test
    void aPinIsUsedOnce() {
        Citizen citizen = Population.of("99990015E");
        PinPages first = atTheTownHall();
        String pin = first.pinFor(citizen);
        first.enter(pin);
        Agency townHall = Agency.at(first.page(), clave.townHall());
        townHall.knows(citizen);

        PinPages second = atTheTownHall();
        clave.letPass(RESEND_WAIT);
        String another = second.pinFor(citizen);
        assertThat(another).isNotEqualTo(pin);
        second.enter(pin);

        assertThat(second.alert()).containsText("El PIN no es correcto");
    }

    @Test
    void anotherPinIsSentAfterHalfAMinuteAndNotBefore() {
        Citizen citizen = Population.of("99990017R");
        // With JavaScript the button stays grey as long.
        PinPages pages = atTheTownHall(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        pages.pinFor(citizen);
        int sent = clave.messages().to(citizen.mobile()).size();

        pages.press("resend");

        assertThat(pages.alert()).containsText("tiene que esperar");
        assertThat(clave.messages().to(citizen.mobile())).hasSize(sent);
        clave.letPass(RESEND_WAIT);
        pages.enter(pages.anotherPinFor(citizen));
        Agency.at(pages.page(), clave.townHall()).knows(citizen);
    }

    @Test
    void fivePinsInAnHourAreEnough() {
        Citizen citizen = Population.of("99990018W");
        int already = clave.messages().to(citizen.mobile()).size();
        PinPages pages = atTheTownHall();
        List<String> pins = new ArrayList<>();
        pins.add(pages.pinFor(citizen));
        while (pins.size() < 5) {
            pages.letPass(clave, RESEND_WAIT);
            pins.add(pages.anotherPinFor(citizen));
        }
        pages.letPass(clave, RESEND_WAIT);

        pages.press("resend");
        assertThat(pages.alert()).containsText("Ha pedido demasiados PIN");
        assertThat(clave.messages().to(citizen.mobile())).hasSize(already + 5);

        PinPages elsewhere = atTheTownHall();
        elsewhere.identify(citizen.nationalId(), citizen.datumAsPrinted());
        assertThat(elsewhere.alert()).containsText("Ha pedido demasiados PIN");
        assertThat(clave.messages().to(citizen.mobile())).hasSize(already + 5);
    }

    private PinPages atTheTownHall() {
        return atTheTownHall(new Browser.NewContextOptions());
    }

    private PinPages atTheTownHall(Browser.NewContextOptions browser) {
        Page page = visitors.open(browser);
        Agency.open(page, clave.townHall()).logIn();
        return new PinPages(page, clave.messages());
    }
}
