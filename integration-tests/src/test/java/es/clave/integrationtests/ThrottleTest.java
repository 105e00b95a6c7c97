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
    void theSamePeopleAreNotKeptOutForOneWhoTriesManyIdentities() {
        Citizen citizen = Population.of("99990008S");
        String address = Visitors.newAddress();
        Page page = visitors.open(new com.microsoft.playwright.Browser.NewContextOptions(), address);
        Agency.open(page, clave.townHall()).logIn();
        PinPages pages = new PinPages(page, clave.messages());
        for (int number = 1; !pages.alert().isVisible() && number <= 120; number++) {
            pages.identify("%08d".formatted(40_000_000 + 23 * number) + letterOf(40_000_000), "01/01/2030");
            assertThat(pages.code().or(pages.alert()).first()).isVisible();
            if (pages.code().isVisible()) {
                pages.press("change");
            }
        }
        assertThat(pages.alert()).containsText("desde su conexión a internet");

        PinPages elsewhere = atTheTownHall();
        elsewhere.logIn(citizen);
        Agency.at(elsewhere.page(), clave.townHall()).knows(citizen);
    }

    private static char letterOf(int number) {
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23);
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
