package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import es.clave.integrationtests.harness.Administrator;
import es.clave.integrationtests.harness.Axe;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.VirtualAuthenticator;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.AccountPages;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PasskeyPages;
import es.clave.integrationtests.pages.PinPages;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passkeys, made and used by Chromium's virtual authenticator: in Mi Cl@ve, at both agencies, and by who has no right to. */
@ExtendWith(WorldExtension.class)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(3)
class PasskeyTest {

    private static final String LEVEL = "http://eidas.europa.eu/LoA/";
    private static final String SHARED_SETTINGS = "clave";
    private static final String LEVEL_OF_PIN = "level.PIN_SMS.ADVANCED";
    private static final int SMALL_PHONE = 360;

    private final Clave clave;
    private final Visitors visitors;
    private final Administrator administrator;

    PasskeyTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
        this.administrator = new Administrator(clave.node());
    }

    /** A way to reach the level that needs no device of its own. */
    @BeforeEach
    void letAPinBeEnoughForWhoIsRegisteredInPerson() {
        administrator.set(SHARED_SETTINGS, LEVEL_OF_PIN, "SUBSTANTIAL");
    }

    @AfterEach
    void letAPinBeWhatItIs() {
        administrator.set(SHARED_SETTINGS, LEVEL_OF_PIN, "");
    }

    @Test
    void aPasskeyAddedInMiClaveLogsInAtBothAgenciesUntilItIsRemoved() {
        Citizen citizen = Population.of("99990009Q");
        Page page = visitors.open();
        VirtualAuthenticator device = VirtualAuthenticator.in(page);
        PasskeyPages passkeys = new PasskeyPages(page, clave);
        AccountPages account = AccountPages.logIn(page, clave, citizen);
        int told = clave.messages().to(citizen.mobile()).size();
        account.open(PasskeyPages.LIST);
        assertThat(account.main()).containsText("No tiene ninguna");
        passkeys.add("Portátil de casa");
        assertThat(account.success()).containsText("Hemos añadido la llave de acceso");
        assertThat(page.locator("h2").first()).hasText("Portátil de casa");
        assertThat(clave.messages().next(citizen.mobile(), told).text()).contains("se ha añadido una llave de acceso");
        assertThat(device.passkeys()).hasSize(1);
        letAPinBeWhatItIs();

        page.context().clearCookies();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.asksForLevel("substantial").logIn();
        passkeys.use();
        townHall.knows(citizen);
        assertThat(townHall.told("level-uri")).hasText(LEVEL + "substantial");

        page.context().clearCookies();
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.logIn();
        passkeys.use();
        taxAgency.knows(citizen);
        assertThat(taxAgency.told("level-uri")).hasText(LEVEL + "substantial");

        // Where a number is typed the browser offers it by itself; this one takes what it is offered.
        page.context().clearCookies();
        townHall.goHome();
        townHall.logIn();
        page.locator("button[name=way][value=permanent]").click();
        townHall.knows(citizen);

        account.open(PasskeyPages.LIST);
        account.press("remove");
        assertThat(account.success()).containsText("Hemos quitado la llave de acceso");
        assertThat(account.main()).containsText("No tiene ninguna");
        assertThat(clave.messages().next(citizen.mobile(), told + 1).text()).contains("se ha quitado una llave");
        page.context().clearCookies();
        townHall.goHome();
        townHall.logIn();
        passkeys.use();
        assertThat(account.alert()).containsText("No hemos podido aceptar esa llave");
        page.locator("button[value=cancel]").click();
        assertThat(townHall.errorCode()).hasText("access_denied");
    }

    @Test
    void aPasskeyThatDoesNotReachTheLevelIsExplainedAndNotOffered() {
        Citizen citizen = Population.of("99990012L");
        Page page = visitors.open();
        VirtualAuthenticator.in(page);
        PasskeyPages passkeys = new PasskeyPages(page, clave);
        AccountPages.logIn(page, clave, citizen);
        passkeys.add("Llave");
        page.context().clearCookies();
        administrator.set(SHARED_SETTINGS, "level.PASSKEY.ADVANCED", "LOW");
        try {
            Agency townHall = Agency.open(page, clave.townHall());
            townHall.asksForLevel("substantial").logIn();
            assertThat(page.locator("#clave-ways, #nationalId").first()).isVisible();
            if (page.locator("button[value=ways]").isVisible()) {
                page.locator("button[value=ways]").click();
            }
            assertThat(page.locator(".way--closed", new Page.LocatorOptions().setHasText("Llave de acceso")))
                    .containsText("No alcanza el nivel de seguridad");
        } finally {
            administrator.set(SHARED_SETTINGS, "level.PASSKEY.ADVANCED", "");
        }
    }

    @Test
    void whoReachedLessThanSubstantialAddsNoneByWhateverAddress() {
        Citizen basic = Population.of("99990010V");
        Page page = visitors.open();
        VirtualAuthenticator device = VirtualAuthenticator.in(page);
        AccountPages account = AccountPages.logIn(page, clave, basic);
        account.open(PasskeyPages.LIST);
        account.press("add");
        // The PIN cannot reach it for this citizen; no other way is theirs.
        assertThat(page.locator("#authenticatorLabel")).hasCount(0);
        assertThat(page.locator("#clave-ways, #clave-level, #clave-passkey, #clave-certificate")
                        .first())
                .isVisible();

        String request = clave.node().realmUrl("/protocol/openid-connect/auth")
                + "?response_type=code&scope=openid&kc_action=clave-passkey&code_challenge_method=S256&code_challenge="
                + "a".repeat(43);
        page.navigate(request + "&client_id=clave-account&redirect_uri="
                + clave.node().realmUrl("/mi-clave" + PasskeyPages.LIST));
        assertThat(account.heading()).hasText("Llaves de acceso");
        assertThat(account.success()).hasCount(0);
        assertThat(account.main()).containsText("No tiene ninguna");

        // An agency cannot ask for it either, at whatever level.
        Page other = visitors.open();
        VirtualAuthenticator.in(other);
        other.navigate(request + "&client_id=demo-oidc-agency&state=x&redirect_uri=" + clave.townHall() + "/callback");
        new PinPages(other, clave.messages()).logIn(Population.of("99990008S"));
        other.waitForURL(url -> url.startsWith(clave.townHall().toString()));
        assertThat(device.passkeys()).isEmpty();
    }

    @Test
    void nobodyGetsInByACopiedDeviceAStrangersPasskeyAnUnverifiedOneOrAnAnswerGivenBefore() {
        Citizen citizen = Population.of("99990013C");
        Page page = visitors.open();
        VirtualAuthenticator device = VirtualAuthenticator.in(page);
        PasskeyPages passkeys = new PasskeyPages(page, clave);
        AccountPages account = AccountPages.logIn(page, clave, citizen);
        passkeys.add("Portátil");
        letAPinBeWhatItIs();
        JsonArray copy = device.passkeys();
        page.context().clearCookies();

        // The answer of this login is kept, as a thief in the middle might.
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        passkeys.choose();
        StringBuilder answer = new StringBuilder();
        page.onRequest(sent -> {
            if (sent.method().equals("POST")
                    && sent.postData() != null
                    && sent.postData().contains("signature=")) {
                answer.append(sent.postData());
            }
        });
        passkeys.ask().click();
        townHall.knows(citizen);
        assertThat(answer).isNotEmpty();
        JsonArray used = device.passkeys();

        // A copy made before that login has an older counter.
        page.context().clearCookies();
        device.become(copy);
        townHall.goHome();
        townHall.logIn();
        passkeys.use();
        assertThat(account.alert()).containsText("No hemos podido aceptar esa llave");

        // The device itself still serves; without finger, face or PIN the browser does not even answer.
        device.become(used);
        device.verifies(false);
        passkeys.ask().click();
        assertThat(passkeys.status()).containsText("No se ha usado ninguna llave");
        device.verifies(true);

        // The old answer, brought to a login that asks something else.
        page.evaluate("""
                answer => {
                  const form = document.querySelector("#clave-passkey");
                  for (const [name, value] of new URLSearchParams(answer)) {
                    const field = form.elements.namedItem(name);
                    if (field) field.value = value;
                  }
                  const step = document.createElement("input");
                  step.name = "step";
                  step.value = "check";
                  form.append(step);
                  form.submit();
                }
                """, answer.toString());
        assertThat(account.alert()).containsText("No hemos podido aceptar esa llave");
        passkeys.ask().click();
        townHall.knows(citizen);

        // Somebody else is logged in here, and is not raised by this passkey.
        JsonArray mine = device.passkeys();
        device.become(new JsonArray());
        page.context().clearCookies();
        townHall.goHome();
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(Population.of("Z9990001W"));
        townHall.told("person-identifier").waitFor();
        device.become(mine);
        townHall.goHome();
        townHall.asksForLevel("substantial").logIn();
        passkeys.use();
        assertThat(account.alert()).containsText("Esa llave es de otra persona");
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, es-ES, 99990015E",
        "DARK, ca-ES, 99990017R",
        "LIGHT, eu-ES, 99990024P",
        "DARK, gl-ES, 99990029J",
        "DARK, en-GB, Z9990007P"
    })
    void everyPageIsSoundOnASmallPhoneInEveryLanguage(ColorScheme scheme, String locale, String nationalId) {
        Page page = visitors.open(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setLocale(locale)
                .setViewportSize(SMALL_PHONE, 740));
        VirtualAuthenticator.in(page);
        PasskeyPages passkeys = new PasskeyPages(page, clave);
        AccountPages account = AccountPages.logIn(page, clave, Population.of(nationalId));
        account.open(PasskeyPages.LIST);
        check(page, "the empty list");
        account.press("add");
        page.locator("#authenticatorLabel").fill(" ");
        check(page, "the page that adds");
        passkeys.ask().click();
        assertThat(account.alert()).isVisible();
        check(page, "the page of a name that is missing");
        page.locator("#authenticatorLabel").fill("Llave " + locale.toUpperCase(Locale.ROOT));
        passkeys.ask().click();
        assertThat(account.success()).isVisible();
        check(page, "the list");
        account.press("remove");
        assertThat(account.success()).isVisible();
        page.context().clearCookies();
        Agency.open(page, clave.townHall()).logIn();
        check(page, "the choice");
        passkeys.use();
        assertThat(account.alert()).isVisible();
        check(page, "the page of the login");
    }

    private static void check(Page page, String what) {
        assertThat(Axe.violations(page)).as(what).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(what)
                .isLessThanOrEqualTo(SMALL_PHONE);
    }
}
