package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import java.net.URI;

/** One of the demo agencies in a browser. */
public final class Agency {

    private final Page page;
    private final URI address;

    private Agency(Page page, URI address) {
        this.page = page;
        this.address = address;
    }

    /** Opens the agency's first page. */
    public static Agency open(Page page, URI address) {
        Agency agency = new Agency(page, address);
        agency.goHome();
        return agency;
    }

    /** The agency to which the browser is on its way. */
    public static Agency at(Page page, URI address) {
        return new Agency(page, address);
    }

    /** Goes to the agency's first page, by its address. */
    public void goHome() {
        page.navigate(address + "/");
    }

    /** The least level that the agency asks for: {@code low}, {@code substantial}, {@code high}. */
    public Agency asksForLevel(String level) {
        page.locator("input[name=level][value=" + level + "]").check();
        return this;
    }

    /** What else the agency asks for: {@code birthdate}, {@code registration}. */
    public Agency asksForDatum(String datum) {
        page.locator("input[name=data][value=" + datum + "]").check();
        return this;
    }

    /** Presses the button that leads to Cl@ve. */
    public void logIn() {
        page.locator("#login").click();
    }

    /** Presses the button that leads to Cl@ve by Cl@ve 2. */
    public void logInByClave2() {
        page.locator("#login-clave2").click();
    }

    /** Waits until the agency shows who logged in. */
    public void knows(Citizen citizen) {
        assertThat(told("person-identifier")).hasText(citizen.nationalId());
        assertThat(told("given-name")).hasText(citizen.givenName());
        assertThat(told("family-name")).hasText(citizen.familyName());
        page.waitForURL(url -> url.startsWith(address + "/"));
    }

    /** Waits until the agency shows that nobody is logged in. */
    public void knowsNobody() {
        goHome();
        assertThat(page.locator("#login")).isVisible();
        assertThat(told("person-identifier")).hasCount(0);
    }

    /** What the agency was told, by the name of the datum. */
    public Locator told(String datum) {
        return page.locator("#" + datum);
    }

    /** What the agency shows when it got an error in place of a login. */
    public Locator errorCode() {
        return page.locator("#error-code");
    }

    /** Logs out here, and so everywhere. */
    public void logOut() {
        page.locator("#logout").click();
        page.waitForURL(url -> url.startsWith(address + "/logged-out"));
    }
}
