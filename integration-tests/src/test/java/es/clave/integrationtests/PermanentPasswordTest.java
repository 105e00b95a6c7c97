package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.ActivationCodes;
import es.clave.integrationtests.harness.Axe;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PermanentPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing a password, and how the pages of Cl@ve Permanente look and read. */
@ExtendWith(WorldExtension.class)
class PermanentPasswordTest {

    private static final Citizen CANDIDO = Population.of("00000000T");

    /** More than 128 characters, and nothing else wrong with it. */
    private static final String LONG =
            "la luna baja despacio por el tejado rojo mientras nueve gatos cuentan monedas de"
                    + " chocolate y un faro apaga su voz sobre las olas frias del norte";

    private final Clave clave;
    private final Visitors visitors;

    PermanentPasswordTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void eachBadPasswordHasItsMessageAndAGoodOneIsTaken() {
        PermanentPages pages = atTheActivation(new Browser.NewContextOptions());
        pages.proveActivation(CANDIDO, ActivationCodes.newFor(CANDIDO, clave));

        refused(pages, "corta 1", "corta 1", "Escriba al menos 12 caracteres");
        refused(pages, LONG, "", "Escriba como mucho 128 caracteres");
        refused(pages, "mi 00000000T secreto", "", "lleva su DNI o NIE");
        refused(pages, "el perro de candido", "", "lleva su nombre o un apellido");
        refused(pages, "qwertyuiop123", "", "está en las listas de las más usadas");
        refused(pages, "abcdefghijklmnop", "", "se adivina enseguida");
        refused(pages, "catorce peras al sol", "catorce peras", "no son iguales");
        refused(pages, "", "", "Escriba la contraseña que quiere tener");

        pages.setPassword("catorce peras al sol", "catorce peras al sol");
        assertThat(pages.alert()).hasCount(0);
    }

    private static void refused(PermanentPages pages, String password, String repeated, String message) {
        pages.setPassword(password, repeated);
        assertThat(pages.alert()).containsText(message);
    }

    @ParameterizedTest
    @CsvSource({
        "Z9990003G, LIGHT, es-ES, 1280, 'Active Cl@ve Permanente'",
        "Y0000000Z, DARK, eu-ES, 360, 'Aktibatu Cl@ve Iraunkorra'",
        "99990018W, LIGHT, gl-ES, 320, 'Active Cl@ve Permanente'",
        "99990033V, DARK, ca-ES, 360, 'Activeu Cl@ve Permanent'",
        "99990034H, LIGHT, en-GB, 320, 'Activate Cl@ve Permanente'"
    })
    void everyPageIsSoundInItsLanguageAtItsWidthAndInItsColours(
            String nationalId, ColorScheme scheme, String locale, int width, String heading) {
        Citizen citizen = Population.of(nationalId);
        Page page = visitors.open(new Browser.NewContextOptions()
                .setLocale(locale)
                .setColorScheme(scheme)
                .setViewportSize(width, 740));
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        assertThat(page.locator("#clave-ways")).isVisible();
        sound(page, width, "the ways");
        PermanentPages pages = new PermanentPages(page, clave.messages()).choose();
        sound(page, width, "number and password");
        pages.logIn(citizen, "no es esta");
        assertThat(pages.alert()).isVisible();
        sound(page, width, "a wrong password");
        pages.beginActivation();
        assertThat(page.locator("h1")).hasText(heading);
        page.locator(".help summary").all().forEach(summary -> summary.click());
        sound(page, width, "the activation");
        pages.fillActivation("1", "x", "2");
        assertThat(pages.alert()).isVisible();
        sound(page, width, "the activation with mistakes");
        int already = pages.messagesOf(citizen);
        pages.fillActivation(citizen.nationalId(), citizen.email(), ActivationCodes.newFor(citizen, clave));
        assertThat(pages.code()).isVisible();
        sound(page, width, "the code");
        pages.enterCode(citizen, already);
        assertThat(pages.newPassword()).isVisible();
        pages.setPassword("12345", "");
        assertThat(pages.alert()).isVisible();
        sound(page, width, "the new password");
        pages.setPassword("quince llaves de cobre", "quince llaves de cobre");
        assertThat(page.locator("#clave-permanent-done")).isVisible();
        sound(page, width, "the end of the activation");
        pages.press("continue");
        townHall.knows(citizen);
        page.navigate(clave.node().realmUrl("/permanente").toString());
        assertThat(page.locator("#clave-permanent-account")).isVisible();
        sound(page, width, "the page of the account");
    }

    private static void sound(Page page, int width, String what) {
        assertThat(Axe.violations(page)).as("violations on %s", what).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", what)
                .isLessThanOrEqualTo(width);
    }

    @Test
    void passwordManagersFindWhatTheyLookFor() {
        PermanentPages pages = atTheActivation(new Browser.NewContextOptions());
        Page page = pages.page();
        assertThat(page.locator("#nationalId")).hasAttribute("autocomplete", "username webauthn");
        assertThat(page.locator("#password")).hasAttribute("autocomplete", "current-password");
        Citizen citizen = Population.of("X0000000T");
        pages.proveActivation(citizen, ActivationCodes.newFor(citizen, clave));
        assertThat(page.locator("#username")).hasValue("X0000000T");
        assertThat(page.locator("#newPassword")).hasAttribute("autocomplete", "new-password");
        assertThat(page.locator("#repeatedPassword")).hasAttribute("autocomplete", "new-password");
        page.locator("[data-reveal=newPassword]").click();
        assertThat(page.locator("#newPassword")).hasAttribute("type", "text");
    }

    @Test
    void anActivationGoesThroughWithoutJavaScript() {
        Citizen citizen = Population.of("99990010V");
        PermanentPages pages = atTheActivation(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        pages.activate(citizen, ActivationCodes.newFor(citizen, clave), "veinte hojas de roble");
        pages.press("continue");
        Agency.at(pages.page(), clave.townHall()).knows(citizen);
    }

    private PermanentPages atTheActivation(Browser.NewContextOptions options) {
        Page page = visitors.open(options);
        Agency.open(page, clave.townHall()).logIn();
        return new PermanentPages(page, clave.messages()).choose();
    }
}
