package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.ReceivedLetter;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.RegistrationPages;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registration by letter, from an agency's login to an agency's login. */
@ExtendWith(WorldExtension.class)
@Order(LetterRegistrationTest.AFTER_THOSE_WHO_MIND_THE_DATE)
class LetterRegistrationTest {

    /** Letters take weeks, and Keycloak misdates its SAML answers once its clock was moved by months. */
    static final int AFTER_THOSE_WHO_MIND_THE_DATE = Integer.MAX_VALUE - 10;

    private static final String NO_LETTERS_CODE = "ABCD EFGH JKMN PQRS";

    private final Clave clave;
    private final Visitors visitors;

    LetterRegistrationTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void whoGetsALetterRegistersWithItsCodeAndLogsInAtTheLevelLow() {
        Citizen citizen = Population.of("99990036C");
        Page page = visitors.open();
        Agency.open(page, clave.townHall()).logIn();
        RegistrationPages first = new RegistrationPages(page);
        page.locator("a[href*='registration']").first().click();
        first.identify(citizen);
        first.press("letter.begin");
        assertThat(page.locator("main")).containsText("S••• F••• k••• ••• ••• i•••, 48••• B••• (Bizkaia)");
        assertThat(page.locator("main")).not().containsText("Frantzisko");
        first.press("letter.request");
        assertThat(first.heading()).hasText("Su carta va de camino");
        first.press("leave");
        assertThat(page.locator("#clave-ways, #nationalId").first()).isVisible();

        ReceivedLetter letter = clave.messages().nextLetter(citizen, 0);
        assertThat(letter.text())
                .contains("NEREA AGIRRE IÑURRIETA", "San Frantzisko kalea 5", "48003 Bilbao", "Carta de invitación")
                .doesNotContain(citizen.nationalId());
        assertThat(letter.qr().toString())
                .startsWith(clave.node().realmUrl("/registro").toString())
                .doesNotContain(letter.code().replace(" ", ""));

        clave.letPass(Duration.ofDays(9));
        RegistrationPages later = new RegistrationPages(visitors.open());
        later.identifyAt(letter.qr(), citizen);
        assertThat(later.heading()).hasText("Escriba el código de su carta");
        later.page().locator("#letterCode").fill(letter.code().toLowerCase(Locale.ROOT));
        later.press("letter.code");
        later.contact("600000136", "nerea@example.com", clave.messages());
        later.accept();
        assertThat(later.page().locator("main")).containsText("Su código de activación");

        Page login = visitors.open();
        Agency townHall = Agency.open(login, clave.townHall()).asksForDatum("registration");
        townHall.logIn();
        PinPages pin = new PinPages(login, clave.messages());
        int already = clave.messages().to("+34600000136").size();
        pin.identify(citizen.nationalId(), citizen.datumAsPrinted());
        assertThat(pin.code()).isVisible();
        pin.enter(clave.messages().next("+34600000136", already).pin());
        townHall.knows(citizen);
        assertThat(login.locator("body")).containsText("LoA/low");
    }

    @Test
    void anotherLetterIsRefusedForADayAndBothCodesAreGoodThen() {
        Citizen citizen = Population.of("99990038E");
        request(new HttpVisitor(), citizen);
        ReceivedLetter one = clave.messages().nextLetter(citizen, 0);
        assertThat(one.message().to()).endsWith("FRANCIA");

        Answer refused = request(new HttpVisitor(), citizen);
        assertThat(refused.alert()).contains("Ya se ha enviado una carta hace poco");
        assertThat(clave.messages().letters(citizen)).hasSize(1);

        clave.letPass(Duration.ofHours(24));
        request(new HttpVisitor(), citizen);
        ReceivedLetter other = clave.messages().nextLetter(citizen, 1);
        for (ReceivedLetter letter : List.of(one, other)) {
            Answer contact =
                    type(atTheCode(new HttpVisitor(), citizen), letter.code().replace(" ", ""));
            assertThat(contact.has("mobile")).isTrue();
        }
    }

    @Test
    void aCodeIsGuessedFiveTimesInTenMinutesAndNotOnceMoreEvenIfRight() {
        Citizen citizen = Population.of("99990037K");
        int already = clave.messages().letters(citizen).size();
        request(new HttpVisitor(), citizen);
        String right = clave.messages().nextLetter(citizen, already).code();
        for (int guess = 0; guess < 5; guess++) {
            Answer wrong = type(atTheCode(new HttpVisitor(), citizen), NO_LETTERS_CODE);
            assertThat(wrong.page().text()).contains("Ese código no es el de una carta suya");
            assertThat(wrong.page().getElementById("letterCode").val()).isEqualTo(NO_LETTERS_CODE);
        }

        Answer limited = type(atTheCode(new HttpVisitor(), citizen), right);

        assertThat(limited.page().text()).contains("Se han escrito demasiados códigos");
        assertThat(clave.node().metrics())
                .contains("clave_registration_total{outcome=\"not_proven\",route=\"letter\"}");
        clave.letPass(Duration.ofMinutes(10));
        assertThat(type(atTheCode(new HttpVisitor(), citizen), right).has("mobile"))
                .isTrue();
    }

    @Test
    void whatCannotBeACodeIsToldSoAndCountsForNothing() {
        Citizen citizen = Population.of("99990037K");
        for (String typed : List.of("", "ABC", "0000 1111 OOOO IIII", "<b>xxxxxxxxxxxx</b>")) {
            for (int again = 0; again < 2; again++) {
                Answer answer = type(atTheCode(new HttpVisitor(), citizen), typed);
                assertThat(answer.page().select("#letterCode-error")).hasSize(1);
                assertThat(answer.page().getElementById("letterCode").val()).isEqualTo(typed);
            }
        }

        Answer wrong = type(atTheCode(new HttpVisitor(), citizen), NO_LETTERS_CODE);

        assertThat(wrong.page().text()).contains("Ese código no es el de una carta suya");
    }

    @Test
    void whoIsRegisteredGetsTheSameAnswersAsWhoIsNot() {
        Citizen registered = Population.of("99990001P");
        Answer sent = request(new HttpVisitor(), registered);

        assertThat(sent.page().select("h1").text()).isEqualTo("Su carta va de camino");
        assertThat(type(atTheCode(new HttpVisitor(), registered), NO_LETTERS_CODE)
                        .page()
                        .text())
                .contains("Ese código no es el de una carta suya");
    }

    @Test
    void whoForgetsTheLetterIsRemindedOnceAndTheCodeExpires() {
        Citizen citizen = Population.of("99990037K");
        int already = clave.messages().letters(citizen).size();
        clave.letPass(Duration.ofDays(31));
        request(new HttpVisitor(), citizen);
        ReceivedLetter letter = clave.messages().nextLetter(citizen, already);

        clave.letPass(Duration.ofDays(14));
        ReceivedLetter reminder = clave.messages().nextLetter(citizen, already + 1);
        assertThat(reminder.text()).contains("Recuerde: su carta de invitación");
        assertThat(reminder.codeIfAny()).isEmpty();
        assertThat(type(atTheCode(new HttpVisitor(), citizen), letter.code()).has("mobile"))
                .isTrue();

        clave.letPass(Duration.ofDays(7));
        assertThat(type(atTheCode(new HttpVisitor(), citizen), letter.code())
                        .page()
                        .text())
                .contains("Ese código no es el de una carta suya");
        assertThat(clave.messages().letters(citizen)).hasSize(already + 2);
    }

    @Test
    void aStepOfTheLetterWithoutADocumentLeadsToTheBeginning() {
        HttpVisitor visitor = new HttpVisitor();
        Answer start = visitor.get(clave.node().realmUrl("/registro"));
        for (String step : List.of("letter.request", "letter.code", "letter.have", "letter.nonsense")) {
            start = visitor.post(start.action(), HttpVisitor.fields("step", step, "letterCode", NO_LETTERS_CODE));
            assertThat(start.has("nationalId")).as(step).isTrue();
        }
    }

    @Test
    void manyRequestsAtOnceAreOneLetter() {
        Citizen citizen = Population.of("99990013C");
        int already = clave.messages().letters(citizen).size();
        HttpVisitor visitor = new HttpVisitor();
        Answer choice = choice(visitor, citizen);
        IntStream.range(0, 8).parallel().forEach(one -> visitor.copy()
                .postOnly(choice.action(), HttpVisitor.fields("step", "letter.request")));

        clave.messages().nextLetter(citizen, already);
        request(new HttpVisitor(), citizen);
        assertThat(clave.messages().letters(citizen)).hasSize(already + 1);
    }

    private Answer choice(HttpVisitor visitor, Citizen citizen) {
        Answer routes = identify(visitor, clave.node().realmUrl("/registro"), citizen);
        return visitor.post(routes.action(), HttpVisitor.fields("step", "letter.begin"));
    }

    private Answer request(HttpVisitor visitor, Citizen citizen) {
        return visitor.post(choice(visitor, citizen).action(), HttpVisitor.fields("step", "letter.request"));
    }

    private record AtTheCode(HttpVisitor visitor, Answer page) {}

    private AtTheCode atTheCode(HttpVisitor visitor, Citizen citizen) {
        return new AtTheCode(visitor, identify(visitor, clave.node().realmUrl("/registro?via=letter"), citizen));
    }

    private static Answer type(AtTheCode at, String code) {
        return at.visitor().post(at.page().action(), HttpVisitor.fields("step", "letter.code", "letterCode", code));
    }

    private static Answer identify(HttpVisitor visitor, URI address, Citizen citizen) {
        Answer start = visitor.get(address);
        return visitor.post(
                start.action(),
                HttpVisitor.fields(
                        "step",
                        "identify",
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted()));
    }
}
