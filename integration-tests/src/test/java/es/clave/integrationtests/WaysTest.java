package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.CodeFlow;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PermanentPages;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.WayPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Choosing among the ways to log in. */
@ExtendWith(WorldExtension.class)
class WaysTest {

    private static final Citizen CITIZEN = Population.of("99990001P");

    private final Clave clave;
    private final Visitors visitors;

    WaysTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void whatWasTypedAndTheRequestOutliveAChangeOfMind() {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        WayPages ways = new WayPages(page);
        ways.choose("pin");
        page.locator("#nationalId").fill(CITIZEN.nationalId());
        page.locator("#contrastDatum").fill(CITIZEN.datumAsPrinted());
        ways.change();
        ways.choose("permanent");
        assertThat(page.locator("#nationalId")).hasValue(CITIZEN.nationalId());
        ways.change();
        ways.choose("pin");
        assertThat(page.locator("#contrastDatum")).hasValue(CITIZEN.datumAsPrinted());
        ways.change();
        ways.choose("permanent");
        new PermanentPages(page, clave.messages()).enterPassword(CITIZEN.password());

        townHall.knows(CITIZEN);
    }

    @Test
    void aPinThatIsOnItsWayIsStillGoodAfterLookingAtTheOtherWays() {
        Citizen citizen = Population.of("99990006J");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        String pin = pages.pinFor(citizen);
        WayPages ways = new WayPages(page);
        ways.change();
        assertThat(ways.open().first()).isVisible();
        page.reload();
        ways.choose("permanent");
        ways.change();
        ways.choose("pin");
        pages.enter(pin);

        townHall.knows(citizen);
    }

    @Test
    void theWayThatWasUsedLastComesFirstNextTimeAndTheCookieTellsNothingElse() {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        WayPages ways = new WayPages(page);
        assertThat(ways.open().first()).hasAttribute("value", "pin");
        assertThat(page.locator(".way__mark")).hasCount(0);
        ways.choose("permanent");
        new PermanentPages(page, clave.messages()).logIn(CITIZEN, CITIZEN.password());
        townHall.knows(CITIZEN);
        townHall.logOut();

        townHall.goHome();
        townHall.logIn();
        assertThat(ways.open().first()).hasAttribute("value", "permanent");
        assertThat(ways.way("permanent").locator(".way__mark")).hasText("La última que usó");
        Cookie cookie = page.context().cookies(clave.node().realmUrl("/").toString()).stream()
                .filter(kept -> kept.name.equals("CLAVE_WAY"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.value).isEqualTo("permanent");
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite.name()).isEqualTo("LAX");
    }

    @Test
    void aWayThatIsTooLowIsExplained() {
        Page page = visitors.open();
        Agency.open(page, clave.townHall()).asksForLevel("substantial").logIn();
        WayPages ways = new WayPages(page);

        assertThat(ways.way("permanent")).isVisible();
        assertThat(ways.way("passkey")).isVisible();
        assertThat(ways.closed().first()).containsText("Cl@ve PIN");
        assertThat(ways.closed().first()).containsText("No alcanza el nivel de seguridad");
    }

    @Test
    void waysThatTheAgencyExcludesAreExplainedAndTheOneThatIsLeftComesAtOnce() {
        Page page = visitors.open();
        page.navigate(new CodeFlow(clave).request(clave.node(), "permanent")
                + "&clave_excluded_methods=PERMANENT+PASSKEY+MOBILE");
        assertThat(page.locator("#clave-identify")).isVisible();
        WayPages ways = new WayPages(page);

        ways.change();

        assertThat(ways.open()).hasCount(1);
        assertThat(ways.closed().first()).containsText("Cl@ve Permanente");
        assertThat(ways.closed().first()).containsText("El organismo no la admite");
    }

    @Test
    void whoIsKnownAndHasNotActivatedAWayIsOfferedToActivateIt() {
        Citizen citizen = Population.of("99990028N");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
        townHall.asksForLevel("substantial").logIn();

        WayPages ways = new WayPages(page);
        assertThat(ways.way("permanent")).containsText("Todavía no la tiene activada");
        ways.choose("permanent");
        assertThat(page.locator("#clave-permanent-activation")).isVisible();
        assertThat(page.locator("main")).containsText("99990028N");
    }

    @Test
    void whoTurnsBackFromTheWaysIsBackAtTheAgency() {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        assertThat(page.locator("#clave-ways")).isVisible();
        page.locator("button[name=step][value=cancel]").click();

        assertThat(townHall.errorCode()).isAttached();
        townHall.knowsNobody();
    }

    @Test
    void choosingWorksWithoutJavaScript() {
        Page page = visitors.open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        WayPages ways = new WayPages(page);
        ways.choose("pin");
        ways.change();
        ways.choose("permanent");
        new PermanentPages(page, clave.messages()).logIn(CITIZEN, CITIZEN.password());

        townHall.knows(CITIZEN);
    }
}
