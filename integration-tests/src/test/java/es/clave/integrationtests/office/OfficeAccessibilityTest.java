package es.clave.integrationtests.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.OfficePages;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No violation of WCAG 2.2 A or AA that axe-core can find, from the finder to the desk, on a small screen too. */
@ExtendWith(WorldExtension.class)
class OfficeAccessibilityTest {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final int NARROW = 360;

    private final Clave clave;
    private final Visitors visitors;

    OfficeAccessibilityTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, eu-ES, 99990003X", "DARK, gl-ES, 99990004B"})
    void axeFindsNothingOnTheWayToAnAppointment(ColorScheme scheme, String locale, String nationalId) {
        OfficePages pages = OfficePages.open(page(scheme, locale), clave, Population.of(nationalId));
        check(pages.page(), "the finder");
        pages.search("Atlantis");
        check(pages.page(), "the finder with a mistake");
        pages.search("08001");
        check(pages.page(), "the finder with offices");
        pages.offices().first().locator("button").click();
        assertThat(pages.times().first()).isVisible();
        check(pages.page(), "the free times");
        pages.times().first().click();
        pages.book("1", "x@");
        check(pages.page(), "the contact data with mistakes");
        pages.book("+34611000050", "ana@example.com");
        check(pages.page(), "the appointment");
        pages.press("office.cancel");
        check(pages.page(), "the question whether to cancel");
        pages.press("office.confirm-cancel");
        check(pages.page(), "the cancelled appointment");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ca-ES", "DARK, es-ES"})
    void axeFindsNothingAtTheDesk(ColorScheme scheme, String locale) {
        Page page = page(scheme, locale);
        DeskPages.open(page, clave);
        check(page, "the login");
        DeskPages desk = DeskPages.logIn(page, clave, Officer.VIGO);
        assertThat(page.locator("#clave-desk-look-up")).isVisible();
        check(page, "the desk");
        desk.lookUp("99990023F", "1/1/2030");
        check(page, "the desk with a mistake");
        desk.lookUp(Population.of("99990023F"));
        desk.press("register");
        page.locator("details.help summary").last().click();
        check(page, "the person with mistakes");
        page.locator("#guardianId").fill("99990015E");
        page.locator("#guardianDatum").fill("01/07/2032");
        desk.checkedAnd("register");
        check(page, "the contact data");
        String mobile = scheme == ColorScheme.DARK ? "+34611000051" : "+34611000052";
        page.locator("#mobile").fill(mobile);
        desk.press("send");
        assertThat(page.locator("#code")).isVisible();
        check(page, "the code");
        page.locator("#code").fill(clave.messages().next(mobile, 0).pin());
        desk.press("verify");
        desk.press("complete");
        check(page, "the confirmation with a mistake");
        desk.refuse("refuse", "OTHER");
        check(page, "the desk with news");
        desk.lookUp(Population.of("99990033V"));
        desk.checkedAnd("renounce");
        check(page, "the question whether to renounce");
        desk.press("back");
        desk.refuse("refuse", "OTHER");
    }

    private Page page(ColorScheme scheme, String locale) {
        return visitors.open(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale(locale)
                .setViewportSize(NARROW, 740));
    }

    private static void check(Page page, String what) {
        List<Rule> violations =
                new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(violations.stream().map(OfficeAccessibilityTest::told))
                .as("violations on %s", what)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("the width of %s", what)
                .isLessThanOrEqualTo(NARROW);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }
}
