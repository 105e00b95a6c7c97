package es.clave.integrationtests.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Messages.Message;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.OfficePages;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A citizen makes an appointment at an office, moves and cancels it. */
@ExtendWith(WorldExtension.class)
class AppointmentsTest {

    private static final String MOBILE = "+34611000001";

    private final Clave clave;
    private final Visitors visitors;

    AppointmentsTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void anAppointmentIsFoundBookedMovedAndCancelled() {
        Citizen citizen = Population.of("99990007Z");
        OfficePages pages = OfficePages.open(visitors.open(), clave, citizen);
        assertThat(pages.heading()).hasText("Pida cita en una oficina de registro");
        pages.search("Vigo");
        assertThat(pages.offices().first()).containsText("Vigo");
        assertThat(pages.offices().first()).containsText("menos de 2 km");
        assertThat(pages.offices().nth(1)).containsText("Pontevedra");
        pages.offices().first().locator("button").click();
        String day = pages.page().locator(".day__name").first().textContent().strip();
        String hour = pages.times().first().textContent().strip();
        pages.times().first().click();
        assertThat(pages.page().locator(".facts")).containsText(hour);
        pages.book(MOBILE, "dolores@example.com");

        assertThat(pages.heading()).hasText("Tiene cita");
        assertThat(pages.page().locator(".facts")).containsText(hour);
        assertThat(pages.page().locator("main")).containsText("01");
        Message sms = clave.messages().next(MOBILE, 0);
        assertThat(sms.text()).startsWith("Cl@ve: tiene cita el ").contains(hour, "Vigo");
        Message mail = clave.messages().next("dolores@example.com", 0);
        assertThat(mail.text()).contains(hour, "36201 Vigo").containsIgnoringCase(day);

        OfficePages back = OfficePages.open(visitors.open(), clave, citizen);
        assertThat(back.heading()).hasText("Ya tiene una cita");
        back.press("office.move");
        back.slotsOfTheNearestTo("15701");
        back.times().last().click();
        back.press("office.confirm-move");
        assertThat(back.heading()).hasText("Tiene cita");
        assertThat(clave.messages().next(MOBILE, 1).text()).contains("cambia al", "Santiago");

        back.press("office.cancel");
        assertThat(back.heading()).hasText("¿Anular su cita?");
        back.press("office.confirm-cancel");
        assertThat(back.heading()).hasText("Su cita está anulada");
        assertThat(clave.messages().next(MOBILE, 2).text()).contains("anulada");
        assertThat(clave.messages().next("dolores@example.com", 2).text()).contains("anulada");
        assertThat(OfficePages.open(visitors.open(), clave, citizen).heading())
                .hasText("Pida cita en una oficina de registro");
    }

    @Test
    void theTimeOfThePageIsTheOneThatIsBookedAndItIsNotOfferedAgain() {
        OfficePages first = OfficePages.open(visitors.open(), clave, Population.of("99990009Q"));
        first.slotsOfTheNearestTo("02001");
        String chosen = first.times().first().getAttribute("value");
        first.times().first().click();
        OfficePages second = OfficePages.open(visitors.open(), clave, Population.of("99990010V"));
        second.slotsOfTheNearestTo("albacete");
        second.button(chosen).click();
        first.book("+34611000002", "");
        assertThat(first.heading()).hasText("Tiene cita");

        second.book("+34611000003", "");

        assertThat(second.alert()).containsText("Esa hora ya no está libre");
        assertThat(second.button(chosen)).hasCount(0);
        assertThat(clave.messages().to("+34611000003")).isEmpty();
        second.times().first().click();
        assertThat(second.page().locator("#mobile")).hasValue("+34611000003");
    }

    @Test
    void whatIsTypedWrongIsToldAndNothingIsLost() {
        OfficePages pages = OfficePages.open(visitors.open(), clave, Population.of("99990011H"));
        pages.search("Atlantis");
        assertThat(pages.alert()).containsText("No conocemos ese lugar");
        assertThat(pages.page().locator("#where")).hasValue("Atlantis");
        pages.slotsOfTheNearestTo("17001");
        pages.times().first().click();
        pages.book("912345678", "gal·la@");

        assertThat(pages.alert()).containsText("no puede recibir SMS");
        assertThat(pages.alert()).containsText("Esa dirección de correo no es correcta");
        assertThat(pages.page().locator("#mobile")).hasValue("912345678");
        assertThat(pages.page().locator("#email")).hasValue("gal·la@");
    }

    @Test
    void nobodyPestersATelephoneWithAppointments() {
        Citizen citizen = Population.of("99990012L");
        OfficePages pages = OfficePages.open(visitors.open(), clave, citizen);
        for (int i = 0; i < 6; i++) {
            pages.slotsOfTheNearestTo("28001");
            pages.times().first().click();
            pages.book("+34611000004", "");
            assertThat(pages.heading()).hasText("Tiene cita");
            pages.press("office.cancel");
            pages.press("office.confirm-cancel");
            pages.press("office.find");
        }
        pages.slotsOfTheNearestTo("28001");
        pages.times().first().click();
        pages.book("+34611000004", "");

        assertThat(pages.alert()).containsText("Se han pedido demasiadas citas");
    }

    @Test
    void theWayWorksWithoutJavaScriptOnASmallScreenInTheDark() {
        Page page = visitors.open(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(360, 740)
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        OfficePages pages = OfficePages.open(page, clave, Population.of("99990013C"));
        picture(page, "finder-empty");
        pages.search("35001");
        fits(page);
        picture(page, "finder");
        pages.offices().first().locator("button").click();
        fits(page);
        picture(page, "slots");
        pages.times().first().click();
        fits(page);
        picture(page, "contact");
        pages.book("+34611000005", "ainhoa@example.com");
        assertThat(pages.heading()).hasText("Tiene cita");
        fits(page);
        picture(page, "booked");
    }

    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures/" + name + ".png")));
    }
}
