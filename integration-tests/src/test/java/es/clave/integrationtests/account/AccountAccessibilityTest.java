package es.clave.integrationtests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Administrator;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.AccountPages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mi Cl@ve on a small phone, in every language, light and dark: nothing that axe-core finds, nothing that sticks out. */
@ExtendWith(WorldExtension.class)
class AccountAccessibilityTest {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final int SMALL_PHONE = 320;

    private final Clave clave;
    private final Visitors visitors;
    private final Administrator administrator;

    AccountAccessibilityTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
        this.administrator = new Administrator(clave.node());
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, es-ES, Mi Cl@ve",
        "DARK, ca-ES, La meva Cl@ve",
        "LIGHT, eu-ES, Nire Cl@ve",
        "DARK, gl-ES, A miña Cl@ve",
        "LIGHT, en-GB, My Cl@ve"
    })
    void everyPageIsSound(ColorScheme scheme, String locale, String title) {
        Page page = visitors.open(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale(locale)
                .setViewportSize(SMALL_PHONE, 640));
        administrator.set("clave", "level.PIN_SMS.ADVANCED", "SUBSTANTIAL");
        try {
            AccountPages account = AccountPages.logIn(page, clave, Population.of("Z9990001W"));
            assertThat(account.heading()).hasText(title);
            check(page, "the overview");
            account.open("/codigo");
            assertThat(page.locator("#clave-account-level")).hasCount(0);
            check(page, "the page that asks for a certificate");
            account.open("/telefono");
            check(page, "the page of the number");
            account.field("mobile").fill("1");
            account.press("send");
            assertThat(account.alert()).isVisible();
            check(page, "the page of a wrong number");
            account.open("/correo");
            account.field("email").fill("sofia." + locale.toLowerCase(Locale.ROOT) + "@example.com");
            account.press("send");
            assertThat(account.field("emailCode")).isVisible();
            check(page, "the page of the code");
            account.press("verify");
            assertThat(account.alert()).isVisible();
            check(page, "the page of no code");
            account.open("/baja");
            account.press("leave");
            assertThat(account.alert()).isVisible();
            check(page, "the page of leaving");
        } finally {
            administrator.set("clave", "level.PIN_SMS.ADVANCED", "LOW");
        }
    }

    private static void check(Page page, String what) {
        List<Rule> violations =
                new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(violations.stream().map(AccountAccessibilityTest::told))
                .as("violations on %s", what)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("the width of %s", what)
                .isLessThanOrEqualTo(SMALL_PHONE);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }
}
