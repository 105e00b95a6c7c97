package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.RegistrationSteps;
import es.clave.integrationtests.pages.RegistrationWalk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registration's pages for everybody: on every screen, in every language, with and without JavaScript. */
@ExtendWith(WorldExtension.class)
class RegistrationPagesTest {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final String TAKEN = "+34666000001";

    private final Clave clave;
    private final Visitors visitors;

    RegistrationPagesTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, es-ES, 1200",
        "DARK, es-ES, 360",
        "LIGHT, eu-ES, 320",
        "DARK, ca-ES, 360",
        "LIGHT, gl-ES, 360",
        "LIGHT, en-GB, 360"
    })
    void everyPageFitsTheScreenAndAxeFindsNothing(ColorScheme scheme, String locale, int width) {
        RegistrationSteps.of(clave, Newcomers.next()).register(TAKEN);
        Citizen citizen = Newcomers.next();
        Page page = visitors.open(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale(locale)
                .setViewportSize(width, 800));
        RegistrationWalk pages = new RegistrationWalk(page, clave.messages());
        Look look = new Look(page, scheme + "-" + locale + "-" + width);

        page.navigate(clave.node().realmUrl("/registro").toString());
        page.locator("details.help summary").click();
        look.at("1 start");
        page.locator("#nationalId").fill("12345678A");
        pages.press("identify");
        assertThat(page.locator("[role=alert]")).isVisible();
        look.at("2 start with mistakes");
        pages.identify(citizen);
        assertThat(page.locator(".routes")).isVisible();
        page.locator("details.help summary").click();
        look.at("3 routes");
        pages.proveByLetter(citizen);
        pages.contact("12", "ana");
        assertThat(page.locator("[role=alert]")).isVisible();
        look.at("4 contact with mistakes");
        pages.contact(TAKEN, "ana@example.com");
        assertThat(page.locator("#code")).isVisible();
        look.at("5 phone");
        page.locator("#code").fill("12");
        pages.press("verify");
        assertThat(page.locator("[role=alert]")).isVisible();
        look.at("6 phone with a mistake");
        pages.enterCodeSentTo(TAKEN);
        assertThat(page.locator("#clave-registration-taken")).isVisible();
        look.at("7 taken");
        pages.press("take-over");
        pages.press("accept");
        assertThat(page.locator("[role=alert]")).isVisible();
        look.at("8 conditions with a mistake");
        pages.accept();
        assertThat(page.locator(".code__value")).isVisible();
        look.at("9 receipt");
        pages.press("leave");
        assertThat(page.locator("h1")).isVisible();
        look.at("10 end");
    }

    @Test
    void aCitizenRegistersWithoutJavaScript() {
        Citizen citizen = Newcomers.next();
        Page page = visitors.open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(clave.node().realmUrl("/registro").toString());
        RegistrationWalk pages = new RegistrationWalk(page, clave.messages());

        pages.identify(citizen);
        pages.proveByLetter(citizen);
        pages.contact(citizen.mobile(), "ana@example.com");
        pages.enterCodeSentTo(citizen.mobile());
        pages.accept();

        assertThat(page.locator("h1")).hasText("Ya está registrado");
    }

    @Test
    void theLanguageCanBeChangedOnEveryPageAndNothingTypedBeforeIsLost() {
        Citizen citizen = Newcomers.next();
        Page page = visitors.open();
        page.navigate(clave.node().realmUrl("/registro").toString());
        RegistrationWalk pages = new RegistrationWalk(page, clave.messages());

        inLanguage(page, "ca", "Registrar-se a Cl@ve");
        pages.identify(citizen);
        inLanguage(page, "eu", "Aukeratu nola erregistratu");
        pages.proveByLetter(citizen);
        inLanguage(page, "gl", "O seu móbil e o seu correo");
        pages.contact(citizen.mobile(), "ana@example.com");
        inLanguage(page, "en", "Type the code");
        pages.enterCodeSentTo(citizen.mobile());
        inLanguage(page, "es", "Compruebe y acepte");
        pages.accept();
        String code = page.locator(".code__value").textContent();
        inLanguage(page, "en", "You are registered");

        assertThat(page.locator(".code__value")).hasText(code);
    }

    @Test
    void goingBackInTheBrowserShowsWhereTheRegistrationIsAndItGoesOn() {
        Citizen citizen = Newcomers.next();
        Page page = visitors.open();
        page.navigate(clave.node().realmUrl("/registro").toString());
        RegistrationWalk pages = new RegistrationWalk(page, clave.messages());
        pages.identify(citizen);
        pages.proveByLetter(citizen);
        pages.contact(citizen.mobile(), "ana@example.com");
        assertThat(page.locator("#code")).isVisible();

        page.goBack();
        page.reload();
        if (page.locator("#loginContinueLink").isVisible()) {
            page.locator("#loginContinueLink").click();
        }

        assertThat(page.locator("#code")).isVisible();
        pages.enterCodeSentTo(citizen.mobile());
        pages.accept();
        assertThat(page.locator("h1")).hasText("Ya está registrado");
    }

    private static void inLanguage(Page page, String language, String heading) {
        page.locator("summary.menu__button").click();
        page.locator("a[hreflang=" + language + "]").click();
        assertThat(page.locator("h1")).hasText(heading);
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    /** Looks at a page as axe and a ruler do, and keeps a picture of it. */
    private record Look(Page page, String who) {

        void at(String what) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/pictures", who + "-" + what.replace(' ', '-') + ".png")));
            int wider = (Integer)
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wider).as("pixels beyond the screen: %s", what).isZero();
            List<Rule> violations =
                    new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
            assertThat(violations.stream().map(Look::told))
                    .as("violations on %s", what)
                    .isEmpty();
        }

        private static String told(Rule rule) {
            return rule.getId() + ": " + rule.getHelp() + " "
                    + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
        }
    }
}
