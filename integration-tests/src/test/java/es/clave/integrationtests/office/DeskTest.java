package es.clave.integrationtests.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.OfficerApp;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.OfficePages;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What officers do at the registrar's desk, to the citizens' login that comes of it. */
@ExtendWith(WorldExtension.class)
// Late: these citizens get other phones, or leave, and other tests know them as they were.
@Order(Integer.MAX_VALUE - 25)
class DeskTest {

    private final Clave clave;
    private final Visitors visitors;

    DeskTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void whoComesByAppointmentIsRegisteredAndLogsInAtAnAgency() {
        Citizen citizen = Population.of("Z9990006F");
        OfficePages pages = OfficePages.open(visitors.open(), clave, citizen);
        pages.slotsOfTheNearestTo("28013");
        Instant start = start(pages);
        pages.times().first().click();
        pages.book("+34611000010", "");
        assertThat(pages.heading()).hasText("Tiene cita");
        clave.letPass(Duration.between(clave.now(), start.minus(Duration.ofMinutes(5))));

        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        assertThat(desk.heading()).hasText("Mostrador de registro");
        assertThat(desk.expected().filter(named(citizen))).containsText("****0006*");
        desk.expected().filter(named(citizen)).locator("button").click();
        desk.page().locator("#contrastDatum").fill(citizen.datumAsPrinted());
        desk.press("verify");
        assertThat(desk.page().locator(".facts"))
                .containsText(citizen.birthDate().substring(0, 4));
        desk.checkedAnd("register");
        desk.prove(clave, "+34611000011", "chiara@example.com");
        desk.complete();
        assertThat(desk.heading()).hasText("Imprima y firme el resguardo");
        byte[] receipt = desk.page()
                .request()
                .post(
                        desk.page().locator("#clave-desk-print").getAttribute("action"),
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set(
                                                "formToken",
                                                desk.page()
                                                        .locator("[name=formToken]")
                                                        .first()
                                                        .inputValue())))
                .body();
        assertThat(new String(receipt, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        desk.press("signed");
        assertThat(desk.news()).containsText("El registro está completo");
        assertThat(desk.expected().filter(named(citizen))).containsText("Atendida");

        logsIn(citizen, "+34611000011", "ADVANCED");
    }

    private static com.microsoft.playwright.Locator.FilterOptions named(Citizen citizen) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(citizen.givenName());
    }

    private static Instant start(OfficePages pages) {
        String step = pages.times().first().getAttribute("value");
        return Instant.ofEpochSecond(Long.parseLong(step.substring(step.indexOf(':') + 1)));
    }

    private void logsIn(Citizen citizen, String mobile, String level) {
        Citizen registered = citizen.withMobile(mobile);
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall()).asksForDatum("registration");
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(registered);
        townHall.knows(registered);
        assertThat(townHall.told("registration")).hasText(level);
    }

    @Test
    void aMinorIsRegisteredWithTheGuardiansDocumentOnly() {
        Citizen minor = Population.of("Z9990012J");
        Citizen guardian = Population.of("99990015E");
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(minor);
        desk.checkedAnd("register");
        assertThat(desk.alert()).containsText("Escriba su DNI o NIE");

        fillGuardian(desk, Population.of("99990023F"));
        desk.checkedAnd("register");
        assertThat(desk.alert()).containsText("también es menor de edad");
        fillGuardian(desk, minor);
        desk.checkedAnd("register");
        assertThat(desk.alert()).containsText("Es el documento de la persona menor");
        fillGuardian(desk, guardian);
        desk.checkedAnd("register");
        desk.prove(clave, "+34611000012", "");
        desk.complete();
        desk.press("signed");

        assertThat(desk.news()).isVisible();
        logsIn(minor, "+34611000012", "ADVANCED");
    }

    private static void fillGuardian(DeskPages desk, Citizen guardian) {
        desk.page().locator("#guardianId").fill(guardian.nationalId());
        desk.page().locator("#guardianDatum").fill(guardian.datumAsPrinted());
    }

    @Test
    void whoIsSentAwayIsNotRegistered() {
        Citizen citizen = Population.of("Z9990005Y");
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(citizen);
        desk.refuse("refuse", "DOCUMENT");

        assertThat(desk.news()).containsText("La visita ha terminado sin cambios");
        desk.lookUp(citizen);
        assertThat(desk.page().locator(".facts")).containsText("no está registrada");
    }

    @Test
    void aRegistrationThatIsNotSignedIsStoppedAtOnceAndCanBeMadeAgain() {
        Citizen citizen = Population.of("99990032Q");
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(citizen);
        assertThat(desk.page().locator(".facts")).containsText("renunció");
        desk.checkedAnd("register");
        desk.prove(clave, "+34600000032", "teresa@example.com");
        desk.complete();
        desk.refuse("unsigned", "NOT_WANTED");
        assertThat(desk.news()).containsText("detenido");

        desk.lookUp(citizen);
        assertThat(desk.page().locator(".facts")).containsText("desactivado");
        desk.checkedAnd("register");
        // Another code can be had in half a minute.
        clave.letPass(Duration.ofMinutes(1));
        desk.prove(clave, "+34600000032", "teresa@example.com");
        desk.complete();
        desk.press("signed");

        logsIn(citizen, "+34600000032", "ADVANCED");
    }

    @Test
    void theMobileIsChangedAndTheFormerOneIsTold() {
        Citizen citizen = Population.of("99990034H");
        int before = clave.messages().to(citizen.mobile()).size();
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        desk.lookUp(citizen);
        desk.checkedAnd("mobile");
        desk.prove(clave, "+34611000013", "");
        desk.complete();

        assertThat(desk.news()).containsText("El móvil está cambiado");
        assertThat(clave.messages().next(citizen.mobile(), before).text()).contains("se ha cambiado su movil");
        logsIn(citizen, "+34611000013", "BASIC");
    }

    @Test
    void whoRenouncesIsToldAndLogsInNoMore() {
        Citizen citizen = Population.of("Z9990002A");
        int before = clave.messages().to(citizen.mobile()).size();
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        desk.lookUp(citizen);
        desk.checkedAnd("renounce");
        desk.press("confirm-renounce");

        assertThat(desk.news()).containsText("ha renunciado");
        assertThat(clave.messages().next(citizen.mobile(), before).text()).contains("ha renunciado");
        desk.lookUp(citizen);
        assertThat(desk.page().locator(".facts")).containsText("renunció");
        assertThat(desk.page().locator("button[value=mobile]")).hasCount(0);
    }

    @Test
    void aMobileThatIsSomebodyElsesIsTakenOnlyIfThePersonWantsIt() {
        Citizen holder = Population.of("99990024P");
        Citizen citizen = Population.of("99990030Z");
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(citizen);
        desk.checkedAnd("register");
        desk.prove(clave, holder.mobile(), "");
        int before = clave.messages().to(holder.mobile()).size();
        desk.complete();
        assertThat(desk.alert()).containsText("Confirme que la persona sabe");
        desk.page().locator("#takeover").check();
        desk.complete();
        desk.press("signed");

        assertThat(desk.news()).isVisible();
        assertThat(clave.messages().to(holder.mobile()).size()).isGreaterThan(before);
        desk.lookUp(holder);
        assertThat(desk.page().locator(".facts")).containsText("desactivado");
    }

    @Test
    void aNewOfficerSetsUpTheSecondFactorAtTheFirstLogin() {
        DeskPages desk = DeskPages.open(visitors.open(), clave);
        desk.password("registrador.nuevo", "mostrador-de-leon");
        assertThat(desk.page().locator("#totp")).isVisible();
        desk.page().locator("#mode-manual").click();
        String secret = desk.page().locator("#kc-totp-secret-key").textContent();
        desk.page().locator("#totp").fill(OfficerApp.withTypedSecret(secret).code());
        desk.page().locator("#userLabel").fill("mi teléfono");
        desk.page().locator("#saveTOTPBtn").click();

        assertThat(desk.heading()).hasText("Mostrador de registro");
        assertThat(desk.page().locator(".desk-officer")).containsText("León");
    }

    @Test
    void aPasswordAloneOpensNothing() {
        DeskPages desk = DeskPages.open(visitors.open(), clave);
        desk.password("registradora.madrid", "mostrador-de-madrid");
        assertThat(desk.page().locator("#otp")).isVisible();
        Response answer = desk.page().navigate(DeskPages.address(clave).toString());

        assertThat(answer.ok()).isTrue();
        assertThat(desk.page().locator("#clave-desk-look-up")).hasCount(0);
        assertThat(desk.page().locator("#username, #otp").first()).isVisible();
    }
}
