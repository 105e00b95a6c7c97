package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.OfficerApp;
import java.net.URI;

/** The registrar's desk in a browser. */
public final class DeskPages {

    /** An officer of the demo, as the realm's development values have them. */
    public enum Officer {
        MADRID("registradora.madrid", "mostrador-de-madrid", "clave-demo-madrid-01"),
        VIGO("registrador.vigo", "mostrador-de-vigo", "clave-demo-vigo-0001"),
        NOT_A_REGISTRAR("ordenanza", "entrada-de-madrid", "clave-demo-madrid-02");

        private final String username;
        private final String password;
        private final String secret;

        Officer(String username, String password, String secret) {
            this.username = username;
            this.password = password;
            this.secret = secret;
        }
    }

    private final Page page;

    private DeskPages(Page page) {
        this.page = page;
    }

    /** Where the desk is. */
    public static URI address(Clave clave) {
        return URI.create(clave.node().baseUrl() + "/realms/clave-staff/mostrador");
    }

    /** Goes to the desk, which shows its login to who is not logged in. */
    public static DeskPages open(Page page, Clave clave) {
        page.navigate(address(clave).toString());
        return new DeskPages(page);
    }

    /** Logs in with password and code. */
    public static DeskPages logIn(Page page, Clave clave, Officer officer) {
        DeskPages desk = open(page, clave);
        desk.password(officer.username, officer.password);
        desk.code(OfficerApp.withSecret(officer.secret).code());
        return desk;
    }

    /** Types name and password. */
    public void password(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** Types the code of the second factor. */
    public void code(String code) {
        page.locator("#otp").fill(code);
        page.locator("#kc-login").click();
    }

    /** Looks up the document that somebody without an appointment lays on the desk. */
    public void lookUp(Citizen citizen) {
        lookUp(citizen.nationalId(), citizen.datumAsPrinted());
    }

    /** Looks up a document. */
    public void lookUp(String nationalId, String datum) {
        page.locator("#nationalId").fill(nationalId);
        page.locator("#contrastDatum").fill(datum);
        press("look-up");
    }

    /** Confirms the document, and chooses what the person wants. */
    public void checkedAnd(String step) {
        page.locator("#checked").check();
        press(step);
    }

    /** Types contact data, waits for the code on the mobile and types it. */
    public void prove(Clave clave, String mobile, String email) {
        int already = clave.messages().to(mobile).size();
        page.locator("#mobile").fill(mobile);
        page.locator("#email").fill(email);
        press("send");
        assertThat(page.locator("#code")).isVisible();
        page.locator("#code").fill(clave.messages().next(mobile, already).pin());
        press("verify");
    }

    /** Accepts the conditions and registers or changes. */
    public void complete() {
        page.locator("#conditions").check();
        press("complete");
    }

    /** Sends the person away. */
    public void refuse(String step, String reason) {
        page.locator("details.help summary").last().click();
        page.locator("#reason").selectOption(reason);
        press(step);
    }

    /** Presses the button of this step. */
    public void press(String step) {
        page.locator("button[name=step][value='" + step + "']").click();
    }

    /** The page's heading. */
    public Locator heading() {
        return page.locator("h1");
    }

    /** What the page says went wrong. */
    public Locator alert() {
        return page.locator("main [role=alert]");
    }

    /** What the page says was done. */
    public Locator news() {
        return page.locator("main .alert--success");
    }

    /** Who is expected today. */
    public Locator expected() {
        return page.locator(".expected__one");
    }

    public Page page() {
        return page;
    }
}
