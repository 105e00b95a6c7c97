package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.AppPhone;
import es.clave.integrationtests.harness.Axe;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.PushService;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.AppPages;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** APP Cl@ve on the citizen's phone: activating it, its parts, giving it up. */
@ExtendWith(WorldExtension.class)
class AppTest {

    private static final String SMALL_PHONE = "360";

    private final Clave clave;

    AppTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void aPhoneIsActivatedByTheCodeOfTheSmsNamedAndGivenUpAndTakesAnotherAway() {
        Citizen citizen = Population.of("Y0000000Z");
        try (AppPhone phone = AppPhone.of(clave);
                AppPhone other = AppPhone.of(clave)) {
            AppPages app = new AppPages(phone, clave);
            phone.open("");
            app.field("nationalId").fill("12345678A");
            app.field("contrastDatum").fill("31/12/2030");
            app.press("Enviar código por SMS");
            assertThat(app.field("nationalId")).hasAttribute("aria-invalid", "true");
            assertThat(app.field("nationalId")).isFocused();
            assertThat(app.field("contrastDatum")).hasValue("31/12/2030");

            int already = clave.messages().to(citizen.mobile()).size();
            app.fillDocument(citizen);
            app.field("deviceName").fill("Mi móvil");
            app.press("Enviar código por SMS");
            String code = clave.messages().next(citizen.mobile(), already).pin();
            assertThat(app.main()).containsText("termina en 51");
            app.field("code").fill(PinPages.wrong(code));
            app.press("Activar");
            assertThat(app.alert()).containsText("Intentos que le quedan: 4");
            app.field("code").fill(code);
            app.press("Activar");
            assertThat(app.heading()).hasText("Móvil activado");
            app.press(app.button("Ahora no").isVisible() ? "Ahora no" : "Continuar");
            assertThat(app.main()).containsText("Hola, " + citizen.givenName());
            assertThat(app.main()).containsText("No hay ninguna");

            // The key is there and cannot be read, not even by the page itself.
            assertThat(phone.page().evaluate("""
                                    async () => {
                                      const { device } = await import(new URL("js/store.js", document.baseURI));
                                      const { keys } = await device();
                                      const refused = await crypto.subtle.exportKey("jwk", keys.privateKey).catch(e => e.name);
                                      return keys.privateKey.extractable + " " + refused;
                                    }
                                    """)).isEqualTo("false InvalidAccessError");

            clave.letPass(Duration.ofMinutes(2));
            AppPages second = new AppPages(other, clave);
            second.activate(citizen);
            second.go("settings");
            assertThat(other.page().locator("[data-device]")).hasCount(2);
            second.go("history");
            assertThat(second.main()).containsText("Todavía no hay nada");

            app.go("settings");
            assertThat(phone.page().locator("[data-device]")).hasCount(2);
            phone.page().locator("[data-device] summary").first().click();
            phone.page().locator("[data-device] input").first().fill("El de siempre");
            phone.page().locator("[data-device] form .button").first().click();
            assertThat(phone.page().locator("[data-device] h3").first()).hasText("El de siempre");
            phone.page()
                    .locator("[data-device]")
                    .nth(1)
                    .locator(".button--danger")
                    .click();
            phone.page().locator("dialog .button--danger").click();
            assertThat(phone.page().locator("[data-device]")).hasCount(1);

            second.go("home");
            assertThat(second.heading()).hasText("Active este móvil");
            assertThat(second.main()).containsText("Este móvil ya no está activado");

            app.press("Desactivar");
            phone.page().locator("dialog .button--danger").click();
            assertThat(app.heading()).hasText("Active este móvil");
            phone.page().reload();
            assertThat(app.heading()).hasText("Active este móvil");
        }
    }

    @Test
    void theAppIsInstallableAndOpensWithoutANetwork() {
        try (AppPhone phone = AppPhone.of(clave)) {
            phone.open("");
            AppPages app = new AppPages(phone, clave);
            assertThat(app.heading()).hasText("Active este móvil");
            phone.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
            assertThat(phone.page().evaluate("""
                                    async () => {
                                      const manifest = await (await fetch(document.querySelector("link[rel=manifest]").href)).json();
                                      const icons = await Promise.all(manifest.icons.map(icon => fetch(icon.src)));
                                      return manifest.display + " " + icons.every(icon => icon.ok);
                                    }
                                    """)).isEqualTo("standalone true");

            phone.page().context().setOffline(true);
            phone.page().reload();
            assertThat(app.heading()).hasText("Active este móvil");
            app.fillDocument(Population.of("Y0000000Z"));
            app.press("Enviar código por SMS");
            assertThat(app.alert()).containsText("No hay conexión con Cl@ve");
            assertThat(app.field("nationalId")).hasValue("Y0000000Z");
        }
    }

    @Test
    void aPushMessageIsShownInTheLanguageOfTheApp() {
        try (AppPhone phone = AppPhone.of(clave, new Browser.NewContextOptions().setLocale("gl-ES"))) {
            Page page = phone.page();
            page.context().grantPermissions(List.of("notifications"));
            phone.open("");
            page.waitForFunction("() => navigator.serviceWorker.controller !== null");
            assertThat(eventually(page, "async () => (await caches.match('chosen-language'))?.text()"))
                    .isEqualTo("gl");

            new PushService(page)
                    .deliver("{\"type\":\"request\",\"id\":\"1\",\"kind\":\"TYPED\",\"agencyName\":\"Concello\"}");

            assertThat(eventually(page, """
                            async () => {
                              const [shown] = await (await navigator.serviceWorker.ready).getNotifications();
                              return shown && shown.title + " " + shown.body;
                            }
                            """))
                    .isEqualTo("É vostede quen se identifica? Petición de Concello. Ábraa para confirmar ou rexeitar.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, es-ES, 99990004B, Active este móvil",
        "DARK, ca-ES, 99990010V, Activi aquest mòbil",
        "LIGHT, eu-ES, 99990011H, Aktibatu mugikor hau",
        "DARK, gl-ES, Z9990001W, Active este móbil",
        "DARK, en-GB, Z9990007P, Activate this phone"
    })
    void everyScreenIsSoundOnASmallPhoneInEveryLanguage(
            ColorScheme scheme, String locale, String nationalId, String title) {
        Citizen citizen = Population.of(nationalId);
        try (AppPhone phone = AppPhone.of(
                clave, new Browser.NewContextOptions().setLocale(locale).setColorScheme(scheme))) {
            AppPages app = new AppPages(phone, clave);
            Page page = phone.page();
            phone.open("");
            assertThat(app.heading()).hasText(title);
            check(page, "the first screen");
            page.locator("form .button--primary").click();
            assertThat(app.alert()).isVisible();
            check(page, "what is missing");
            app.fillDocument(citizen);
            int already = clave.messages().to(citizen.mobile()).size();
            page.locator("form .button--primary").click();
            String code = clave.messages().next(citizen.mobile(), already).pin();
            check(page, "the code");
            app.field("code").fill(code);
            page.locator("form .button--primary").click();
            assertThat(page.locator("#code")).hasCount(0);
            check(page, "activated");
            page.locator(".actions .button").last().click();
            for (String part : List.of("home", "scan", "history", "settings")) {
                app.go(part);
                assertThat(page.locator(".tab--" + part)).hasAttribute("aria-current", "page");
                check(page, part);
            }
            page.locator("[data-device]").waitFor();
            check(page, "the devices");
            page.locator("section[aria-labelledby=part-deactivate] .button").click();
            check(page, "the question");
            page.locator("dialog .button--danger").click();
            assertThat(app.heading()).hasText(title);
        }
    }

    /** What this comes to once it comes to something. */
    private static Object eventually(Page page, String function) {
        return page.evaluate("""
                async () => {
                  const ask = %s;
                  for (let times = 0; times < 100; times++) {
                    const answer = await ask();
                    if (answer) return answer;
                    await new Promise(resolve => setTimeout(resolve, 100));
                  }
                  return "nothing";
                }
                """.formatted(function.strip()));
    }

    private static void check(Page page, String what) {
        assertThat(Axe.violations(page)).as(what).isEmpty();
        assertThat(page.evaluate("String(document.documentElement.scrollWidth)"))
                .as(what)
                .isEqualTo(SMALL_PHONE);
    }
}
