package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Axe;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.CertificatePages;
import es.clave.integrationtests.pages.RegistrationWalk;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of certificates on a small phone, light and dark: nothing that axe-core finds, nothing that sticks out. */
@ExtendWith(WorldExtension.class)
class CertificateAccessibilityTest {

    private static final int SMALL_PHONE = 320;

    private final Clave clave;
    private final Visitors visitors;

    CertificateAccessibilityTest(@WithCertificates Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({"DARK, eu-ES", "LIGHT, gl-ES"})
    void axeFindsNothingFromTheChoiceOfTheCertificateToTheContactData(ColorScheme scheme, String locale) {
        Citizen citizen = Newcomers.next();
        Page page = visitors.open(options(scheme, locale)
                .setClientCertificates(List.of(clave.certificates()
                        .shownAt(clave.node().tlsUrl(), clave.certificates().inSoftware(citizen)))));
        page.navigate(clave.node().realmUrl("/registro").toString());
        RegistrationWalk walk = new RegistrationWalk(page, clave.messages());
        walk.identify(citizen);
        check(page, "the routes");
        walk.press("certificate.begin");
        check(page, "the page before the certificate");
        walk.press("certificate.show");
        assertThat(page.locator("#mobile")).isVisible();
        check(page, "the contact data");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, eu-ES", "DARK, en-GB"})
    void axeFindsNothingWhereACertificateIsMissing(ColorScheme scheme, String locale) {
        Citizen citizen = Newcomers.next();
        Page page = visitors.open(options(scheme, locale));
        page.navigate(clave.node().realmUrl("/registro?via=certificate").toString());
        new RegistrationWalk(page, clave.messages()).identify(citizen);
        page.locator("button[name=step][value='certificate.show']").click();
        assertThat(page.locator("main [role=alert]")).isVisible();
        check(page, "the refused registration");

        Agency.open(page, clave.townHall()).logIn();
        check(page, "the ways");
        CertificatePages pages = new CertificatePages(page);
        pages.choose("certificate");
        check(page, "the login by certificate");
        pages.show();
        assertThat(pages.alert()).isVisible();
        check(page, "the refused login");
    }

    private static Browser.NewContextOptions options(ColorScheme scheme, String locale) {
        return new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setColorScheme(scheme)
                .setLocale(locale)
                .setViewportSize(SMALL_PHONE, 640);
    }

    private static void check(Page page, String what) {
        page.locator("main h1").waitFor();
        assertThat(Axe.violations(page)).as("violations on %s", what).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("the width of %s", what)
                .isLessThanOrEqualTo(SMALL_PHONE);
    }
}
