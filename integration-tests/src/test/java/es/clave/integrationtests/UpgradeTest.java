package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Certificates;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.CertificatePages;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.PermanentPages;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.RegistrationSteps;
import es.clave.integrationtests.pages.RegistrationWalk;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is known already and registers for a higher level stays the same to everybody, with everything that was there. */
@ExtendWith(WorldExtension.class)
class UpgradeTest {

    private static final String PASSWORD = "nueve grullas y un farol";
    private static final String REGISTERED = "Ya está registrado";

    private final Clave clave;
    private final Certificates certificates;
    private final Visitors visitors;

    UpgradeTest(@WithCertificates Clave clave, Visitors visitors) {
        this.clave = clave;
        this.certificates = clave.certificates();
        this.visitors = visitors;
    }

    @Test
    void whoRegistersByCertificateAfterALetterKeepsPasswordPhoneAddressAndTheNameThatAgenciesKnow() {
        Citizen citizen = Newcomers.next().withMobile("+34677000001").withEmail("upgrade.certificate@example.com");
        String activationCode = registerByLetter(citizen);
        Page page = CertificatePages.open(visitors, clave, certificates.inSoftware(citizen));
        Agency townHall = townHall(page);
        PermanentPages permanent = new PermanentPages(page, clave.messages()).choose();
        permanent.activate(citizen, activationCode, PASSWORD);
        permanent.press("continue");
        townHall.knows(citizen);
        assertThat(townHall.told("registration")).hasText("BASIC");
        String subject = subject(page);
        townHall.logOut();

        clave.letPass(Duration.ofMinutes(2));
        openRegistrationByCertificate(page, citizen);
        assertThat(page.locator("main")).containsText("Son los datos con los que ya está registrado");
        assertThat(page.locator("#mobile")).hasValue("+34 677 00 00 01");
        assertThat(page.locator("#email")).hasValue(citizen.email());
        RegistrationWalk walk = new RegistrationWalk(page, clave.messages());
        int mails = clave.messages().to(citizen.email()).size();
        int already = clave.messages().to(citizen.mobile()).size();
        walk.press("contact");
        page.locator("#code")
                .fill(clave.messages().next(citizen.mobile(), already).pin());
        walk.press("verify");
        walk.accept();
        assertThat(page.locator("h1")).hasText(REGISTERED);
        clave.messages().next(citizen.mobile(), already + 1);
        clave.messages().next(citizen.email(), mails);

        townHall = townHall(page);
        new PermanentPages(page, clave.messages()).choose().logIn(citizen, PASSWORD);
        townHall.knows(citizen);
        assertThat(townHall.told("registration")).hasText("ADVANCED");
        assertThat(subject(page)).isEqualTo(subject);
        assertThat(clave.messages().to(citizen.mobile()))
                .as("the welcome only: nothing else changed")
                .hasSize(already + 2);
    }

    @Test
    void whoRegistersAtTheDeskAfterALetterStaysTheSameWithTheAddressThatNobodyTypedAgain() {
        Citizen citizen = Newcomers.next().withMobile("+34677000002").withEmail("upgrade.desk@example.com");
        registerByLetter(citizen);
        Page page = visitors.open();
        Agency townHall = townHall(page);
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
        assertThat(townHall.told("registration")).hasText("BASIC");
        String subject = subject(page);
        townHall.logOut();
        clave.letPass(Duration.ofMinutes(2));
        int mails = clave.messages().to(citizen.email()).size();

        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(citizen);
        desk.checkedAnd("register");
        desk.prove(clave, citizen.mobile(), "");
        desk.complete();
        desk.press("signed");

        assertThat(desk.news()).containsText("El registro está completo");
        assertThat(clave.messages().next(citizen.email(), mails).text()).contains("se registró en Cl@ve");
        clave.letPass(Duration.ofMinutes(2));
        townHall = townHall(page);
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
        assertThat(townHall.told("registration")).hasText("ADVANCED");
        assertThat(subject(page)).isEqualTo(subject);
    }

    @Test
    void whoLoggedInByCertificateBeforeRegisteringIsTheSameToAgenciesAfterwards() {
        Citizen citizen = Newcomers.next().withMobile("+34677000003").withEmail("upgrade.unknown@example.com");
        Page page = CertificatePages.open(visitors, clave, certificates.inSoftware(citizen));
        CertificatePages pages = new CertificatePages(page);
        Agency townHall = townHall(page);
        pages.choose("certificate");
        pages.show();
        assertThat(townHall.told("person-identifier")).hasText(citizen.nationalId());
        assertThat(townHall.told("registration")).hasCount(0);
        String subject = subject(page);

        openRegistrationByCertificate(page, citizen);
        assertThat(page.locator("#mobile")).hasValue("");
        RegistrationWalk walk = new RegistrationWalk(page, clave.messages());
        walk.contact(citizen.mobile(), citizen.email());
        walk.enterCodeSentTo(citizen.mobile());
        walk.accept();
        assertThat(page.locator("h1")).hasText(REGISTERED);

        Page anotherBrowser = visitors.open();
        clave.letPass(Duration.ofMinutes(2));
        Agency again = townHall(anotherBrowser);
        new PinPages(anotherBrowser, clave.messages()).logIn(citizen);
        again.knows(citizen);
        assertThat(again.told("registration")).hasText("ADVANCED");
        assertThat(subject(anotherBrowser)).isEqualTo(subject);
    }

    private String registerByLetter(Citizen citizen) {
        RegistrationSteps steps = RegistrationSteps.of(clave, citizen).proveByLetter();
        int already = clave.messages().to(citizen.mobile()).size();
        steps.send("region", "ES", "mobile", citizen.mobile(), "email", citizen.email(), "step", "contact");
        steps.send("code", clave.messages().next(citizen.mobile(), already).pin(), "step", "verify")
                .accept();
        assertThat(steps.heading()).isEqualTo(REGISTERED);
        clave.messages().next(citizen.mobile(), already + 1);
        clave.messages().next(citizen.email(), 0);
        // Another code can be had after half a minute.
        clave.letPass(Duration.ofMinutes(1));
        return steps.activationCode();
    }

    private void openRegistrationByCertificate(Page page, Citizen citizen) {
        page.navigate(clave.node().realmUrl("/registro?via=certificate").toString());
        new RegistrationWalk(page, clave.messages()).identify(citizen);
        page.locator("button[name=step][value='certificate.show']").click();
        page.locator("#mobile").waitFor();
    }

    private Agency townHall(Page page) {
        Agency townHall = Agency.open(page, clave.townHall()).asksForDatum("registration");
        townHall.logIn();
        return townHall;
    }

    /** By which name the agency knows the citizen. */
    private static String subject(Page page) {
        try {
            return new ObjectMapper()
                    .readTree(page.locator("#id-token-claims").textContent())
                    .get("sub")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
