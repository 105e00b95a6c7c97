package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import es.clave.demo.authority.Credential;
import es.clave.integrationtests.harness.Certificates;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.CertificatePages;
import es.clave.integrationtests.pages.PinPages;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in by certificate, in a browser that has one, at both agencies. */
@ExtendWith(WorldExtension.class)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(3)
class CertificateLoginTest {

    private static final String LEVEL = "http://eidas.europa.eu/LoA/";
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final Clave clave;
    private final Certificates certificates;
    private final Visitors visitors;

    CertificateLoginTest(@WithCertificates Clave clave, Visitors visitors) {
        this.clave = clave;
        this.certificates = clave.certificates();
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource({"true, false, substantial", "true, true, high", "false, false, substantial", "false, true, high"})
    void theCertificateReachesTheLevelThatItsKindVouchesFor(boolean openIdConnect, boolean onCard, String level) {
        Citizen citizen = Population.of("99990001P");
        Page page = open(onCard ? certificates.onCard(citizen) : certificates.inSoftware(citizen));
        Agency agency = agency(page, openIdConnect);
        agency.asksForLevel(level).logIn();
        CertificatePages pages = new CertificatePages(page);
        if (!onCard) {
            pages.choose("certificate");
        }
        // Nothing else reaches the high level: the page of the certificate comes at once.
        pages.show();

        agency.knows(citizen);
        assertThat(agency.told("level-uri")).hasText(LEVEL + level);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoNeverRegisteredIsToldOfAsTheCertificateSays(boolean openIdConnect) {
        Citizen citizen = Population.of("99990022Y");
        Page page = open(certificates.inSoftware(citizen));
        Agency agency = agency(page, openIdConnect);
        agency.logIn();
        CertificatePages pages = new CertificatePages(page);
        pages.choose("certificate");
        pages.show();

        assertThat(agency.told("person-identifier")).hasText(citizen.nationalId());
        assertThat(agency.told("given-name")).hasText(citizen.givenName().toUpperCase(SPANISH));
        assertThat(agency.told("family-name")).hasText(citizen.familyName().toUpperCase(SPANISH));
        assertThat(agency.told("level-uri")).hasText(LEVEL + "substantial");
    }

    @Test
    void whoNeverRegisteredIsLetInAtTheSecondAgencyToo() {
        Citizen citizen = Population.of("99990020G");
        Page page = open(certificates.onCard(citizen));
        Agency townHall = agency(page, true);
        townHall.asksForLevel("high").logIn();
        new CertificatePages(page).show();
        assertThat(townHall.told("person-identifier")).hasText(citizen.nationalId());

        Agency taxAgency = agency(page, false);
        taxAgency.asksForLevel("high").logIn();

        assertThat(taxAgency.told("person-identifier")).hasText(citizen.nationalId());
        assertThat(taxAgency.told("level-uri")).hasText(LEVEL + "high");
    }

    @Test
    void whoIsLoggedInByPinIsAskedForTheCertificateOnlyAndStaysLoggedInEverywhere() {
        Citizen citizen = Population.of("99990008S");
        Page page = open(certificates.onCard(citizen));
        Agency townHall = agency(page, true);
        townHall.logIn();
        CertificatePages pages = new CertificatePages(page);
        pages.choose("pin");
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);

        Agency taxAgency = agency(page, false);
        taxAgency.asksForLevel("high").logIn();
        pages.show();

        taxAgency.knows(citizen);
        assertThat(taxAgency.told("level-uri")).hasText(LEVEL + "high");
        townHall.goHome();
        townHall.asksForLevel("high").logIn();
        townHall.knows(citizen);
        assertThat(townHall.told("level-uri")).hasText(LEVEL + "high");
    }

    @Test
    void anothersCertificateRaisesNobodysLevel() {
        Citizen citizen = Population.of("99990009Q");
        Page page = open(certificates.onCard(Population.of("99990013C")));
        Agency townHall = agency(page, true);
        townHall.logIn();
        CertificatePages pages = new CertificatePages(page);
        pages.choose("pin");
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
        Agency taxAgency = agency(page, false);
        taxAgency.asksForLevel("high").logIn();

        pages.show();

        assertThat(pages.alert()).containsText("ya se ha identificado otra persona");
    }

    @Test
    void aCertificateInSoftwareDoesNotReachWhatACardWould() {
        Page page = open(certificates.inSoftware(Population.of("99990015E")));
        Agency townHall = agency(page, true);
        townHall.asksForLevel("high").logIn();
        new CertificatePages(page).show();

        assertThat(page.locator("#clave-level")).isVisible();
        new CertificatePages(page).button("return").click();
        assertThat(townHall.errorCode()).hasText("access_denied");
    }

    @Test
    void whoseRegistrationWasStoppedIsToldSo() {
        Page page = open(certificates.inSoftware(Population.of("99990031S")));
        agency(page, true).logIn();
        CertificatePages pages = new CertificatePages(page);
        pages.choose("certificate");
        pages.show();

        assertThat(pages.alert()).containsText("su registro en Cl@ve está desactivado");
    }

    @Test
    void whoHasNoCertificateReadsWhatToDoAndTakesAnotherWayWithoutLosingTheAgencysRequest() {
        Citizen citizen = Population.of("99990012L");
        Page page = visitors.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
        Agency townHall = agency(page, true);
        townHall.logIn();
        CertificatePages pages = new CertificatePages(page);
        pages.choose("certificate");
        pages.show();
        assertThat(pages.alert()).containsText("no nos ha enseñado ningún certificado");

        pages.button("ways").click();
        pages.choose("pin");
        new PinPages(page, clave.messages()).logIn(citizen);

        townHall.knows(citizen);
    }

    @Test
    void theWayThatWasUsedLastComesFirstTheNextTime() {
        Citizen citizen = Population.of("99990017R");
        Page page = open(certificates.inSoftware(citizen));
        Agency townHall = agency(page, true);
        townHall.logIn();
        CertificatePages pages = new CertificatePages(page);
        assertThat(page.locator("button[name=way]").first()).hasAttribute("value", "pin");
        pages.choose("certificate");
        pages.show();
        townHall.knows(citizen);

        townHall.logOut();
        townHall.goHome();
        townHall.logIn();

        assertThat(page.locator("button[name=way]").first()).hasAttribute("value", "certificate");
    }

    private Page open(Credential credential) {
        return CertificatePages.open(visitors, clave, credential);
    }

    private Agency agency(Page page, boolean openIdConnect) {
        return Agency.open(page, openIdConnect ? clave.townHall() : clave.taxAgency());
    }
}
