package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PermanentPages;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One browser at an agency of each kind, and a balancer in front of two nodes that gives each request to the node which did
 * not get the one before. (Redirects stay out of its reach: they go to the node whose address all know.)
 */
@ExtendWith(WorldExtension.class)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(2)
class ThreeProtocolsTwoNodesTest {

    private static final String SUBSTANTIAL = "http://eidas.europa.eu/LoA/substantial";
    private static final Citizen CITIZEN = Population.of("99990001P");

    private final Clave clave;
    private final Page page;
    private final PinPages pin;
    private final Agency townHall;
    private final Agency taxAgency;
    private final Map<Node, Integer> answered = new HashMap<>();
    private int turn;

    ThreeProtocolsTwoNodesTest(@TwoNodes Clave clave, Visitors visitors) {
        this.clave = clave;
        this.page = visitors.open();
        this.pin = new PinPages(page, clave.messages());
        this.townHall = Agency.at(page, clave.townHall());
        this.taxAgency = Agency.at(page, clave.taxAgency());
        page.route(url -> url.startsWith(clave.node().baseUrl() + "/realms/"), this::balance);
    }

    private void balance(Route route) {
        Node node = clave.nodes().get(turn++ % clave.nodes().size());
        answered.merge(node, 1, Integer::sum);
        Map<String, String> headers = new HashMap<>(route.request().headers());
        headers.put("X-Forwarded-Host", clave.node().baseUrl().getRawAuthority());
        String here = route.request()
                .url()
                .replace(clave.node().baseUrl().toString(), node.baseUrl().toString());
        APIResponse response = route.fetch(
                new Route.FetchOptions().setUrl(here).setHeaders(headers).setMaxRedirects(0));
        route.fulfill(new Route.FulfillOptions().setResponse(response));
    }

    @AfterEach
    void bothNodesHadTheirPart() {
        assertThat(answered.keySet()).containsExactlyInAnyOrderElementsOf(clave.nodes());
    }

    @Test
    void aSessionRisesBetweenTheThreeAndEndsForAllByClave2() {
        townHall.goHome();
        townHall.logIn();
        pin.logIn(CITIZEN);
        townHall.knows(CITIZEN);

        taxAgency.goHome();
        taxAgency.asksForLevel("substantial").logIn();
        PermanentPages permanent = new PermanentPages(page, clave.messages());
        permanent.choose();
        assertThat(page.locator("#password")).isVisible();
        // Nobody gets one code right after another.
        pin.letPass(clave, Duration.ofMinutes(1));
        int already = permanent.messagesOf(CITIZEN);
        permanent.enterPassword(CITIZEN.password());
        permanent.enterCode(CITIZEN, already);
        taxAgency.knows(CITIZEN);
        assertThat(taxAgency.told("level-uri")).hasText(SUBSTANTIAL);

        taxAgency.goHome();
        taxAgency.asksForLevel("substantial").logInByClave2();
        taxAgency.knows(CITIZEN);
        assertThat(taxAgency.told("level-uri")).hasText(SUBSTANTIAL);
        assertThat(taxAgency.told("method")).hasText("SEGSOC");
        townHall.goHome();
        townHall.asksForLevel("substantial").logIn();
        townHall.knows(CITIZEN);
        assertThat(townHall.told("level-uri")).hasText(SUBSTANTIAL);

        taxAgency.goHome();
        taxAgency.logOut();

        nobodyIsLoggedIn();
    }

    @Test
    void aLogoutByOpenIdConnectEndsTheSessionOfAllThree() {
        logInAtTheTaxAgencyByBothProtocols();
        townHall.goHome();
        townHall.logIn();
        townHall.knows(CITIZEN);

        townHall.logOut();

        nobodyIsLoggedIn();
    }

    @Test
    void aLogoutBySamlEndsTheSessionOfAllThree() {
        townHall.goHome();
        townHall.logIn();
        pin.logIn(CITIZEN);
        townHall.knows(CITIZEN);
        taxAgency.goHome();
        taxAgency.logInByClave2();
        taxAgency.knows(CITIZEN);
        taxAgency.goHome();
        taxAgency.logIn();
        taxAgency.knows(CITIZEN);

        taxAgency.logOut();

        nobodyIsLoggedIn();
    }

    private void logInAtTheTaxAgencyByBothProtocols() {
        taxAgency.goHome();
        taxAgency.logInByClave2();
        pin.logIn(CITIZEN);
        taxAgency.knows(CITIZEN);
        taxAgency.goHome();
        taxAgency.logIn();
        taxAgency.knows(CITIZEN);
    }

    private void nobodyIsLoggedIn() {
        townHall.knowsNobody();
        taxAgency.knowsNobody();
        taxAgency.logInByClave2();
        assertThat(pin.nationalId()).isVisible();
    }
}
