package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import es.clave.integrationtests.harness.AppPhone;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;

/** The screens of APP Cl@ve, in Spanish. */
public final class AppPages {

    private final Page page;
    private final AppPhone phone;
    private final Clave clave;

    public AppPages(AppPhone phone, Clave clave) {
        this(phone, phone.page(), clave);
    }

    /** In another window of the same phone. */
    public AppPages(AppPhone phone, Page page, Clave clave) {
        this.page = page;
        this.phone = phone;
        this.clave = clave;
    }

    /** From the first screen to the home of this citizen. */
    public void activate(Citizen citizen) {
        phone.open("");
        fillDocument(citizen);
        int already = clave.messages().to(citizen.mobile()).size();
        press("Enviar código por SMS");
        field("code").fill(clave.messages().next(citizen.mobile(), already).pin());
        press("Activar");
        assertThat(heading()).hasText("Móvil activado");
        press(page.getByText("Ahora no").isVisible() ? "Ahora no" : "Continuar");
        assertThat(heading()).hasText("Inicio");
    }

    /** Types number and datum. */
    public void fillDocument(Citizen citizen) {
        field("nationalId").fill(citizen.nationalId());
        field("contrastDatum").fill(citizen.datumAsPrinted());
    }

    /** Goes to one of the parts of the app. */
    public void go(String part) {
        page.locator(".tab--" + part).click();
    }

    public Locator field(String id) {
        return page.locator("#" + id);
    }

    public void press(String button) {
        button(button).click();
    }

    public Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    public Locator heading() {
        return page.locator("h1");
    }

    public Locator main() {
        return page.locator("main");
    }

    /** What went wrong. */
    public Locator alert() {
        return page.locator("[role=alert]:visible, .error:visible").first();
    }

    /** The requests that wait. */
    public Locator requests() {
        return page.locator("[data-requests] .card");
    }

    /** Confirms, or rejects, the request that is shown. */
    public void answer(String decision) {
        String button = decision.equals("reject")
                ? "[data-answer=reject]"
                : "[data-answer=confirm], .actions--wide form .button--primary";
        page.locator(button).first().click();
    }
}
