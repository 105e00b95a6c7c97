package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Axe;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.RealmSettings;
import es.clave.integrationtests.harness.TestPhone;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.MobilePages;
import es.clave.integrationtests.pages.PinPages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in with the app: a browser and a phone, at both agencies. */
@ExtendWith(WorldExtension.class)
@Order(3)
class MobileLoginTest {

    private static final String SUBSTANTIAL = "http://eidas.europa.eu/LoA/substantial";
    private static final Citizen CITIZEN = Population.of("99990008S");
    private static final Citizen TYPIST = Population.of("99990029J");
    private static final Citizen IMPATIENT = Population.of("99990033V");

    private final Clave clave;
    private final Visitors visitors;
    private final RealmSettings settings;

    MobileLoginTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
        this.settings = RealmSettings.of(clave);
    }

    @BeforeEach
    void theAppHasAnAddress() {
        settings.ways(Map.of("mobile.app.address", "https://app.example/"));
    }

    @AfterEach
    void putBack() {
        settings.close();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("clave.target"), "pictures").resolve(name + ".png")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aScannedAndConfirmedQrLogsInAndThePageGoesOnByItself(boolean openIdConnect) {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        Page page = visitors.open(new Browser.NewContextOptions()
                .setViewportSize(openIdConnect ? 1280 : 360, 740)
                .setColorScheme(openIdConnect ? ColorScheme.LIGHT : ColorScheme.DARK));
        Agency agency = Agency.open(page, openIdConnect ? clave.townHall() : clave.taxAgency());
        agency.asksForLevel("substantial").logIn();
        MobilePages pages = new MobilePages(page).choose();
        assertThat(Axe.violations(page)).as("the page of the QR").isEmpty();
        picture(page, "mobile-qr-" + openIdConnect);
        String first = pages.scanned();
        assertThat(pages.qr()).isVisible();
        page.waitForCondition(() -> !pages.scanned().equals(first));

        String request = phone.mustScan(pages.scanned());
        assertThat(pages.scannedBy()).containsText("Pixel 9 de prueba");
        assertThat(Axe.violations(page)).as("the page after the scan").isEmpty();
        picture(page, "mobile-scanned-" + openIdConnect);
        assertThat(phone.confirm(request)).startsWith("Confirmed");

        agency.knows(CITIZEN);
        assertThat(agency.told("level-uri")).hasText(SUBSTANTIAL);
    }

    @Test
    void onTheSamePhoneTheLoginGoesOnInTheBrowserThatBeganItAndInNoOther() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        Page page = visitors.open(new Browser.NewContextOptions().setViewportSize(360, 740));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        MobilePages pages = new MobilePages(page).choose();
        String request = phone.mustScan(pages.linked());
        assertThat(pages.scannedBy()).isVisible();
        String returnTo = phone.confirm(request).substring("Confirmed ".length());
        assertThat(page.locator("h1")).hasText("Vuelva desde la APP Cl@ve");
        picture(page, "mobile-come-back");

        Page foreign = visitors.open();
        Agency.open(foreign, clave.townHall()).logIn();
        new MobilePages(foreign).choose();
        foreign.navigate(returnTo);
        assertThat(foreign.locator("main")).containsText("empezó en otro navegador");
        page.reload();
        assertThat(page.locator("h1")).hasText("Vuelva desde la APP Cl@ve");

        page.navigate(returnTo);

        townHall.knows(CITIZEN);
    }

    @Test
    void theDigitsOfThePageAreTypedIntoTheApp() {
        TestPhone phone = TestPhone.of(TYPIST, clave.node());
        Page page = visitors.open(
                new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(ColorScheme.DARK));
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.asksForLevel("substantial").logIn();
        MobilePages pages = new MobilePages(page).choose();
        pages.identify("12345678A", "31/02/2030");
        assertThat(pages.alert()).isVisible();
        page.locator("#nationalId").fill(TYPIST.nationalId());
        page.locator("#contrastDatum").fill(TYPIST.datumAsPrinted());
        assertThat(Axe.violations(page)).as("the page that takes the document").isEmpty();
        picture(page, "mobile-identify");
        pages.press("request");
        String digits = pages.digits();
        assertThat(Axe.violations(page)).as("the page of the digits").isEmpty();
        picture(page, "mobile-digits");
        String request = phone.pending().get(0);
        assertThat(phone.confirm(request, PinPages.wrong(digits))).isEqualTo("WrongDigits");
        assertThat(phone.confirm(request, digits)).startsWith("Confirmed");

        taxAgency.knows(TYPIST);
        assertThat(taxAgency.told("level-uri")).hasText(SUBSTANTIAL);
    }

    @Test
    void aRejectionEndsItAndSaysSoAndTheLoginMayBeginAnew() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        TestPhone stranger = TestPhone.of(TYPIST, clave.node());
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        MobilePages pages = new MobilePages(page).choose();
        String token = pages.scanned();
        String rejected = phone.mustScan(token);
        assertThat(stranger.scan(token)).isEqualTo("AlreadyScanned");
        assertThat(pages.alert()).containsText("Otro móvil ha intentado usar este código");
        picture(page, "mobile-another");

        assertThat(phone.reject(rejected)).isEqualTo("Rejected");
        assertThat(pages.over()).isVisible();
        assertThat(pages.alert()).containsText("Ha rechazado el acceso");
        assertThat(Axe.violations(page)).as("the page after a rejection").isEmpty();
        picture(page, "mobile-over");
        assertThat(phone.confirm(rejected)).isEqualTo("AlreadyFinal");

        pages.press("again");
        String request = phone.mustScan(pages.scanned());
        phone.confirm(request);
        townHall.knows(CITIZEN);
    }

    @Test
    void whenTheAppDoesNotAnswerAPinBySmsIsOfferedAndNothingIsTypedTwice() {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        MobilePages pages = new MobilePages(page).choose();
        pages.identify(IMPATIENT.nationalId(), IMPATIENT.datumAsPrinted());
        pages.digits();
        var sms = page.locator("button[name=way][value=pin]");
        assertThat(sms).isHidden();
        page.clock().fastForward(Duration.ofSeconds(61).toMillis());
        assertThat(sms).isVisible();
        sms.click();
        assertThat(page.locator("#nationalId")).hasValue(IMPATIENT.nationalId());
        assertThat(page.locator("#contrastDatum")).hasValue(IMPATIENT.datumAsPrinted());
        new PinPages(page, clave.messages()).logIn(IMPATIENT);

        townHall.knows(IMPATIENT);
    }

    @Test
    void whatNobodyConfirmsInFiveMinutesIsOverAndThePageSaysSo() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        Page page = visitors.open();
        Agency.open(page, clave.townHall()).logIn();
        MobilePages pages = new MobilePages(page).choose();
        String request = phone.mustScan(pages.scanned());
        assertThat(pages.scannedBy()).isVisible();
        clave.letPass(Duration.ofMinutes(5));

        assertThat(pages.over()).isVisible();
        assertThat(pages.alert()).containsText("Se ha acabado el tiempo");
        assertThat(phone.confirm(request)).isEqualTo("Gone");
    }

    @Test
    void allOfItWorksWithoutJavaScript() {
        TestPhone phone = TestPhone.of(CITIZEN, clave.node());
        Page page = visitors.open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        MobilePages pages = new MobilePages(page).choose();
        pages.press("again");
        String request = phone.mustScan(pages.scanned());
        phone.confirm(request);
        pages.press("go");

        townHall.knows(CITIZEN);
    }

    @Test
    void aPinIsInTheAppWhereOneIsActiveAndReachesTheLevelOfTheApp() {
        Citizen citizen = Population.of("99990012L");
        TestPhone phone = TestPhone.of(citizen, clave.node());
        int messages = clave.messages().to(citizen.mobile()).size();
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.asksForLevel("substantial").logIn();
        PinPages pages = new PinPages(page, clave.messages());
        pages.identify(citizen.nationalId(), citizen.datumAsPrinted());
        assertThat(page.locator("main")).containsText("el PIN está en ella");
        pages.enter(phone.pin());

        townHall.knows(citizen);
        assertThat(townHall.told("level-uri")).hasText(SUBSTANTIAL);
        assertThat(clave.messages().to(citizen.mobile())).hasSize(messages);
        assertThat(phone.pending()).isEmpty();
    }
}
