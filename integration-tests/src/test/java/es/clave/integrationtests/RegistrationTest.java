package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.LetterReader;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.RegistrationSteps;
import es.clave.integrationtests.pages.RegistrationWalk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an agency's login to being registered, and back to that login. */
@ExtendWith(WorldExtension.class)
class RegistrationTest {

    private final Clave clave;
    private final Visitors visitors;

    RegistrationTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void whoIsSentByAnAgencyRegistersAndIsInAtThatAgency() throws IOException {
        Citizen citizen = Newcomers.next();
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        RegistrationWalk pages = new RegistrationWalk(page, clave.messages());

        pages.fromTheLogin();
        pages.identify(citizen);
        pages.proveByLetter(citizen);
        pages.contact(citizen.mobile(), "nueva@example.com");
        pages.enterCodeSentTo(citizen.mobile());
        assertThat(page.locator(".facts")).containsText(citizen.nationalId());
        assertThat(page.locator(".facts")).containsText("nueva@example.com");
        int already = clave.messages().to(citizen.mobile()).size();
        pages.accept();

        assertThat(page.locator("h1")).hasText("Ya está registrado");
        String code = page.locator(".code__value").textContent();
        Download receipt =
                page.waitForDownload(() -> page.locator("a[download]").click());
        byte[] pdf = Files.readAllBytes(receipt.path());
        assertThat(LetterReader.code(pdf)).isEqualTo(code);
        assertThat(LetterReader.text(pdf)).contains(citizen.nationalId());
        assertThat(clave.messages().next(citizen.mobile(), already).text()).contains("ya esta registrado");
        assertThat(clave.messages().to("nueva@example.com")).hasSize(1);

        pages.press("leave");
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
    }

    @Test
    void theReceiptIsGoneOnceItsPageWasLeft() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next());
        steps.register("+34622000001");
        URI receipt = URI.create(steps.page().page().select("a[download]").attr("abs:href"));
        assertThat(steps.visitor().get(receipt).status()).isEqualTo(200);
        assertThat(steps.visitor().get(receipt).status())
                .as("a download that failed is tried again")
                .isEqualTo(200);

        steps.send("step", "leave");

        assertThat(steps.heading()).isEqualTo("Ha salido del registro");
        assertThat(steps.visitor().get(receipt).status()).isEqualTo(404);
        assertThat(steps.visitor().get(clave.node().realmUrl("/registro")).has("nationalId"))
                .isTrue();
    }

    @Test
    void theReceiptsPageLoadedAnewShowsTheSameCode() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).register("+34622000002");
        String code = steps.activationCode();

        steps.send("step", "nothing");

        assertThat(steps.activationCode()).isEqualTo(code);
    }

    @Test
    void whoIsRegisteredByLetterAlreadyIsToldSoOnlyAfterTheLettersCode() {
        Citizen citizen = Newcomers.next();
        RegistrationSteps.of(clave, citizen).register("+34622000003");

        RegistrationSteps again = RegistrationSteps.of(clave, citizen).identify();

        assertThat(again.heading()).isEqualTo("Elija cómo registrarse");
        again.send("step", "letter.begin");
        assertThat(again.page().body()).doesNotContain("Ya está registrado");
    }

    @Test
    void whatWasTypedIsThereWhenGoingBackAndOnlyANewMobileNeedsACode() {
        Citizen citizen = Newcomers.next();
        RegistrationSteps steps =
                RegistrationSteps.of(clave, citizen).proveByLetter().prove("+34622000004");
        assertThat(steps.heading()).isEqualTo("Compruebe y acepte");

        steps.send("step", "change-contact");
        assertThat(steps.page().page().select("#mobile").val()).isEqualTo("+34622000004");
        assertThat(steps.page().page().select("#email").val()).isEqualTo(RegistrationSteps.EMAIL);
        steps.contact("+34622000004");
        assertThat(steps.heading()).isEqualTo("Compruebe y acepte");

        steps.send("step", "change-contact").contact("+34622000005");
        assertThat(steps.heading()).isEqualTo("Escriba el código");
    }

    @Test
    void nobodyIsRegisteredWhoDoesNotAcceptTheConditions() {
        Citizen citizen = Newcomers.next();
        RegistrationSteps steps =
                RegistrationSteps.of(clave, citizen).proveByLetter().prove("+34622000006");

        steps.send("step", "accept");

        assertThat(steps.alert()).contains("tiene que aceptar las condiciones");
        assertThat(steps.accept().heading()).isEqualTo("Ya está registrado");
    }

    @Test
    void eachMistakeInTheContactDataHasItsMessageAndLosesNothingTyped() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).proveByLetter();

        steps.send("region", "PT", "mobile", "21 123 45 67", "email", "ana@ejemplo", "step", "contact");

        assertThat(steps.alert()).contains("Ese número no es", "Esa dirección no está completa");
        assertThat(steps.page().page().select("#mobile").val()).isEqualTo("21 123 45 67");
        assertThat(steps.page().page().select("#email").val()).isEqualTo("ana@ejemplo");
        assertThat(steps.page().page().select("option[selected]").val()).isEqualTo("PT");
    }
}
