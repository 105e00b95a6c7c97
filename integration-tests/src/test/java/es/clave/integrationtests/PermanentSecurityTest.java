package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.ActivationCodes;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.CodeFlow;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What who attacks Cl@ve Permanente meets. */
@ExtendWith(WorldExtension.class)
class PermanentSecurityTest {

    private static final String UNKNOWN = "40000023X";
    private static final String NOT_ACTIVATED = "99990014K";
    private static final String NO_CODE = "0000 0000 0000 0000";

    private final Clave clave;

    PermanentSecurityTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void noAnswerTellsWhoIsRegisteredOrHasAPassword() {
        List<List<String>> told = new ArrayList<>();
        for (String id : List.of(UNKNOWN, NOT_ACTIVATED, "Z9990001W", "99990031S")) {
            HttpVisitor visitor = new HttpVisitor();
            Answer page = begin(visitor);
            List<String> alerts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                page = enter(visitor, page, id, "esta no es la buena");
                alerts.add(page.status() + " " + page.alert());
            }
            told.add(alerts);
        }
        assertThat(told.get(0)).hasSize(6).last().asString().contains("bloqueada");
        assertThat(told).allSatisfy(alerts -> assertThat(alerts).isEqualTo(told.get(0)));
    }

    @Test
    void noAnswerTellsWhichPartOfAnActivationWasWrong() {
        Citizen citizen = Population.of("99990012L");
        String code = ActivationCodes.newFor(citizen, clave);
        HttpVisitor visitor = new HttpVisitor();
        Answer page = activation(visitor);
        int already = clave.messages().to(citizen.mobile()).size();

        List<String> told = Stream.of(
                        check(visitor, page, citizen.nationalId(), citizen.email(), NO_CODE),
                        check(visitor, activation(visitor), citizen.nationalId(), "otra@example.com", code),
                        check(visitor, activation(visitor), UNKNOWN, citizen.email(), code),
                        check(visitor, activation(visitor), NOT_ACTIVATED, citizen.email(), code))
                .map(answer -> answer.status() + " " + answer.alert())
                .distinct()
                .toList();

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("No hemos podido comprobar estos datos");
        assertThat(clave.messages().to(citizen.mobile())).hasSize(already);
    }

    @Test
    void fiveGuessesOfAnActivationCodeKillItAlsoForWhoHasIt() {
        Citizen citizen = Population.of("99990009Q");
        String code = ActivationCodes.newFor(citizen, clave);
        for (int i = 0; i < 5; i++) {
            HttpVisitor guesser = new HttpVisitor();
            check(guesser, activation(guesser), citizen.nationalId(), citizen.email(), "0000 0000 0000 000" + i);
        }
        HttpVisitor owner = new HttpVisitor();
        Answer late = check(owner, activation(owner), citizen.nationalId(), citizen.email(), code);
        assertThat(late.has("code")).isFalse();
        assertThat(late.alert()).contains("necesita uno nuevo");

        String fresh = ActivationCodes.newFor(citizen, clave);
        assertThat(check(owner, activation(owner), citizen.nationalId(), citizen.email(), fresh)
                        .has("code"))
                .isTrue();
    }

    @Test
    void whoKnowsOnlyTheNumberCannotKillAnActivationCode() {
        Citizen citizen = Population.of("99990009Q");
        String code = ActivationCodes.newFor(citizen, clave);
        for (int i = 0; i < 6; i++) {
            HttpVisitor guesser = new HttpVisitor();
            check(guesser, activation(guesser), citizen.nationalId(), "no@example.com", "0000 0000 0000 000" + i);
        }
        HttpVisitor owner = new HttpVisitor();

        assertThat(check(owner, activation(owner), citizen.nationalId(), citizen.email(), code)
                        .has("code"))
                .isTrue();
    }

    @Test
    void onePasswordTriedOnManyCitizensStopsTheSourceAndNobodyElse() {
        HttpVisitor sprayer = new HttpVisitor();
        Answer page = begin(sprayer);
        int number = 0;
        while (!page.alert().contains("desde su conexión a internet") && number < 120) {
            page = enter(sprayer, page, dni(++number), "Verano2026Verano");
        }
        assertThat(page.alert()).contains("desde su conexión a internet");

        Citizen citizen = Population.of("99990001P");
        HttpVisitor elsewhere = new HttpVisitor();
        CodeFlow flow = new CodeFlow(clave);
        Answer form = elsewhere.get(flow.request(clave.node(), "permanent"));
        assertThat(flow.code(enter(elsewhere, form, citizen.nationalId(), citizen.password())))
                .isPresent();
    }

    @Test
    void ofManyWrongPasswordsAtOnceNoMoreThanFiveAreTried() {
        Citizen citizen = Population.of("99990004B");
        List<CompletableFuture<Answer>> guesses = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    HttpVisitor guesser = new HttpVisitor();
                    return enter(guesser, begin(guesser), citizen.nationalId(), "adivino numero " + i);
                }))
                .toList();
        List<String> alerts =
                guesses.stream().map(guess -> guess.join().alert()).toList();
        assertThat(alerts.stream().filter(alert -> alert.contains("Intentos que le quedan")))
                .hasSizeLessThanOrEqualTo(4);

        HttpVisitor owner = new HttpVisitor();
        assertThat(enter(owner, begin(owner), citizen.nationalId(), citizen.password())
                        .alert())
                .contains("bloqueada");
    }

    @Test
    void ofTwoWhoActivateWithOneCodeAtOnceOneSetsAPassword() {
        Citizen citizen = Population.of("Z9990007P");
        String code = ActivationCodes.newFor(citizen, clave);
        HttpVisitor one = new HttpVisitor();
        Answer first = proven(one, citizen, code);
        clave.letPass(Duration.ofSeconds(31));
        HttpVisitor other = new HttpVisitor();
        Answer second = proven(other, citizen, code);

        List<CompletableFuture<Answer>> both = List.of(
                CompletableFuture.supplyAsync(() -> set(one, first, "once ramas de laurel")),
                CompletableFuture.supplyAsync(() -> set(other, second, "doce tazas sin plato")));
        List<Answer> answers = both.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
        assertThat(answers.stream().filter(PermanentSecurityTest::isDone)).hasSize(1);
    }

    @Test
    void noStepCanBeSkipped() {
        Citizen citizen = Population.of("99990012L");
        HttpVisitor visitor = new HttpVisitor();
        Answer page = activation(visitor);
        page = set(visitor, page, "trece cubos de arena");
        assertThat(page.has("activationCode")).isTrue();
        page = visitor.post(page.action(), fields("step", "continue"));
        assertThat(page.has("activationCode")).isTrue();
        page = visitor.post(page.action(), fields("step", "verify", "code", "123456"));
        assertThat(page.has("activationCode")).isTrue();

        page = check(visitor, page, citizen.nationalId(), citizen.email(), ActivationCodes.newFor(citizen, clave));
        assertThat(page.has("code")).isTrue();
        page = set(visitor, page, "trece cubos de arena");
        assertThat(page.has("code")).isTrue();
        page = visitor.post(page.action(), fields("step", "continue"));
        assertThat(page.has("code")).isTrue();
    }

    @Test
    void anotherBrowserCannotGoOnWhereOneHasProven() {
        Citizen citizen = Population.of("99990012L");
        HttpVisitor owner = new HttpVisitor();
        Answer page = proven(owner, citizen, ActivationCodes.newFor(citizen, clave));

        Answer stolen = set(new HttpVisitor(), page, "trece cubos de arena");

        assertThat(isDone(stolen)).isFalse();
        assertThat(isDone(set(owner, page, "trece cubos de arena"))).isTrue();
    }

    private Answer begin(HttpVisitor visitor) {
        return visitor.get(new CodeFlow(clave).request(clave.node(), "permanent"));
    }

    private Answer activation(HttpVisitor visitor) {
        return visitor.post(begin(visitor).action(), fields("step", "activate"));
    }

    private static Answer enter(HttpVisitor visitor, Answer page, String id, String password) {
        return visitor.post(page.action(), fields("nationalId", id, "password", password, "step", "enter"));
    }

    private static Answer check(HttpVisitor visitor, Answer page, String id, String email, String code) {
        return visitor.post(
                page.action(), fields("nationalId", id, "email", email, "activationCode", code, "step", "check"));
    }

    private static Answer set(HttpVisitor visitor, Answer page, String password) {
        return visitor.post(
                page.action(), fields("newPassword", password, "repeatedPassword", password, "step", "set"));
    }

    /** Up to the page of the new password. */
    private Answer proven(HttpVisitor visitor, Citizen citizen, String activationCode) {
        int already = clave.messages().to(citizen.mobile()).size();
        Answer code = check(visitor, activation(visitor), citizen.nationalId(), citizen.email(), activationCode);
        assertThat(code.has("code")).as(code.alert()).isTrue();
        String sms = clave.messages().next(citizen.mobile(), already).pin();
        Answer password = visitor.post(code.action(), fields("code", sms, "step", "verify"));
        assertThat(password.has("newPassword")).as(password.alert()).isTrue();
        return password;
    }

    private static boolean isDone(Answer answer) {
        return answer.has("clave-permanent-done");
    }

    /** One of many whom nobody has registered. */
    private static String dni(int number) {
        int digits = 41_000_000 + 23 * number;
        return digits + "TRWAGMYFPDXBNJZSQVHLCKE".substring(digits % 23, digits % 23 + 1);
    }
}
