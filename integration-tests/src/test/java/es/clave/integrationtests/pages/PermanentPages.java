package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Messages;

/** The pages of Cl@ve Permanente in a browser. */
public final class PermanentPages {

    private final Page page;
    private final Messages messages;

    public PermanentPages(Page page, Messages messages) {
        this.page = page;
        this.messages = messages;
    }

    public Page page() {
        return page;
    }

    /** Chooses it among the ways, where there is a choice. */
    public PermanentPages choose() {
        page.locator("#clave-ways, #clave-permanent, #clave-permanent-activation")
                .first()
                .waitFor();
        Locator way = page.locator("button[name=way][value=permanent]");
        if (way.isVisible()) {
            way.click();
        }
        return this;
    }

    /** Types number and password. */
    public void logIn(Citizen citizen, String password) {
        page.locator("#nationalId").fill(citizen.nationalId());
        enterPassword(password);
    }

    /** Types the password alone. */
    public void enterPassword(String password) {
        page.locator("#password").fill(password);
        press("enter");
    }

    /** Waits for the code that the page says was sent, after {@code already} messages, and types it. */
    public void enterCode(Citizen citizen, int already) {
        assertThat(code()).isVisible();
        code().fill(messages.next(citizen.mobile(), already).pin());
        press("verify");
    }

    /** How many messages the citizen's phone has by now. */
    public int messagesOf(Citizen citizen) {
        return messages.to(citizen.mobile()).size();
    }

    /** From the first page to the page of the new password. */
    public void proveActivation(Citizen citizen, String activationCode) {
        beginActivation();
        int already = messagesOf(citizen);
        fillActivation(citizen.nationalId(), citizen.email(), activationCode);
        enterCode(citizen, already);
        assertThat(newPassword()).isVisible();
    }

    /** From the first page to the page that says that it is done. */
    public void activate(Citizen citizen, String activationCode, String password) {
        proveActivation(citizen, activationCode);
        setPassword(password, password);
        assertThat(page.locator("#clave-permanent-done")).isVisible();
    }

    /** Goes from the first page to that of the activation, if not there already. */
    public void beginActivation() {
        page.locator("#clave-permanent, #clave-permanent-activation").first().waitFor();
        if (page.locator("#clave-permanent").isVisible()) {
            page.locator("button[name=step][value=activate]").first().click();
        }
        assertThat(page.locator("#activationCode")).isVisible();
    }

    /** Types what the first page of the activation asks for. */
    public void fillActivation(String nationalId, String email, String activationCode) {
        page.locator("#nationalId").fill(nationalId);
        page.locator("#email").fill(email);
        page.locator("#activationCode").fill(activationCode);
        press("check");
    }

    /** Types a new password twice. */
    public void setPassword(String password, String repeated) {
        newPassword().fill(password);
        page.locator("#repeatedPassword").fill(repeated);
        press("set");
    }

    public Locator newPassword() {
        return page.locator("#newPassword");
    }

    public Locator code() {
        return page.locator("#code");
    }

    public Locator alert() {
        return page.locator("main [role=alert]");
    }

    /** Presses one of Cl@ve's buttons. */
    public void press(String step) {
        page.locator("button[name=step][value=" + step + "]").first().click();
    }
}
