package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One browser at an agency of each kind: OpenID Connect, SAML 2.0, Cl@ve 2. */
@ExtendWith(WorldExtension.class)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(2)
class ThreeProtocolsTest {

    private final Clave clave;
    private final Page page;
    private final PinPages pages;
    private final Agency townHall;
    private final Agency taxAgency;

    ThreeProtocolsTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.page = visitors.open();
        this.pages = new PinPages(page, clave.messages());
        this.townHall = Agency.at(page, clave.townHall());
        this.taxAgency = Agency.at(page, clave.taxAgency());
    }

    @Test
    void whoLoggedInByClave2IsKnownByTheOthersAndALogoutByClave2EndsAll() {
        Citizen citizen = Population.of("99990001P");
        taxAgency.goHome();
        taxAgency.asksForDatum("birthdate").logInByClave2();
        pages.logIn(citizen);
        taxAgency.knows(citizen);
        assertThat(taxAgency.told("method")).hasText("PIN24H");
        assertThat(taxAgency.told("birth-date")).hasText(citizen.birthDate());
        townHall.goHome();
        townHall.logIn();
        townHall.knows(citizen);
        taxAgency.goHome();
        taxAgency.logIn();
        taxAgency.knows(citizen);
        taxAgency.goHome();
        taxAgency.logInByClave2();
        taxAgency.knows(citizen);

        taxAgency.logOut();

        page.waitForURL(clave.taxAgency() + "/logged-out");
        townHall.knowsNobody();
        townHall.logIn();
        assertThat(pages.nationalId()).isVisible();
    }

    @Test
    void aLogoutThatAnotherAgencyBeganEndsTheSessionThatClave2Used() {
        Citizen citizen = Population.of("99990002D");
        townHall.goHome();
        townHall.logIn();
        pages.logIn(citizen);
        townHall.knows(citizen);
        taxAgency.goHome();
        taxAgency.logInByClave2();
        taxAgency.knows(citizen);
        townHall.goHome();

        townHall.logOut();

        // Cl@ve 2 has no message that would tell the tax agency; but it gets nobody logged in any more.
        taxAgency.goHome();
        taxAgency.logInByClave2();
        assertThat(pages.nationalId()).isVisible();
    }

    @Test
    void whoIsLoggedOutElsewhereBySamlIsLoggedOutOfClave2() {
        Citizen citizen = Population.of("99990001P");
        taxAgency.goHome();
        taxAgency.logInByClave2();
        pages.logIn(citizen);
        taxAgency.knows(citizen);
        taxAgency.goHome();
        taxAgency.logIn();
        taxAgency.knows(citizen);

        taxAgency.logOut();

        page.waitForURL(clave.taxAgency() + "/logged-out");
        taxAgency.goHome();
        taxAgency.logInByClave2();
        assertThat(pages.nationalId()).isVisible();
    }

    @Test
    void whereTheLevelIsNotReachedClave2GetsItsOwnError() {
        taxAgency.goHome();
        taxAgency.asksForLevel("high").logInByClave2();
        assertThat(page.locator("#clave-level")).isVisible();

        pages.press("return");

        assertThat(taxAgency.errorCode()).hasText("NoAuthnContext");
        assertThat(page.locator("#error-detail")).containsText("202004");
        taxAgency.knowsNobody();
    }

    @Test
    void whoCancelsIsBackAtTheAgencyWithNothingToldOfThem() {
        taxAgency.goHome();
        taxAgency.logInByClave2();
        assertThat(pages.nationalId()).isVisible();

        pages.press("cancel");

        assertThat(taxAgency.errorCode()).hasText("RequestDenied");
        assertThat(page.locator("#error-detail")).containsText("202007");
        taxAgency.knowsNobody();
    }

    @Test
    void whoIsAskedAnewByClave2ProvesItAgain() {
        Citizen citizen = Population.of("99990003X");
        townHall.goHome();
        townHall.logIn();
        pages.logIn(citizen);
        townHall.knows(citizen);
        taxAgency.goHome();
        pages.letPass(clave, Duration.ofMinutes(1));
        page.locator("input[name=fresh]").check();
        taxAgency.logInByClave2();

        pages.logIn(citizen);

        taxAgency.knows(citizen);
    }
}
