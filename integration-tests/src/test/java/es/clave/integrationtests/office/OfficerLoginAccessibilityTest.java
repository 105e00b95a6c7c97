package es.clave.integrationtests.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Axe;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.DeskPages;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages by which a new officer sets up the second factor: Keycloak's own, which must be as good as ours. */
@ExtendWith(WorldExtension.class)
// Before somebody sets it up.
@Order(1000)
class OfficerLoginAccessibilityTest {

    private static final int SMALL_PHONE = 320;

    private final Clave clave;
    private final Visitors visitors;

    OfficerLoginAccessibilityTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({"DARK, es-ES", "LIGHT, eu-ES"})
    void axeFindsNothingWhereTheSecondFactorIsSetUp(ColorScheme scheme, String locale) {
        Page page = visitors.open(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale(locale)
                .setViewportSize(SMALL_PHONE, 640));
        DeskPages desk = DeskPages.open(page, clave);
        desk.password("registrador.nuevo", "nothing of the kind");
        assertThat(page.locator("#username")).isVisible();
        check(page, "wrong-password-" + scheme);
        desk.password("registrador.nuevo", "mostrador-de-leon");
        assertThat(page.locator("#totp")).isVisible();
        check(page, "second-factor-" + scheme);
        page.locator("#totp").fill("000000");
        page.locator("#saveTOTPBtn").click();
        assertThat(page.locator("#totp")).isVisible();
        check(page, "second-factor-wrong-" + scheme);
        page.locator("#mode-manual").click();
        assertThat(page.locator("#kc-totp-secret-key")).isVisible();
        check(page, "second-factor-by-hand-" + scheme);
    }

    private static void check(Page page, String what) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures/" + what + ".png")));
        assertThat(Axe.violations(page)).as("violations on %s", what).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("the width of %s", what)
                .isLessThanOrEqualTo(SMALL_PHONE);
    }
}
