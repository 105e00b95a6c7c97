package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
@Order(1)
class PinLoginTest {

    private static final String DNI = "99990001P";
    private static final String PERMANENT_DNI = "99990005N";
    private static final String NIE = "Z9990001W";

    private final Clave clave;
    private final Visitors visitors;

    PinLoginTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @ValueSource(strings = {DNI, PERMANENT_DNI, NIE})
    void aCitizenLogsInAtTheTownHallByOpenIdConnect(String nationalId) {
        Citizen citizen = Population.of(nationalId);
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(citizen);

        townHall.knows(citizen);
        assertThat(townHall.told("level-uri")).hasText("http://eidas.europa.eu/LoA/low");
    }

    @ParameterizedTest
    @ValueSource(strings = {DNI, PERMANENT_DNI, NIE})
    void aCitizenLogsInAtTheTaxAgencyBySaml(String nationalId) {
        Citizen citizen = Population.of(nationalId);
        Page page = visitors.open();
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.logIn();
        new PinPages(page, clave.messages()).logIn(citizen);

        taxAgency.knows(citizen);
        assertThat(taxAgency.told("level-uri")).hasText("http://eidas.europa.eu/LoA/low");
    }

    @Test
    void theSecondAgencyAsksForNothing() {
        Citizen citizen = Population.of("99990002D");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
        int messages = clave.messages().to(citizen.mobile()).size();

        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.logIn();

        taxAgency.knows(citizen);
        assertThat(clave.messages().to(citizen.mobile())).hasSize(messages);
    }

    @Test
    void loggingOutAtTheTownHallLogsOutEverywhere() {
        Page page = loggedInAtBoth(Population.of("99990003X"));
        Agency townHall = Agency.open(page, clave.townHall());

        townHall.logOut();

        townHall.knowsNobody();
        Agency.open(page, clave.taxAgency()).knowsNobody();
        clavesSessionIsOver(page, townHall);
    }

    @Test
    void loggingOutAtTheTaxAgencyLogsOutEverywhere() {
        Page page = loggedInAtBoth(Population.of("99990004B"));
        Agency taxAgency = Agency.open(page, clave.taxAgency());

        taxAgency.logOut();

        taxAgency.knowsNobody();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.knowsNobody();
        clavesSessionIsOver(page, townHall);
    }

    @Test
    void anAgencyIsToldWhatItAskedForAndNothingElse() {
        Citizen citizen = Population.of("99990009Q");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);

        assertThat(townHall.told("birth-date")).hasCount(0);
        assertThat(townHall.told("registration")).hasCount(0);

        townHall.asksForDatum("birthdate").asksForDatum("registration").logIn();

        assertThat(townHall.told("birth-date")).hasText(citizen.birthDate());
        assertThat(townHall.told("registration")).hasText("ADVANCED");
        assertThat(townHall.told("second-surname")).hasText(citizen.secondSurname());
    }

    private Page loggedInAtBoth(Citizen citizen) {
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        new PinPages(page, clave.messages()).logIn(citizen);
        townHall.knows(citizen);
        Agency taxAgency = Agency.open(page, clave.taxAgency());
        taxAgency.logIn();
        taxAgency.knows(citizen);
        return page;
    }

    private void clavesSessionIsOver(Page page, Agency agency) {
        agency.logIn();
        assertThat(new PinPages(page, clave.messages()).nationalId()).isVisible();
    }
}
