package es.clave.integrationtests.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page that offers the ways to log in. */
public final class WayPages {

    private final Page page;

    public WayPages(Page page) {
        this.page = page;
    }

    /** The ways that may be chosen, in their order. */
    public Locator open() {
        return page.locator("#clave-ways button[name=way]");
    }

    /** The button of a way. */
    public Locator way(String id) {
        return page.locator("#clave-ways button[name=way][value=" + id + "]");
    }

    /** The ways that cannot be chosen, each with its reason. */
    public Locator closed() {
        return page.locator("#clave-ways .way--closed");
    }

    /** Chooses a way. */
    public void choose(String id) {
        way(id).click();
    }

    /** Goes from the page of a way back to all of them. */
    public void change() {
        page.locator("button[name=step][value=ways]").click();
    }

    /** Waits for the page that comes; where it is that of the ways, chooses Cl@ve PIN. */
    void choosePinIfAsked() {
        page.locator("#clave-ways, #nationalId").first().waitFor();
        if (way("pin").isVisible()) {
            choose("pin");
            page.locator("#nationalId").waitFor();
        }
    }
}
