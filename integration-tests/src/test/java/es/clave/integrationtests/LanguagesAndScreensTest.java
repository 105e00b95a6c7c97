package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WorldExtension.class)
@Order(3)
class LanguagesAndScreensTest {

    private final Clave clave;
    private final Visitors visitors;

    LanguagesAndScreensTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({
        "es-ES, es, Identifíquese con Cl@ve PIN",
        "ca-ES, ca, Identifiqueu-vos amb Cl@ve PIN",
        "eu-ES, eu, Identifikatu",
        "gl-ES, gl, Identifíquese con Cl@ve PIN",
        "en-GB, en, Cl@ve PIN",
        "fi-FI, es, Identifíquese con Cl@ve PIN"
    })
    void thePageSpeaksTheBrowsersLanguage(String browser, String language, String heading) {
        Page page = visitors.open(new Browser.NewContextOptions().setLocale(browser));
        Agency.open(page, clave.townHall()).logIn();
        assertThat(new PinPages(page, clave.messages()).nationalId()).isVisible();

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("h1")).containsText(heading);
    }

    @Test
    void aCitizenGoesThroughInEnglishAndTheSmsIsEnglishToo() {
        Citizen citizen = Population.of("Z9990003G");
        Page page = visitors.open(new Browser.NewContextOptions().setLocale("en-GB"));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        int already = clave.messages().to(citizen.mobile()).size();
        String pin = pages.pinFor(citizen);

        assertThat(clave.messages().to(citizen.mobile()).get(already).text()).containsIgnoringCase("your PIN");
        pages.enter(PinPages.wrong(pin));
        assertThat(pages.alert()).containsText("PIN");
        pages.enter(pin);
        townHall.knows(citizen);
    }

    @Test
    void theLanguageCanBeChangedOnTheWayAndNothingIsLost() {
        Citizen citizen = Population.of("Z9990004M");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        page.locator("summary.menu__button").click();
        page.locator("a[hreflang=eu]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "eu");

        new PinPages(page, clave.messages()).logIn(citizen);

        townHall.knows(citizen);
    }

    @Test
    void everyPageFitsAScreenOf360Pixels() {
        Citizen citizen = Population.of("Z9990007P");
        Page page = visitors.open(
                new Browser.NewContextOptions().setViewportSize(360, 640).setHasTouch(true));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        assertThat(pages.nationalId()).isVisible();
        fits(page);
        pages.identify("1", "2");
        assertThat(pages.alert()).isVisible();
        fits(page);
        String pin = pages.pinFor(citizen);
        fits(page);
        pages.enter(PinPages.wrong(pin));
        assertThat(pages.alert()).isVisible();
        fits(page);
        pages.enter(pin);
        townHall.knows(citizen);
        fits(page);
        townHall.asksForLevel("high").logIn();
        assertThat(page.locator("#clave-level")).isVisible();
        fits(page);
    }

    @Test
    void aCitizenGoesThroughWithoutJavaScript() {
        Citizen citizen = Population.of("Z9990002A");
        Page page = visitors.open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.logIn();
        goOn(page);
        PinPages pages = new PinPages(page, clave.messages());
        pages.logIn(citizen);
        goOn(page);
        taxAgency.knows(citizen);
    }

    @Test
    void aCitizenGoesThroughWithTheKeyboardAlone() {
        Citizen citizen = Population.of("99990009Q");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        int already = clave.messages().to(citizen.mobile()).size();
        pages.nationalId().focus();
        page.keyboard().type(citizen.nationalId());
        page.keyboard().press("Tab");
        page.keyboard().type(citizen.datumAsPrinted());
        page.keyboard().press("Enter");
        assertThat(pages.code()).isFocused();
        page.keyboard().type(clave.messages().next(citizen.mobile(), already).pin());
        page.keyboard().press("Enter");

        townHall.knows(citizen);
    }

    /** Where SAML needs a page that the browser posts, people without JavaScript press its button. */
    private static void goOn(Page page) {
        Locator button = page.locator("main form[method=post] button[type=submit]");
        button.click();
    }

    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }
}
