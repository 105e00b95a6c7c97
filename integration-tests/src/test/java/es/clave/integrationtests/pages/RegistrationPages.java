package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Messages;
import java.net.URI;

/** The pages of the registration in a browser. */
public final class RegistrationPages {

    private final Page page;

    public RegistrationPages(Page page) {
        this.page = page;
    }

    /** Opens an address at which a registration begins, and types a document. */
    public void identifyAt(URI address, Citizen citizen) {
        page.navigate(address.toString());
        identify(citizen);
    }

    /** Types a document. */
    public void identify(Citizen citizen) {
        page.locator("#nationalId").fill(citizen.nationalId());
        page.locator("#contrastDatum").fill(citizen.datumAsPrinted());
        press("identify");
    }

    /** Types mobile and e-mail, and the code that comes to the mobile. */
    public void contact(String mobile, String email, Messages messages) {
        int already = messages.to("+34" + mobile).size();
        page.locator("#mobile").fill(mobile);
        page.locator("#email").fill(email);
        press("contact");
        assertThat(page.locator("#code")).isVisible();
        page.locator("#code").fill(messages.next("+34" + mobile, already).pin());
        press("verify");
    }

    /** Accepts the conditions, and so registers. */
    public void accept() {
        page.locator("#conditions").check();
        press("accept");
    }

    /** Presses the button of this step. */
    public void press(String step) {
        button(step).click();
    }

    /** The button of this step. */
    public Locator button(String step) {
        return page.locator("button[name=step][value='" + step + "']");
    }

    /** The page's heading. */
    public Locator heading() {
        return page.locator("h1");
    }

    /** What the page says at its top. */
    public Locator alert() {
        return page.locator("main [role=alert]");
    }

    public Page page() {
        return page;
    }
}
