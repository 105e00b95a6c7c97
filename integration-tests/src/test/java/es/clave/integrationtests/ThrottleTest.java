package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.CodeFlow;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorldExtension.class)
class ThrottleTest {

    private static final Duration RESEND_WAIT = Duration.ofSeconds(31);

    private final Clave clave;
    private final Visitors visitors;

    ThrottleTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void tenFailuresInTwoBrowsersPauseTheCitizenInEvery() {
        Citizen citizen = Population.of("99990033V");
        PinPages one = atTheTownHall();
        failFiveTimes(one, one.pinFor(citizen));
        clave.letPass(RESEND_WAIT);
        PinPages other = atTheTownHall();
        String pin = other.pinFor(citizen);
        failFourTimes(other, pin);

        other.enter(PinPages.wrong(pin));
        assertThat(other.alert()).containsText("Ha habido demasiados intentos fallidos");

        clave.letPass(RESEND_WAIT);
        int sent = clave.messages().to(citizen.mobile()).size();
        PinPages third = atTheTownHall();
        third.identify(citizen.nationalId(), citizen.datumAsPrinted());
        assertThat(third.alert()).containsText("Ha habido demasiados intentos fallidos");
        assertThat(clave.messages().to(citizen.mobile())).hasSize(sent);

        clave.letPass(Duration.ofMinutes(15));
        PinPages later = atTheTownHall();
        later.logIn(citizen);
        Agency.at(later.page(), clave.townHall()).knows(citizen);
    }

    @Test
    void theRightPinIsOfNoUseDuringThePause() {
        Citizen citizen = Population.of("99990034H");
        PinPages one = atTheTownHall();
        failFiveTimes(one, one.pinFor(citizen));
        clave.letPass(RESEND_WAIT);
        PinPages other = atTheTownHall();
        String pin = other.pinFor(citizen);
        failFourTimes(other, pin);
        PinPages third = atTheTownHall();
        clave.letPass(RESEND_WAIT);
        String last = third.pinFor(citizen);
        third.enter(PinPages.wrong(last));

        assertThat(third.alert()).containsText("Ha habido demasiados intentos fallidos");
        clave.letPass(Duration.ofMinutes(14));
        PinPages again = atTheTownHall();
        again.identify(citizen.nationalId(), citizen.datumAsPrinted());
        assertThat(again.alert()).containsText("Ha habido demasiados intentos fallidos");
    }

    @Test
    void whoTriesManyIdentitiesIsStoppedAndNobodyElse() {
        HttpVisitor prober = new HttpVisitor();
        Answer answer = prober.get(new CodeFlow(clave).request(clave.node()));
        for (int number = 1; answer.alert().isEmpty() && number <= 120; number++) {
            Answer code = prober.post(
                    answer.action(),
                    fields("nationalId", dni(number), "contrastDatum", "01/01/2030", "step", "request"));
            answer = code.alert().isEmpty() ? prober.post(code.action(), fields("step", "change")) : code;
        }
        assertThat(answer.alert()).contains("desde su conexión a internet");

        Citizen citizen = Population.of("99990008S");
        PinPages elsewhere = atTheTownHall();
        elsewhere.logIn(citizen);
        Agency.at(elsewhere.page(), clave.townHall()).knows(citizen);
    }

    /** One of many whom nobody has registered. */
    private static String dni(int number) {
        int digits = 40_000_000 + 23 * number;
        return digits + "TRWAGMYFPDXBNJZSQVHLCKE".substring(digits % 23, digits % 23 + 1);
    }

    private static void failFiveTimes(PinPages pages, String pin) {
        failFourTimes(pages, pin);
        pages.enter(PinPages.wrong(pin));
        assertThat(pages.alert()).containsText("Se han acabado los intentos");
    }

    private static void failFourTimes(PinPages pages, String pin) {
        for (int left = 4; left > 0; left--) {
            pages.enter(PinPages.wrong(pin));
            assertThat(pages.alert()).containsText("Intentos que le quedan: " + left);
        }
    }

    private PinPages atTheTownHall() {
        Page page = visitors.open();
        Agency.open(page, clave.townHall()).logIn();
        return new PinPages(page, clave.messages());
    }
}
