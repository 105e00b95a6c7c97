package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.CodeFlow;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Messages.Message;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One phone, one citizen: who takes whose, and how nobody can. */
@ExtendWith(WorldExtension.class)
class PhoneRuleTest {

    private static final String TAKEN = "Este móvil lo usa otra persona";

    private final Clave clave;

    PhoneRuleTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void whoProvesAPhoneTakesItAndItsHolderIsDisabledAndTold() {
        String mobile = "+34633000001";
        Citizen holder = Newcomers.next();
        RegistrationSteps.of(clave, holder).register(mobile);
        assertThat(canLogIn(holder, mobile)).isTrue();
        int mailsBefore = clave.messages().to(RegistrationSteps.EMAIL).size();
        Citizen taker = Newcomers.next();
        RegistrationSteps steps = RegistrationSteps.of(clave, taker).proveByLetter();

        String code = steps.codeTo(mobile);
        assertThat(last(mobile).text()).contains("OJO", "dejara de funcionar");
        steps.send("code", code, "step", "verify");
        assertThat(steps.heading()).isEqualTo(TAKEN);
        assertThat(canLogIn(holder, mobile)).as("nothing happened yet").isTrue();
        int smsBefore = clave.messages().to(mobile).size();
        steps.send("step", "take-over").accept();

        assertThat(steps.heading()).isEqualTo("Ya está registrado");
        clave.messages().next(mobile, smsBefore + 1);
        assertThat(clave.messages().to(mobile).subList(smsBefore, smsBefore + 2))
                .extracting(Message::text)
                .anyMatch(text -> text.contains("su Cl@ve ya no funciona"))
                .anyMatch(text -> text.contains("ya esta registrado con este movil"));
        clave.messages().next(RegistrationSteps.EMAIL, mailsBefore + 1);
        assertThat(clave.messages().to(RegistrationSteps.EMAIL).subList(mailsBefore, mailsBefore + 2))
                .extracting(Message::text)
                .anyMatch(text -> text.contains("demostró que tiene el móvil"));
        assertThat(canLogIn(holder, mobile)).isFalse();
        assertThat(canLogIn(taker, mobile)).isTrue();
    }

    @Test
    void whoIsToldThatThePhoneIsTakenMayChooseAnotherAndItsHolderKeepsIt() {
        String mobile = "+34633000002";
        Citizen holder = Newcomers.next();
        RegistrationSteps.of(clave, holder).register(mobile);
        RegistrationSteps steps =
                RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().prove(mobile);
        assertThat(steps.heading()).isEqualTo(TAKEN);

        steps.send("step", "change-contact").prove("+34633000003").accept();

        assertThat(steps.heading()).isEqualTo("Ya está registrado");
        assertThat(canLogIn(holder, mobile)).isTrue();
    }

    @Test
    void noPageTellsATakenPhoneFromAFreeOne() {
        String taken = "+34633000004";
        RegistrationSteps.of(clave, Newcomers.next()).register(taken);

        RegistrationSteps withTaken =
                RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().contact(taken);
        RegistrationSteps withFree =
                RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().contact("+34633000005");

        assertThat(sameForAll(withTaken, taken)).isEqualTo(sameForAll(withFree, "+34633000005"));
        withTaken.send("code", "abc", "step", "verify");
        withFree.send("code", "abc", "step", "verify");
        assertThat(sameForAll(withTaken, taken)).isEqualTo(sameForAll(withFree, "+34633000005"));
    }

    @Test
    void nobodyIsTakenOverByTypingAlone() {
        String mobile = "+34633000006";
        Citizen holder = Newcomers.next();
        RegistrationSteps.of(clave, holder).register(mobile);
        Citizen thief = Newcomers.next();
        RegistrationSteps steps = RegistrationSteps.of(clave, thief).proveByLetter();

        for (String step : List.of("take-over", "accept", "verify", "leave-it")) {
            steps.send(
                    "region",
                    "ES",
                    "mobile",
                    mobile,
                    "email",
                    "thief@example.com",
                    "conditions",
                    "accepted",
                    "step",
                    step);
        }
        String pin = steps.codeTo(mobile);
        for (int i = 0; i < 5; i++) {
            steps.send("code", PinPages.wrong(pin), "step", "verify");
            steps.send("conditions", "accepted", "step", "take-over");
            steps.send("conditions", "accepted", "step", "accept");
        }
        assertThat(steps.send("code", pin, "step", "verify").heading())
                .as("five wrong answers kill a code")
                .isNotEqualTo(TAKEN);

        assertThat(canLogIn(holder, mobile)).isTrue();
        assertThat(canLogIn(thief, mobile)).isFalse();
    }

    @Test
    void codesToOnePhoneAreLimitedWhoeverAsks() {
        String mobile = "+34633000007";
        for (int i = 0; i < 5; i++) {
            RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().codeTo(mobile);
        }

        RegistrationSteps steps =
                RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().contact(mobile);

        assertThat(steps.alert()).contains("Se han pedido demasiados códigos");
        assertThat(steps.page().page().select("#mobile").val()).isEqualTo(mobile);
    }

    @Test
    void aCodeWorksOnlyInTheWindowThatAskedForIt() {
        String mobile = "+34633000008";
        Citizen citizen = Newcomers.next();
        RegistrationSteps first = RegistrationSteps.of(clave, citizen).proveByLetter();
        String code = first.codeTo(mobile);
        RegistrationSteps second = RegistrationSteps.of(clave, Newcomers.next()).proveByLetter();
        second.contact(mobile);

        second.send("code", code, "step", "verify");

        assertThat(second.alert()).contains("El código no es correcto");
        assertThat(first.send("code", code, "step", "verify").heading()).isEqualTo("Compruebe y acepte");
    }

    @Test
    void ofTwoRegistrationsOfOneNumberAtTheSameMomentOneKeepsIt() {
        String mobile = "+34633000009";
        List<Citizen> citizens = List.of(Newcomers.next(), Newcomers.next());
        List<RegistrationSteps> both = citizens.stream()
                .map(citizen ->
                        RegistrationSteps.of(clave, citizen).proveByLetter().prove(mobile))
                .toList();

        List<CompletableFuture<RegistrationSteps>> race = both.stream()
                .map(steps -> CompletableFuture.supplyAsync(steps::accept))
                .toList();
        List<String> headings = race.stream()
                .map(CompletableFuture::join)
                .map(RegistrationSteps::heading)
                .toList();

        assertThat(headings).containsExactlyInAnyOrder("Ya está registrado", TAKEN);
        assertThat(Stream.of(0, 1).filter(i -> canLogIn(citizens.get(i), mobile)))
                .hasSize(1);
    }

    /** Whether a PIN reaches this phone for this citizen and logs in. */
    private boolean canLogIn(Citizen citizen, String mobile) {
        // Another PIN for the same citizen can be had.
        clave.letPass(Duration.ofMinutes(1));
        HttpVisitor visitor = new HttpVisitor();
        CodeFlow flow = new CodeFlow(clave);
        int already = clave.messages().to(mobile).size();
        Answer code = askForPin(visitor, flow, citizen);
        waitUntilSent();
        List<Message> messages = clave.messages().to(mobile);
        if (messages.size() == already) {
            return false;
        }
        Answer done = visitor.post(
                code.action(), fields("code", messages.get(messages.size() - 1).pin(), "step", "verify"));
        return flow.code(done).isPresent();
    }

    /** A PIN that certainly is sent arrives after one that may not be. */
    private void waitUntilSent() {
        Citizen registered = Population.of("99990014K");
        int already = clave.messages().to(registered.mobile()).size();
        askForPin(new HttpVisitor(), new CodeFlow(clave), registered);
        clave.messages().next(registered.mobile(), already);
    }

    private Answer askForPin(HttpVisitor visitor, CodeFlow flow, Citizen citizen) {
        return visitor.post(
                visitor.get(flow.request(clave.node())).action(),
                fields(
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted(),
                        "step",
                        "request"));
    }

    private Message last(String mobile) {
        List<Message> messages = clave.messages().to(mobile);
        return messages.get(messages.size() - 1);
    }

    private static String sameForAll(RegistrationSteps steps, String mobile) {
        var page = steps.page().page();
        page.select("form").removeAttr("action");
        page.select("[data-watch]").removeAttr("data-watch");
        page.select("[data-session]").removeAttr("data-session");
        page.select("nav a").removeAttr("href");
        page.select("[data-countdown]").remove();
        page.select("[data-resend]").remove();
        page.select("#resend-when").remove();
        String digits = mobile.substring(3);
        return page.body()
                .html()
                .replace(
                        "+34 " + digits.substring(0, 3) + " " + digits.substring(3, 5) + " " + digits.substring(5, 7)
                                + " " + digits.substring(7),
                        "MOBILE");
    }
}
