package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose registration ends, by whomever, is logged out of Cl@ve and of the agencies, which learn it behind the browser. */
@ExtendWith(WorldExtension.class)
class LoggedOutEverywhereTest {

    private final Clave clave;
    private final Visitors visitors;

    LoggedOutEverywhereTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void whoLosesThePhoneToAnotherIsLoggedOutOfTheAgencyToo() {
        String mobile = "+34678000001";
        Page page = visitors.open();
        Agency townHall = loggedIn(page, mobile);
        RegistrationSteps taker =
                RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().prove(mobile);
        townHall.goHome();
        assertThat(townHall.told("person-identifier")).isVisible();

        taker.send("step", "take-over").accept();

        assertThat(taker.heading()).isEqualTo("Ya está registrado");
        townHall.knowsNobody();
        townHall.logIn();
        assertThat(page.locator("#clave-ways, #nationalId").first()).isVisible();
    }

    @Test
    void whoRenouncesAtTheDeskIsLoggedOutOfTheAgencyTooThoughTheOfficersAreOfAnotherRealm() {
        String mobile = "+34678000002";
        Citizen citizen = Newcomers.next();
        Page page = visitors.open();
        Agency townHall = loggedIn(page, citizen, mobile);

        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        desk.lookUp(citizen);
        desk.checkedAnd("renounce");
        desk.press("confirm-renounce");

        assertThat(desk.news()).containsText("ha renunciado");
        townHall.knowsNobody();
        townHall.logIn();
        assertThat(page.locator("#clave-ways, #nationalId").first()).isVisible();
    }

    private Agency loggedIn(Page page, String mobile) {
        return loggedIn(page, Newcomers.next(), mobile);
    }

    private Agency loggedIn(Page page, Citizen newcomer, String mobile) {
        Citizen citizen = newcomer.withMobile(mobile);
        RegistrationSteps.of(clave, citizen).register(mobile);
        clave.letPass(Duration.ofMinutes(1));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
        return townHall;
    }
}
