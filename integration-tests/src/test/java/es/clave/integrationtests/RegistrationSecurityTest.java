package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody tries who wants to register as another, or to read another's receipt. */
@ExtendWith(WorldExtension.class)
class RegistrationSecurityTest {

    private static final Map<String, String> EVERYTHING =
            fields("region", "ES", "mobile", "+34644000001", "email", "thief@example.com", "conditions", "accepted");

    private final Clave clave;

    RegistrationSecurityTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void noStepBehindTheRouteCanBeTakenBeforeTheRouteProvedThePerson() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).identify();
        for (String step : List.of("contact", "verify", "resend", "take-over", "accept", "change-contact")) {
            attempt(steps, step);
            assertThat(steps.heading()).as(step).isEqualTo("Elija cómo registrarse");
        }
        steps.send("step", "letter.begin");
        for (String step : List.of("contact", "verify", "accept", "certificate.proven", "office.begin.proven")) {
            attempt(steps, step);
            assertThat(steps.page().has("mobile")).as(step).isFalse();
            assertThat(steps.heading()).as(step).isNotEqualTo("Ya está registrado");
        }
    }

    @Test
    void whoChoosesAnotherRouteMustBeProvenAnew() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).proveByLetter();
        assertThat(steps.page().has("mobile")).isTrue();

        steps.send("step", "routes").send("step", "letter.begin");
        attempt(steps, "contact");

        assertThat(steps.page().has("mobile")).isFalse();
    }

    @Test
    void whoTypesAnotherDocumentMustBeProvenAnew() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).proveByLetter();
        Citizen victim = Newcomers.next();

        steps.send("nationalId", victim.nationalId(), "contrastDatum", victim.datumAsPrinted(), "step", "identify");

        assertThat(steps.heading()).isEqualTo("Elija cómo registrarse");
        attempt(steps, "contact");
        assertThat(steps.page().has("mobile")).isFalse();
    }

    @Test
    void aCodeProvesTheNumberItWasSentToAndNoOther() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).proveByLetter();
        String code = steps.codeTo("+34644000002");

        steps.send("step", "change-contact").contact("+34644000003");
        steps.send("code", code, "step", "verify");

        assertThat(steps.heading()).isEqualTo("Escriba el código");
    }

    @Test
    void aFormFromAnotherSiteRegistersNobody() {
        RegistrationSteps steps =
                RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().prove("+34644000004");
        URI action = steps.page().action();

        Answer withoutCookies = new HttpVisitor().post(action, fields("conditions", "accepted", "step", "accept"));
        assertThat(withoutCookies.page().select("h1").text()).isNotEqualTo("Ya está registrado");
        URI withoutSessionCode = URI.create(action.toString().replaceFirst("session_code=[^&]*&?", ""));
        Answer forged = steps.visitor().post(withoutSessionCode, fields("conditions", "accepted", "step", "accept"));
        assertThat(forged.page().select("h1").text()).isNotEqualTo("Ya está registrado");
    }

    @Test
    void aFormThatWasSentRegistersNobodyWhenSentAgain() {
        Citizen citizen = Newcomers.next();
        RegistrationSteps steps =
                RegistrationSteps.of(clave, citizen).proveByLetter().prove("+34644000005");
        URI action = steps.page().action();
        int already = clave.messages().to("+34644000005").size();
        String code = steps.accept().activationCode();
        clave.messages().next("+34644000005", already);

        Answer again = steps.visitor().post(action, fields("conditions", "accepted", "step", "accept"));

        assertThat(again.status()).isLessThan(500);
        assertThat(again.page().select(".code__value").text()).isIn("", code);
        assertThat(clave.messages().to("+34644000005")).hasSize(already + 1);
    }

    @Test
    void anotherCitizensReceiptAddressIsUseless() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).register("+34644000006");
        URI receipt = URI.create(steps.page().page().select("a[download]").attr("abs:href"));

        assertThat(new HttpVisitor().get(receipt).status()).isEqualTo(404);
        RegistrationSteps other = RegistrationSteps.of(clave, Newcomers.next()).register("+34644000007");
        assertThat(other.visitor().get(receipt).status()).isEqualTo(404);
        assertThat(steps.visitor()
                        .get(URI.create(receipt.toString().replaceFirst("tab_id=[^&]*", "tab_id=guessed")))
                        .status())
                .isEqualTo(404);
        assertThat(steps.visitor()
                        .get(clave.node().realmUrl("/registro/resguardo"))
                        .status())
                .isEqualTo(404);
        assertThat(steps.visitor().get(receipt).status()).isEqualTo(200);
    }

    private static void attempt(RegistrationSteps steps, String step) {
        String[] all = Stream.concat(
                        EVERYTHING.entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue())),
                        Stream.of("step", step))
                .toArray(String[]::new);
        steps.send(all);
    }
}
