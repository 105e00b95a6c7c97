package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.RegistrationPages;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the letter on a small telephone: nothing that axe-core finds, nothing to the side. */
@ExtendWith(WorldExtension.class)
@Order(LetterRegistrationTest.AFTER_THOSE_WHO_MIND_THE_DATE)
class LetterPagesTest {

    private static final int SMALL_PHONE = 320;
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private final Clave clave;
    private final Visitors visitors;

    LetterPagesTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, es-ES, 99990009Q",
        "DARK, ca-ES, 99990010V",
        "LIGHT, eu-ES, 99990011H",
        "DARK, gl-ES, 99990012L",
        "LIGHT, en-GB, 99990008S"
    })
    void theyServeEverybody(ColorScheme scheme, String locale, String nationalId) {
        Citizen citizen = Population.of(nationalId);
        RegistrationPages pages = new RegistrationPages(visitors.open(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale(locale)
                .setViewportSize(SMALL_PHONE, 640)));
        pages.identifyAt(clave.node().realmUrl("/registro"), citizen);
        pages.press("letter.begin");
        check(pages, "letter.request");
        pages.press("letter.request");
        check(pages, "letter.have");
        pages.press("letter.have");
        check(pages, "letter.code");
        pages.press("letter.code");
        assertThat(pages.page().locator("#letterCode-error")).isVisible();
        check(pages, "letter.code");
        pages.page().goBack();
        pages.page().reload();
        check(pages, "letter.code");
        pages.press("letter.choice");
        pages.press("letter.request");
        assertThat(pages.alert()).isVisible();
        check(pages, "letter.have");
        pages.press("routes");
        assertThat(pages.button("letter.begin")).isVisible();
    }

    private static void check(RegistrationPages pages, String step) {
        Page page = pages.page();
        assertThat(pages.button(step)).isVisible();
        assertThat(new AxeBuilder(page)
                        .withTags(WCAG_22_AA).analyze().getViolations().stream().map(Rule::getId))
                .as(step)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of the page with %s", step)
                .isLessThanOrEqualTo(SMALL_PHONE);
    }
}
