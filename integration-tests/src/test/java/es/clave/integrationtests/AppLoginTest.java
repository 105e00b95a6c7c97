package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Administrator;
import es.clave.integrationtests.harness.AppPhone;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.AppPages;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging in by the app: a browser and a phone, each as citizens have them; the phone's camera sees the browser's page. */
@ExtendWith(WorldExtension.class)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(3)
class AppLoginTest {

    private static final String LEVEL = "http://eidas.europa.eu/LoA/";

    private final Clave clave;
    private final Visitors visitors;
    private final Administrator administrator;

    AppLoginTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
        this.administrator = new Administrator(clave.node());
    }

    @BeforeEach
    void sayWhereTheAppIs() {
        administrator.set("clave ways", "mobile.app.address", clave.app().toString());
    }

    @AfterEach
    void haveNoApp() {
        administrator.set("clave ways", "mobile.app.address", "");
    }

    @Test
    void theCameraTheLinkAndTheTypedDigitsLogInAndARejectionEndsIt() {
        Citizen citizen = Population.of("99990005N");
        try (AppPhone phone = AppPhone.of(clave)) {
            AppPages app = new AppPages(phone, clave);
            app.activate(citizen);

            // The camera sees the QR of the town hall's login.
            Page page = visitors.open();
            Agency townHall = Agency.open(page, clave.townHall());
            townHall.asksForLevel("substantial").logIn();
            toTheQr(page);
            Locator qr = page.locator(".qr__image");
            phone.holdBefore(qr.screenshot());
            app.go("scan");
            assertThat(app.heading()).hasText("¿Confirma que es usted?");
            assertThat(app.main()).containsText("Ayuntamiento de Villaclara");
            app.answer("confirm");
            assertThat(app.heading()).hasText("Confirmado");
            townHall.knows(citizen);
            assertThat(townHall.told("level-uri")).hasText(LEVEL + "substantial");

            // On the same phone the page's link opens the app, which comes back.
            BrowserContext onThePhone = phone.page().context();
            Page browser = onThePhone.newPage();
            Agency taxAgency = Agency.open(browser, clave.taxAgency());
            taxAgency.logIn();
            toTheQr(browser);
            browser.locator("a[href*='#open=']").click();
            AppPages there = new AppPages(phone, browser, clave);
            assertThat(there.main()).containsText("Agencia");
            there.answer("confirm");
            taxAgency.knows(citizen);
            browser.close();

            // Without the camera: number and datum, and the digits of the page typed into the app.
            Page typing = visitors.open();
            Agency again = Agency.open(typing, clave.townHall());
            again.logIn();
            app.go("home");
            askWithoutQr(typing, citizen);
            String digits =
                    typing.locator("#app-digits .digits__value").textContent().replace(" ", "");
            app.requests().first().click();
            app.field("digits").fill(digits.equals("000000") ? "111111" : "000000");
            app.answer("confirm");
            assertThat(app.alert()).containsText("Intentos que le quedan");
            app.field("digits").fill(digits);
            app.answer("confirm");
            assertThat(app.heading()).hasText("Confirmado");
            again.knows(citizen);

            // Not the citizen: rejected, and the browser is told at once.
            Page stranger = visitors.open();
            Agency.open(stranger, clave.townHall()).logIn();
            clave.letPass(Duration.ofMinutes(1));
            app.press("Ir al inicio");
            askWithoutQr(stranger, citizen);
            app.requests().first().click();
            app.answer("reject");
            assertThat(app.heading()).hasText("Rechazado");
            assertThat(stranger.locator("#clave-mobile-over")).isVisible();

            app.go("history");
            assertThat(phone.page().locator(".history .mark--confirm")).hasCount(3);
            assertThat(phone.page().locator(".history .mark--reject")).hasCount(1);
        }
    }

    private static void toTheQr(Page page) {
        page.locator("#clave-ways, #clave-mobile-qr").first().waitFor();
        if (page.locator("#clave-ways").isVisible()) {
            page.locator("button[name=way][value=mobile]").click();
        }
        page.locator(".qr__image").waitFor();
    }

    private static void askWithoutQr(Page page, Citizen citizen) {
        toTheQr(page);
        page.locator("button[value=document]").click();
        page.locator("#nationalId").fill(citizen.nationalId());
        page.locator("#contrastDatum").fill(citizen.datumAsPrinted());
        page.locator("button[value=request]").click();
        page.locator("#app-digits").waitFor();
    }
}
