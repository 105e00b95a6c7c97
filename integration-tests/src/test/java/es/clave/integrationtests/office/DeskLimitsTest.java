package es.clave.integrationtests.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.OfficePages;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody does at the registrar's desk. */
@ExtendWith(WorldExtension.class)
class DeskLimitsTest {

    private static final int LOOK_UPS_AN_HOUR = 30;

    private final Clave clave;
    private final Visitors visitors;

    DeskLimitsTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void officersDoNotServeThemselvesNorAsTheGuardianOfTheirChild() {
        Citizen herself = Population.of("99990001P");
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(herself);
        assertThat(desk.alert()).containsText("Es su propio documento");

        desk.lookUp(Population.of("99990023F"));
        desk.page().locator("#guardianId").fill(herself.nationalId());
        desk.page().locator("#guardianDatum").fill(herself.datumAsPrinted());
        desk.checkedAnd("register");
        assertThat(desk.alert()).containsText("Es su propio documento");
        assertThat(desk.heading()).hasText("Compare con el documento");
    }

    @Test
    void anOfficerLooksUpSoManyDocumentsInAnHour() {
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        for (int i = 0; i < LOOK_UPS_AN_HOUR; i++) {
            desk.lookUp("99990002D", String.format("%02d/11/2029", 1 + i % 28));
            if (desk.heading().textContent().strip().equals("Compare con el documento")) {
                desk.refuse("refuse", "OTHER");
            }
        }
        desk.lookUp(Population.of("99990003X"));

        assertThat(desk.alert()).containsText("Ha consultado demasiados documentos");
        clave.letPass(Duration.ofMinutes(61));
        DeskPages again = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        again.lookUp(Population.of("99990003X"));
        assertThat(again.heading()).hasText("Compare con el documento");
        again.refuse("refuse", "OTHER");
    }

    @Test
    void anAppointmentOfAnotherOfficeIsNeitherSeenNorServed() {
        Citizen citizen = Population.of("99990014K");
        OfficePages pages = OfficePages.open(visitors.open(), clave, citizen);
        pages.slotsOfTheNearestTo("36201");
        String step = pages.times().first().getAttribute("value");
        pages.times().first().click();
        pages.book("+34611000020", "");
        assertThat(pages.heading()).hasText("Tiene cita");
        Instant start = Instant.ofEpochSecond(Long.parseLong(step.substring(step.indexOf(':') + 1)));
        clave.letPass(Duration.between(clave.now(), start.minus(Duration.ofMinutes(5))));
        DeskPages vigo = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        String serve = vigo.expected().last().locator("button").getAttribute("value");

        DeskPages madrid = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        assertThat(madrid.page().locator("main")).not().containsText("Uxía");
        madrid.page()
                .request()
                .post(
                        DeskPages.address(clave).toString(),
                        RequestOptions.create().setForm(form(madrid.page(), serve)));
        madrid.page().reload();

        assertThat(madrid.heading()).hasText("Mostrador de registro");
        vigo.expected().last().locator("button").click();
        assertThat(vigo.heading()).hasText("Compruebe el documento");
        vigo.refuse("refuse", "OTHER");
    }

    private static FormData form(Page page, String step) {
        return FormData.create()
                .set("formToken", page.locator("[name=formToken]").first().inputValue())
                .set("step", step);
    }

    @Test
    void aFormFromElsewhereDoesNothing() {
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(Population.of("99990033V"));
        desk.checkedAnd("renounce");

        int status = desk.page()
                .request()
                .post(
                        DeskPages.address(clave).toString(),
                        RequestOptions.create().setForm(FormData.create().set("step", "confirm-renounce")))
                .status();

        assertThat(status).isEqualTo(403);
        desk.page().reload();
        assertThat(desk.heading()).hasText("¿Renunciar a Cl@ve?");
        desk.press("back");
        desk.refuse("refuse", "OTHER");
    }

    @Test
    void whoIsNoRegistrarFindsTheDoorClosed() {
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.NOT_A_REGISTRAR);

        assertThat(desk.page().locator("#clave-desk-look-up")).hasCount(0);
        assertThat(desk.page().navigate(DeskPages.address(clave).toString()).status())
                .isEqualTo(403);
    }

    @Test
    void aCitizenWhoIsLoggedInIsAskedToLogInAsAnOfficer() {
        Citizen citizen = Population.of("99990001P");
        Page page = visitors.open();
        Agency.open(page, clave.townHall()).logIn();
        new PinPages(page, clave.messages()).logIn(citizen);
        Agency.at(page, clave.townHall()).knows(citizen);

        DeskPages desk = DeskPages.open(page, clave);

        assertThat(page.locator("#username")).isVisible();
        assertThat(page.locator("#clave-desk-look-up")).hasCount(0);
        Response inTheCitizensRealm =
                page.navigate(clave.node().realmUrl("/mostrador").toString());
        assertThat(inTheCitizensRealm.status()).isEqualTo(404);
        assertThat(desk.heading()).isVisible();
    }

    @Test
    void aShortPauseEndsTheSession() {
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        assertThat(desk.heading()).hasText("Mostrador de registro");
        clave.letPass(Duration.ofMinutes(13));

        desk.page().reload();

        assertThat(desk.page().locator("#username")).isVisible();
    }
}
