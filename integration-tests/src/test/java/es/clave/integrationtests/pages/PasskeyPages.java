package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Clave;

/** Logging in by passkey, and the passkeys in Mi Cl@ve, in a browser. */
public final class PasskeyPages {

    /** Of Mi Cl@ve. */
    public static final String LIST = "/llaves";

    private final Page page;
    private final AccountPages account;

    public PasskeyPages(Page page, Clave clave) {
        this.page = page;
        this.account = new AccountPages(page, clave);
    }

    /** From Mi Cl@ve, where the citizen is logged in, to a passkey of this name. */
    public void add(String name) {
        account.open(LIST);
        account.press("add");
        page.locator("#authenticatorLabel").fill(name);
        ask().click();
        assertThat(account.success()).isVisible();
    }

    /** On the page of the ways, or on the page that came at once where there is one only: uses the passkey. */
    public void use() {
        choose();
        ask().click();
    }

    /** Comes to the page of the passkey. */
    public void choose() {
        page.locator("#clave-ways, #clave-passkey").first().waitFor();
        if (page.locator("#clave-ways").isVisible()) {
            page.locator("button[name=way][value=passkey]").click();
        }
        ask().waitFor();
    }

    /** The button upon which the browser asks the device. */
    public Locator ask() {
        return page.locator("[data-passkey-ask]");
    }

    /** What came of asking the device. */
    public Locator status() {
        return page.locator("[data-passkey-status]");
    }
}
