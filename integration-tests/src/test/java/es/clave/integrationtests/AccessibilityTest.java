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
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No violation of WCAG 2.2 A or AA that axe-core can find, on any page, in light and in dark. */
@ExtendWith(WorldExtension.class)
@Order(3)
class AccessibilityTest {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private final Clave clave;
    private final Visitors visitors;

    AccessibilityTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 99990002D, es-ES", "DARK, 99990003X, gl-ES"})
    void axeFindsNothingFromTheAgencyToTheAgency(ColorScheme scheme, String nationalId, String locale) {
        Citizen citizen = Population.of(nationalId);
        Page page = visitors.open(
                new Browser.NewContextOptions().setColorScheme(scheme).setLocale(locale));
        Agency townHall = Agency.open(page, clave.townHall());
        check(page, "the town hall");
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        assertThat(pages.nationalId()).isVisible();
        check(page, "the first page");
        pages.identify("12345678A", "31/02/2030");
        assertThat(pages.alert()).isVisible();
        check(page, "the first page with mistakes");
        page.locator("details summary").all().forEach(summary -> summary.click());
        check(page, "the first page with its help open");
        String pin = pages.pinFor(citizen);
        check(page, "the page of the PIN");
        pages.enter(PinPages.wrong(pin));
        assertThat(pages.alert()).isVisible();
        check(page, "the page of the PIN with a mistake");
        pages.letPass(clave, Duration.ofMinutes(11));
        pages.button("resend").click();
        assertThat(page.locator("[role=status].alert")).isVisible();
        check(page, "the page of another PIN");
        pages.enter(clave.messages().to(citizen.mobile()).get(lastOf(citizen)).pin());
        townHall.knows(citizen);
        check(page, "the citizen's folder");
        townHall.asksForLevel("high").logIn();
        assertThat(page.locator("#clave-level")).isVisible();
        check(page, "the page of the level");
        page.locator("details summary").all().forEach(summary -> summary.click());
        check(page, "the page of the level with its table");
        pages.press("return");
        assertThat(townHall.errorCode()).isAttached();
        check(page, "the town hall that got an error");
        page.navigate(clave.node().realmUrl("/protocol/openid-connect/logout").toString());
        assertThat(page.locator("form")).not().hasCount(0);
        check(page, "the question whether to log out");
        page.navigate(clave.node()
                .realmUrl("/protocol/openid-connect/auth?client_id=nobody&response_type=code&redirect_uri=x")
                .toString());
        assertThat(page.locator("#kc-error-message")).isVisible();
        check(page, "the page of an error");
        page.navigate(clave.node().realmUrl("/no-such-page").toString());
        check(page, "the page that does not exist");
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        check(page, "the tax agency");
        taxAgency.logIn();
        taxAgency.knows(citizen);
        check(page, "the taxpayer's file");
        taxAgency.logOut();
        check(page, "the tax agency after logging out");
    }

    private int lastOf(Citizen citizen) {
        return clave.messages().to(citizen.mobile()).size() - 1;
    }

    private static void check(Page page, String what) {
        List<Rule> violations =
                new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(violations.stream().map(AccessibilityTest::told))
                .as("violations on %s", what)
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }
}
