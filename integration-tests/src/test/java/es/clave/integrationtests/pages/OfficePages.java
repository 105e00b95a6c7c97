package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;

/** The pages on the way to an appointment in a browser. */
public final class OfficePages {

    private final Page page;

    private OfficePages(Page page) {
        this.page = page;
    }

    /** Somebody opens the registration, types a document and chooses to register at an office. */
    public static OfficePages open(Page page, Clave clave, Citizen citizen) {
        page.navigate(clave.node().realmUrl("/registro").toString());
        page.locator("#nationalId").fill(citizen.nationalId());
        page.locator("#contrastDatum").fill(citizen.datumAsPrinted());
        OfficePages pages = new OfficePages(page);
        pages.press("identify");
        pages.press("office.begin");
        return pages;
    }

    /** Looks for offices near this place. */
    public void search(String where) {
        page.locator("#where").fill(where);
        press("office.search");
    }

    /** The offices that were found, nearest first. */
    public Locator offices() {
        return page.locator(".office");
    }

    /** Looks for offices, and at the free times of the nearest. */
    public void slotsOfTheNearestTo(String where) {
        search(where);
        offices().first().locator("button").click();
        assertThat(times().first()).isVisible();
    }

    /** The free times that are shown. */
    public Locator times() {
        return page.locator(".day__time");
    }

    /** Types where to be told, and books. */
    public void book(String mobile, String email) {
        page.locator("#mobile").fill(mobile);
        page.locator("#email").fill(email);
        press("office.book");
    }

    /** Presses the button of this step. */
    public void press(String step) {
        button(step).first().click();
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
