package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import java.util.regex.Pattern;

/** Mi Cl@ve in a browser. */
public final class AccountPages {

    private final Page page;
    private final Clave clave;

    public AccountPages(Page page, Clave clave) {
        this.page = page;
        this.clave = clave;
    }

    /** Opens Mi Cl@ve, logs in by PIN, and comes back. */
    public static AccountPages logIn(Page page, Clave clave, Citizen citizen) {
        AccountPages account = new AccountPages(page, clave);
        account.open("");
        new PinPages(page, clave.messages()).logIn(citizen);
        assertThat(page).hasURL(Pattern.compile(".*/realms/clave/mi-clave$"));
        return account;
    }

    /** Opens one of the pages. */
    public void open(String path) {
        page.navigate(clave.node().realmUrl("/mi-clave" + path).toString());
    }

    public Page page() {
        return page;
    }

    public Locator field(String id) {
        return page.locator("#" + id);
    }

    public void press(String step) {
        page.locator("button[name=step][value=" + step + "]").click();
    }

    public Locator main() {
        return page.locator("main");
    }

    public Locator heading() {
        return page.locator("h1");
    }

    /** What the page says at its top: a mistake, a refusal. */
    public Locator alert() {
        return page.locator("main [role=alert]");
    }

    /** What the page says was done. */
    public Locator success() {
        return page.locator("main .alert--success");
    }
}
