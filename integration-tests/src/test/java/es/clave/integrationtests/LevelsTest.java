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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WorldExtension.class)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(2)
class LevelsTest {

    private final Clave clave;
    private final Visitors visitors;

    LevelsTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @ValueSource(strings = "high")
    void whereNoWayReachesTheLevelTheTownHallGetsAnErrorOfOpenIdConnect(String level) {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.asksForLevel(level).logIn();
        PinPages pages = new PinPages(page, clave.messages());
        assertThat(page.locator("#clave-level")).isVisible();

        pages.press("return");

        assertThat(townHall.errorCode()).hasText("access_denied");
        townHall.knowsNobody();
    }

    @ParameterizedTest
    @ValueSource(strings = "high")
    void whereNoWayReachesTheLevelTheTaxAgencyGetsAnErrorOfSaml(String level) {
        Page page = visitors.open();
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.asksForLevel(level).logIn();
        PinPages pages = new PinPages(page, clave.messages());
        assertThat(page.locator("#clave-level")).isVisible();

        pages.press("return");

        assertThat(taxAgency.errorCode()).containsText("urn:oasis:names:tc:SAML:2.0:status:");
        taxAgency.knowsNobody();
    }

    @Test
    void whoIsLoggedInAndAskedForMoreStaysLoggedInAtTheOtherAgency() {
        Citizen citizen = Population.of("Y0000000Z");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        pages.logIn(citizen);
        townHall.knows(citizen);
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.asksForLevel("high").logIn();

        assertThat(page.locator("#clave-level")).isVisible();
        pages.press("return");

        assertThat(taxAgency.errorCode()).isAttached();
        townHall.goHome();
        townHall.knows(citizen);
        taxAgency.goHome();
        taxAgency.logIn();
        taxAgency.knows(citizen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoCancelsIsBackAtTheAgencyWithNothingToldOfThem(boolean openIdConnect) {
        Page page = visitors.open();
        Agency agency = Agency.open(page, openIdConnect ? clave.townHall() : clave.taxAgency());
        agency.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        assertThat(pages.nationalId()).isVisible();

        pages.press("cancel");

        assertThat(agency.errorCode()).containsText(openIdConnect ? "access_denied" : "RequestDenied");
        agency.knowsNobody();
    }
}
