package es.clave.integrationtests.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.demo.authority.Credential;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Visitors;
import java.util.List;

/** The choice of a way to log in, and the pages of the certificate, in a browser. */
public final class CertificatePages {

    private final Page page;

    public CertificatePages(Page page) {
        this.page = page;
    }

    /** Somebody whose browser has this certificate and shows it where Cl@ve asks. */
    public static Page open(Visitors visitors, Clave clave, Credential credential) {
        return visitors.open(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setClientCertificates(
                        List.of(clave.certificates().shownAt(clave.node().tlsUrl(), credential))));
    }

    /** Chooses a way on the page that offers them. */
    public void choose(String way) {
        way(way).click();
    }

    /** The button of a way. */
    public Locator way(String way) {
        return page.locator("button[name=way][value=" + way + "]");
    }

    /** Presses the button, upon which the browser shows its certificate. */
    public void show() {
        button("show").click();
    }

    public Locator button(String step) {
        return page.locator("button[name=step][value='" + step + "']");
    }

    public Locator alert() {
        return page.locator("main [role=alert]");
    }
}
