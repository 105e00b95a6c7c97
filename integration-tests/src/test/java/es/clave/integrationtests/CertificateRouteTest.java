package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.CertificatePages;
import es.clave.integrationtests.pages.PinPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole way: from an agency's login through the registration by certificate to logging in there. */
@ExtendWith(WorldExtension.class)
class CertificateRouteTest {

    private static final String MOBILE = "+34600000923";

    private final Clave clave;
    private final Visitors visitors;

    CertificateRouteTest(@WithCertificates Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void whoRegistersByCertificateLogsInByPinAsAdvancedAtTheAgencyThatWaited() {
        Citizen citizen = Population.of("Z9990005Y").withMobile(MOBILE);
        Page page = CertificatePages.open(visitors, clave, clave.certificates().inSoftware(citizen));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.asksForDatum("registration").logIn();
        page.locator("aside a.button").click();
        page.locator("#nationalId").fill(citizen.nationalId());
        page.locator("#contrastDatum").fill(citizen.datumAsPrinted());
        CertificatePages pages = new CertificatePages(page);
        pages.button("identify").click();
        pages.button("certificate.begin").click();

        pages.button("certificate.show").click();

        page.locator("#mobile").fill(MOBILE.substring(3));
        page.locator("#email").fill("fatima@example.com");
        int already = clave.messages().to(MOBILE).size();
        pages.button("contact").click();
        page.locator("#code").fill(clave.messages().next(MOBILE, already).pin());
        pages.button("verify").click();
        page.locator("#conditions").check();
        pages.button("accept").click();
        assertThat(page.locator("#clave-registration-receipt")).isVisible();
        pages.button("leave").click();
        pages.choose("pin");
        new PinPages(page, clave.messages()).logIn(citizen);

        townHall.knows(citizen);
        assertThat(townHall.told("registration")).hasText("ADVANCED");
        assertThat(townHall.told("level-uri")).hasText("http://eidas.europa.eu/LoA/low");
    }
}
