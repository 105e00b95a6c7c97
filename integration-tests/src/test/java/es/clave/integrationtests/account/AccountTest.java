package es.clave.integrationtests.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Administrator;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Messages.Message;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.AccountPages;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a citizen sees in Mi Cl@ve, and changes there, in a browser. */
@ExtendWith(WorldExtension.class)
// Late: these citizens get other phones and addresses, or leave, and other tests know them as they were.
@Order(Integer.MAX_VALUE - 20)
class AccountTest {

    private static final String SHARED_SETTINGS = "clave";
    private static final String LEVEL_OF_PIN = "level.PIN_SMS.ADVANCED";

    private final Clave clave;
    private final Visitors visitors;
    private final Administrator administrator;

    AccountTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
        this.administrator = new Administrator(clave.node());
    }

    @Test
    void theLoginPageLeadsThereAndItShowsLevelContactDataAndWhereTheCitizenLoggedIn() {
        Citizen citizen = Population.of("99990006J");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        assertThat(page.locator("aside")).isVisible();
        String link = page.locator("aside a[href$='/mi-clave']").getAttribute("href");
        pages.logIn(citizen);
        townHall.knows(citizen);

        page.navigate(clave.node().baseUrl().resolve(link).toString());

        AccountPages account = new AccountPages(page, clave);
        assertThat(account.heading()).hasText("Mi Cl@ve");
        assertThat(account.main()).containsText("Manuel Jiménez Ortega");
        assertThat(account.main()).containsText("***9000**");
        assertThat(account.main()).containsText("registro básico");
        assertThat(account.main()).containsText("con una carta de invitación");
        assertThat(account.main()).containsText("termina en 06");
        assertThat(account.main()).containsText("m•••");
        assertThat(page.locator("table tbody tr").first()).containsText("Mi Cl@ve");
        assertThat(page.locator("table tbody tr").nth(1)).containsText("Cl@ve PIN por SMS");
        assertThat(page.locator("table tbody")).not().containsText("demo-oidc-agency");
        assertThat(page.locator(".history")).containsText("Se registró");
        assertThat(page.content()).doesNotContain(citizen.nationalId()).doesNotContain(citizen.mobile());
    }

    @Test
    void theEmailIsChangedByACodeSentToItAndTheFormerAddressAndThePhoneAreTold() {
        Citizen citizen = Population.of("99990006J");
        Page page = visitors.open();
        AccountPages account = AccountPages.logIn(page, clave, citizen);
        int toFormer = clave.messages().to("manuel.jimenez@example.com").size();
        int toPhone = clave.messages().to(citizen.mobile()).size();

        account.open("/correo");
        account.field("email").fill("manuel@");
        account.press("send");
        assertThat(account.alert()).containsText("no está completa");
        assertThat(account.field("email")).hasValue("manuel@");
        account.field("email").fill("manuel.nuevo@example.org");
        account.press("send");
        String code = clave.messages().next("manuel.nuevo@example.org", 0).pin();
        account.field("emailCode").fill(PinPages.wrong(code));
        account.press("verify");
        assertThat(account.alert()).containsText("Intentos que le quedan: 4");
        account.field("emailCode").fill(code);
        account.press("verify");

        assertThat(account.success()).containsText("Hemos cambiado su correo");
        assertThat(account.main()).containsText("m•••o@example.org");
        assertThat(page.locator(".history")).containsText("Cambió el correo");
        assertThat(clave.messages().next("manuel.jimenez@example.com", toFormer).text())
                .contains("se ha cambiado el correo");
        assertThat(clave.messages().next(citizen.mobile(), toPhone).text()).contains("se ha cambiado el correo");
    }

    @Test
    void aPinAloneChangesNoPhoneRenouncesNothingAndGetsNoActivationCode() {
        Page page = visitors.open();
        AccountPages account = AccountPages.logIn(page, clave, Population.of("99990006J"));
        for (String path : new String[] {"/telefono", "/baja", "/codigo"}) {
            account.open(path);
            assertThat(account.heading()).hasText("Identifíquese con más seguridad");
            assertThat(page.locator("button[value=up]")).isVisible();
        }
        account.press("up");
        page.waitForURL(Pattern.compile(".*/(openid-connect|login-actions)/.*"));
        // As the login comes back that did not reach what was asked for.
        account.open("/telefono?error=access_denied&session_state=x");
        assertThat(account.alert()).containsText("No ha alcanzado el nivel");
        assertThat(page.locator("button[value=up]")).isVisible();
    }

    @Test
    void whoReachedMoreChangesThePhoneByTwoCodesAndWhoHadTheNumberIsToldAndDisabled() {
        Citizen citizen = Population.of("00000000T");
        Citizen holder = Population.of("99990028N");
        administrator.set(SHARED_SETTINGS, LEVEL_OF_PIN, "SUBSTANTIAL");
        try {
            Page page = visitors.open();
            AccountPages account = AccountPages.logIn(page, clave, citizen);
            int toOld = clave.messages().to(citizen.mobile()).size();
            int toNew = clave.messages().to(holder.mobile()).size();
            int mailed = clave.messages().to("cristina.garrido@example.com").size();

            account.open("/telefono");
            account.field("mobile").fill("912 345 678");
            account.press("send");
            assertThat(account.alert()).containsText("no es de un móvil");
            account.field("mobile").fill(holder.mobile());
            account.press("send");
            assertThat(account.heading()).hasText("Escriba lo que ha recibido");
            assertThat(account.main()).not().containsText("registrado");
            String newCode = clave.messages().next(holder.mobile(), toNew).pin();
            String oldCode = clave.messages().next(citizen.mobile(), toOld).pin();
            account.field("newCode").fill(newCode);
            account.press("verify");
            assertThat(account.alert()).containsText("Escriba el código");
            assertThat(account.field("newCode")).hasCount(0);
            account.field("oldCode").fill(oldCode);
            account.press("verify");
            assertThat(account.heading()).hasText("Este móvil ya está registrado");
            account.press("confirm");

            assertThat(account.success()).containsText("Hemos cambiado su móvil");
            assertThat(account.main()).containsText("termina en 27");
            assertThat(clave.messages().next(citizen.mobile(), toOld + 1).text())
                    .contains("se ha cambiado el");
            assertThat(clave.messages().next(holder.mobile(), toNew + 1).text()).contains("otra persona");
            assertThat(clave.messages()
                            .next("cristina.garrido@example.com", mailed)
                            .text())
                    .contains("otra persona");
            theNewPhoneGetsThePin(citizen, holder.mobile());
        } finally {
            administrator.set(SHARED_SETTINGS, LEVEL_OF_PIN, "LOW");
        }
    }

    private void theNewPhoneGetsThePin(Citizen citizen, String mobile) {
        clave.letPass(Duration.ofMinutes(2));
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        int already = clave.messages().to(mobile).size();
        pages.identify(citizen.nationalId(), citizen.datumAsPrinted());
        Message pin = clave.messages().next(mobile, already);
        pages.enter(pin.pin());
        townHall.knows(citizen);
    }

    @Test
    void whoRenouncesIsToldWhatHappensIsLoggedOutEverywhereAndGetsNoPinAnyMore() {
        Citizen citizen = Population.of("99990029J");
        administrator.set(SHARED_SETTINGS, LEVEL_OF_PIN, "SUBSTANTIAL");
        try {
            Page page = visitors.open();
            Agency townHall = Agency.open(page, clave.townHall());
            townHall.logIn();
            new PinPages(page, clave.messages()).logIn(citizen);
            townHall.knows(citizen);
            AccountPages account = new AccountPages(page, clave);
            account.open("/baja");
            assertThat(account.main()).containsText("cerraremos ahora mismo todas sus sesiones");
            account.press("leave");
            assertThat(account.alert()).containsText("Marque la casilla");
            int told = clave.messages().to(citizen.mobile()).size();
            int mailed = clave.messages().to("diego.cano@example.com").size();
            account.field("understood").check();
            account.press("leave");

            assertThat(account.heading()).hasText("Ha renunciado a Cl@ve");
            assertThat(clave.messages().next(citizen.mobile(), told).text()).contains("ha renunciado");
            assertThat(clave.messages().next("diego.cano@example.com", mailed).text())
                    .contains("ha renunciado");
            townHall.goHome();
            townHall.knowsNobody();
            account.open("");
            PinPages pages = new PinPages(page, clave.messages());
            assertThat(page.locator("#clave-ways, #nationalId").first()).isVisible();
            clave.letPass(Duration.ofMinutes(2));
            int before = clave.messages().to(citizen.mobile()).size();
            pages.identify(citizen.nationalId(), citizen.datumAsPrinted());
            assertThat(pages.code()).isVisible();
            assertThat(clave.messages().to(citizen.mobile())).hasSize(before);
        } finally {
            administrator.set(SHARED_SETTINGS, LEVEL_OF_PIN, "LOW");
        }
    }
}
