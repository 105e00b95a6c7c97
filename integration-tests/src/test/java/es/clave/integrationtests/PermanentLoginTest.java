package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.ActivationCodes;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PermanentPages;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.WayPages;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WorldExtension.class)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(3)
class PermanentLoginTest {

    private static final String LOW = "http://eidas.europa.eu/LoA/low";
    private static final String SUBSTANTIAL = "http://eidas.europa.eu/LoA/substantial";
    private static final Citizen ADVANCED = Population.of("99990001P");
    private static final Citizen BASIC = Population.of("99990002D");

    private final Clave clave;
    private final Visitors visitors;

    PermanentLoginTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void fromTheReceiptToTheTownHallAndOnToTheTaxAgencyAtSubstantial() {
        Citizen citizen = Population.of("99990013C");
        String password = "ocho patos y un buzon";
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.asksForLevel("substantial").logIn();
        PermanentPages pages = permanent(page);
        int already = pages.messagesOf(citizen);
        pages.activate(citizen, ActivationCodes.newFor(citizen, clave), password);
        assertThat(page.locator(".strength")).containsText("Fortaleza");
        pages.press("continue");

        townHall.knows(citizen);
        assertThat(townHall.told("level-uri")).hasText(SUBSTANTIAL);
        assertThat(clave.messages().next(citizen.mobile(), already + 1).text())
                .contains("contrasena nueva de Cl@ve Permanente");
        assertThat(clave.messages().next(citizen.email(), 0).text()).contains("contraseña nueva");

        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.asksForLevel("substantial").logIn();
        taxAgency.knows(citizen);
        assertThat(taxAgency.told("level-uri")).hasText(SUBSTANTIAL);

        Page another = visitors.open();
        Agency again = Agency.open(another, clave.townHall());
        again.logIn();
        permanent(another).logIn(citizen, password);
        again.knows(citizen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePasswordAloneIsEnoughAtLow(boolean openIdConnect) {
        Page page = visitors.open();
        Agency agency = Agency.open(page, openIdConnect ? clave.townHall() : clave.taxAgency());
        agency.logIn();
        PermanentPages pages = permanent(page);
        int already = pages.messagesOf(ADVANCED);
        pages.logIn(ADVANCED, ADVANCED.password());

        agency.knows(ADVANCED);
        assertThat(agency.told("level-uri")).hasText(LOW);
        assertThat(pages.messagesOf(ADVANCED)).isEqualTo(already);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCodeFollowsThePasswordAtSubstantial(boolean openIdConnect) {
        Page page = visitors.open();
        Agency agency = Agency.open(page, openIdConnect ? clave.townHall() : clave.taxAgency());
        agency.asksForLevel("substantial").logIn();
        PermanentPages pages = permanent(page);
        int already = pages.messagesOf(ADVANCED);
        pages.logIn(ADVANCED, ADVANCED.password());
        assertThat(pages.code()).isVisible();
        String right = clave.messages().next(ADVANCED.mobile(), already).pin();
        pages.code().fill(PinPages.wrong(right));
        pages.press("verify");
        assertThat(pages.alert()).containsText("El código no es correcto. Intentos que le quedan: 4");
        pages.code().fill(right);
        pages.press("verify");

        agency.knows(ADVANCED);
        assertThat(agency.told("level-uri")).hasText(SUBSTANTIAL);
    }

    @Test
    void whoIsLoggedInByThePasswordIsAskedForTheCodeOnly() {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PermanentPages pages = permanent(page);
        pages.logIn(ADVANCED, ADVANCED.password());
        townHall.knows(ADVANCED);

        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.asksForLevel("substantial").logIn();
        pages.choose();
        assertThat(page.locator("#clave-permanent-request")).isVisible();
        assertThat(page.locator("#password")).hasCount(0);
        int already = pages.messagesOf(ADVANCED);
        pages.press("request");
        pages.enterCode(ADVANCED, already);

        taxAgency.knows(ADVANCED);
        assertThat(taxAgency.told("level-uri")).hasText(SUBSTANTIAL);
    }

    @Test
    void whoIsLoggedInByPinTypesThePasswordAndNotTheNumberAgain() {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(ADVANCED);
        townHall.knows(ADVANCED);

        townHall.asksForLevel("substantial").logIn();
        PermanentPages pages = new PermanentPages(page, clave.messages()).choose();
        assertThat(page.locator("#password")).isVisible();
        assertThat(page.locator("#nationalId")).hasCount(0);
        clave.letPass(Duration.ofSeconds(31));
        int already = pages.messagesOf(ADVANCED);
        pages.enterPassword(ADVANCED.password());
        pages.enterCode(ADVANCED, already);

        assertThat(townHall.told("level-uri")).hasText(SUBSTANTIAL);
    }

    @Test
    void aBasicCitizenLearnsThatTheRegistrationIsTooLowAndGetsNoCode() {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.asksForLevel("substantial").logIn();
        PermanentPages pages = permanent(page);
        int already = pages.messagesOf(BASIC);
        pages.logIn(BASIC, BASIC.password());

        assertThat(page.locator("#clave-level")).isVisible();
        assertThat(page.locator("main")).containsText("registro básico");
        assertThat(pages.messagesOf(BASIC)).isEqualTo(already);
        pages.press("return");
        assertThat(townHall.errorCode()).hasText("access_denied");
    }

    @Test
    void aForgottenPasswordIsSetAnewByANewActivationCode() {
        Citizen citizen = Population.of("99990015E");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PermanentPages pages = permanent(page);
        pages.activate(citizen, ActivationCodes.newFor(citizen, clave), "tres lunas en un cajon");
        pages.press("continue");
        townHall.knows(citizen);

        clave.letPass(Duration.ofSeconds(31));
        Page other = visitors.open();
        Agency taxAgency = Agency.open(other, clave.taxAgency());
        taxAgency.logIn();
        PermanentPages again = permanent(other);
        again.activate(citizen, ActivationCodes.newFor(citizen, clave), "cinco olas sin espuma");
        again.press("continue");
        taxAgency.knows(citizen);

        Page third = visitors.open();
        Agency.open(third, clave.townHall()).logIn();
        PermanentPages later = permanent(third);
        later.logIn(citizen, "tres lunas en un cajon");
        assertThat(later.alert()).containsText("no son correctos");
        later.enterPassword("cinco olas sin espuma");
        Agency.at(third, clave.townHall()).knows(citizen);
    }

    @Test
    void aPasswordIsChangedAtAnAddressOfItsOwnByWhoKnowsIt() {
        Citizen citizen = Population.of("99990017R");
        Page page = visitors.open();
        page.navigate(clave.node().realmUrl("/permanente/activar").toString());
        PermanentPages pages = new PermanentPages(page, clave.messages());
        pages.activate(citizen, ActivationCodes.newFor(citizen, clave), "nueve mapas y un reloj");
        pages.press("continue");
        assertThat(page.locator("#clave-permanent-account")).isVisible();

        change(page, "no era esta clave", "diez sillas bajo un pino");
        assertThat(pages.alert()).containsText("La contraseña actual no es correcta. Intentos que le quedan: 4");
        change(page, "nueve mapas y un reloj", "nueve mapas y un reloj");
        assertThat(pages.alert()).containsText("Esa es la contraseña que ya tenía");
        change(page, "nueve mapas y un reloj", "diez sillas bajo un pino");
        assertThat(page.locator("[role=status].alert")).containsText("Ha cambiado su contraseña");

        Page another = visitors.open();
        Agency townHall = Agency.open(another, clave.townHall());
        townHall.logIn();
        permanent(another).logIn(citizen, "diez sillas bajo un pino");
        townHall.knows(citizen);
    }

    private static void change(Page page, String current, String password) {
        page.locator("#password").fill(current);
        page.locator("#newPassword").fill(password);
        page.locator("#repeatedPassword").fill(password);
        page.locator("button[name=step][value=change]").click();
    }

    @Test
    void fiveWrongPasswordsLockUntilTheNextActivationAndPinStillWorks() {
        Citizen citizen = Population.of("99990008S");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PermanentPages pages = permanent(page);
        pages.activate(citizen, ActivationCodes.newFor(citizen, clave), "seis nubes de algodon");
        pages.press("continue");
        townHall.knows(citizen);

        Page other = visitors.open();
        Agency.open(other, clave.townHall()).logIn();
        PermanentPages guesser = permanent(other);
        guesser.logIn(citizen, "no es esta 1");
        for (int left = 4; left > 0; left--) {
            assertThat(guesser.alert()).containsText("Intentos que le quedan: " + left);
            guesser.enterPassword("no es esta " + left);
        }
        assertThat(guesser.alert()).containsText("está bloqueada");
        guesser.enterPassword("seis nubes de algodon");
        assertThat(guesser.alert()).containsText("está bloqueada");

        new WayPages(other).change();
        clave.letPass(Duration.ofSeconds(31));
        new PinPages(other, clave.messages()).logIn(citizen);
        Agency.at(other, clave.townHall()).knows(citizen);

        clave.letPass(Duration.ofSeconds(31));
        Page third = visitors.open();
        Agency later = Agency.open(third, clave.townHall());
        later.logIn();
        PermanentPages owner = permanent(third);
        owner.activate(citizen, ActivationCodes.newFor(citizen, clave), "siete faros sin mar");
        owner.press("continue");
        later.knows(citizen);
    }

    private PermanentPages permanent(Page page) {
        return new PermanentPages(page, clave.messages()).choose();
    }
}
