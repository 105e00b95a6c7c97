package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.CodeFlow;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first page of the registration, and the page with the routes. */
@ExtendWith(WorldExtension.class)
class RegistrationStartTest {

    private static final String NOT_CONFIRMED = "Estos datos no coinciden con los del registro de identidad";

    private final Clave clave;

    RegistrationStartTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void whoIsSentByAnAgencyRegistersWithinThatLoginAndComesBackToIt() {
        HttpVisitor visitor = new HttpVisitor();
        CodeFlow agency = new CodeFlow(clave);
        Answer login = visitor.get(agency.request(clave.node()));

        Answer start = visitor.get(registerLink(login));

        assertThat(start.page().select("h1").text()).isEqualTo("Registrarse en Cl@ve");
        assertThat(start.page().select(".agency").text()).contains("Ayuntamiento de Villaclara");
        Answer routes = identify(visitor, start, Population.of("99990019A"));
        assertThat(routes.page().select("h1").text()).isEqualTo("Elija cómo registrarse");
        Answer back = visitor.post(routes.action(), fields("step", "leave"));
        assertThat(back.page().select("h1").text()).isEqualTo("Identifíquese con Cl@ve PIN");
        assertThat(back.page().select(".agency").text()).contains("Ayuntamiento de Villaclara");
        assertThat(back.page().getElementById("nationalId").val()).isEqualTo("99990019A");
    }

    @Test
    void theAddressOfItsOwnBeginsARegistrationForNoAgency() {
        HttpVisitor visitor = new HttpVisitor();

        Answer start = visitor.get(ownAddress());

        assertThat(start.page().select("h1").text()).isEqualTo("Registrarse en Cl@ve");
        assertThat(start.page().select(".agency")).isEmpty();
        Answer routes = identify(visitor, start, Population.of("99990019A"));
        Answer end = visitor.post(routes.action(), fields("step", "leave"));
        assertThat(end.page().select("h1").text()).isEqualTo("Ha salido del registro");
    }

    @Test
    void keycloaksOwnProfileFormAppearsNowhere() {
        Answer start = new HttpVisitor().get(ownAddress());

        assertThat(start.page().select("input:not([type=hidden])").eachAttr("name"))
                .containsExactly("nationalId", "contrastDatum");
    }

    @ParameterizedTest
    @CsvSource({
        "99990001A, 17/05/2031, La letra no corresponde al número",
        "99990001P, 31/02/2031, Esa fecha no existe",
        "'', '', Escriba su DNI o NIE"
    })
    void aMistakeIsToldAtItsFieldAndNothingTypedIsLost(String nationalId, String datum, String message) {
        HttpVisitor visitor = new HttpVisitor();

        Answer answer = identify(visitor, visitor.get(ownAddress()), nationalId, datum);

        assertThat(answer.alert()).contains(message);
        assertThat(answer.page().getElementById("nationalId").val()).isEqualTo(nationalId);
        assertThat(answer.page().getElementById("contrastDatum").val()).isEqualTo(datum);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "11111111H, 17/05/2031, nobody has this number",
        "99990001P, 17/05/2030, registered and the datum is another",
        "99990019A, 17/05/2030, not registered and the datum is another",
        "99990023F, 17/05/2030, a minor and the datum is another",
        "99990025D, 15/01/2028, deceased and the datum is right",
        "99990026X, 18/02/2031, deceased but registered and the datum is right"
    })
    void whoseDocumentIsNotConfirmedIsToldSoAndNotWhy(String nationalId, String datum, String whatIsWrong) {
        HttpVisitor visitor = new HttpVisitor();

        Answer answer = identify(visitor, visitor.get(ownAddress()), nationalId, datum);

        assertThat(answer.alert()).startsWith("Error: " + NOT_CONFIRMED);
        assertThat(withoutTyped(answer)).isEqualTo(withoutTyped(unknown()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99990001P", "99990002D", "99990032Q", "99990031S", "99990019A"})
    void whoseDocumentIsConfirmedSeesTheSameRoutesRegisteredOrNot(String nationalId) {
        Answer routes = routesOf(Population.of(nationalId));

        assertThat(routes.page().select(".routes").html())
                .isEqualTo(routesOf(Population.of("99990020G"))
                        .page()
                        .select(".routes")
                        .html());
    }

    @Test
    void wrongDataOfOneDocumentBringAPauseWhereverTheyComeFrom() {
        Citizen citizen = Population.of("99990021M");
        for (int i = 0; i < 9; i++) {
            HttpVisitor attacker = new HttpVisitor();
            assertThat(identify(attacker, attacker.get(ownAddress()), citizen.nationalId(), "0" + (i + 1) + "/01/2030")
                            .alert())
                    .contains(NOT_CONFIRMED);
        }
        HttpVisitor attacker = new HttpVisitor();
        assertThat(identify(attacker, attacker.get(ownAddress()), citizen.nationalId(), "10/01/2030")
                        .alert())
                .contains("demasiados datos incorrectos");

        HttpVisitor visitor = new HttpVisitor();
        Answer refused = identify(visitor, visitor.get(ownAddress()), citizen);

        assertThat(refused.alert()).contains("demasiados datos incorrectos");
    }

    @Test
    void aRouteCannotBeEnteredBeforeTheDocumentIsConfirmed() {
        HttpVisitor visitor = new HttpVisitor();
        Answer page = visitor.get(ownAddress());
        for (String step :
                new String[] {"routes", "letter.begin", "certificate.begin", "office.begin", "accept", "finish"}) {
            page = visitor.post(page.action(), fields("step", step));

            assertThat(page.has("nationalId")).as(step).isTrue();
        }
    }

    private Answer routesOf(Citizen citizen) {
        HttpVisitor visitor = new HttpVisitor();
        Answer routes = identify(visitor, visitor.get(ownAddress()), citizen);
        assertThat(routes.page().select("h1").text()).isEqualTo("Elija cómo registrarse");
        return routes;
    }

    private Answer unknown() {
        HttpVisitor visitor = new HttpVisitor();
        return identify(visitor, visitor.get(ownAddress()), "22222222J", "17/05/2031");
    }

    /** The page but for what was typed and what is new on every page. */
    private static String withoutTyped(Answer answer) {
        var page = answer.page();
        page.select("input").removeAttr("value");
        page.select("form").removeAttr("action");
        page.select("[data-watch]").removeAttr("data-watch");
        page.select("[data-session]").removeAttr("data-session");
        page.select("nav a").removeAttr("href");
        return page.body().html();
    }

    private static Answer identify(HttpVisitor visitor, Answer start, Citizen citizen) {
        return identify(visitor, start, citizen.nationalId(), citizen.datumAsPrinted());
    }

    private static Answer identify(HttpVisitor visitor, Answer start, String nationalId, String datum) {
        return visitor.post(
                start.action(), fields("nationalId", nationalId, "contrastDatum", datum, "step", "identify"));
    }

    private URI ownAddress() {
        return clave.node().realmUrl("/registro");
    }

    private static URI registerLink(Answer login) {
        return URI.create(login.page()
                .select("a:containsOwn(Registrarse en Cl@ve)")
                .first()
                .absUrl("href"));
    }
}
