package es.clave.integrationtests.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Messages;
import java.time.Duration;
import java.util.List;

/** The pages of Cl@ve PIN in a browser. */
public final class PinPages {

    private final Page page;
    private final Messages messages;

    public PinPages(Page page, Messages messages) {
        this.page = page;
        this.messages = messages;
    }

    public Page page() {
        return page;
    }

    /** Identifies a citizen, waits for the SMS and types its PIN. */
    public void logIn(Citizen citizen) {
        enter(pinFor(citizen));
    }

    /** Identifies a citizen and waits for the PIN, on the page and on the phone. */
    public String pinFor(Citizen citizen) {
        int already = messages.to(citizen.mobile()).size();
        identify(citizen.nationalId(), citizen.datumAsPrinted());
        assertThat(code()).isVisible();
        return messages.next(citizen.mobile(), already).pin();
    }

    /** Types a document and asks for a PIN. */
    public void identify(String nationalId, String contrastDatum) {
        nationalId().fill(nationalId);
        contrastDatum().fill(contrastDatum);
        press("request");
    }

    /** Asks for another PIN and waits for it on the phone. */
    public String anotherPinFor(Citizen citizen) {
        int already = messages.to(citizen.mobile()).size();
        press("resend");
        return messages.next(citizen.mobile(), already).pin();
    }

    /** Types a PIN and sends it. */
    public void enter(String pin) {
        code().fill(pin);
        press("verify");
    }

    /** Presses one of Cl@ve's buttons. */
    public void press(String step) {
        button(step).click();
    }

    /** Lets time pass, on the citizen's computer too: pages count seconds. */
    public void letPass(Clave clave, Duration time) {
        clave.letPass(time);
        page.clock().fastForward(time.toMillis());
    }

    public Locator button(String step) {
        return page.locator("button[name=step][value=" + step + "]");
    }

    /** The first field of the first page; Cl@ve PIN is chosen on the way there, where there is a choice. */
    public Locator nationalId() {
        new WayPages(page).choosePinIfAsked();
        return page.locator("#nationalId");
    }

    public Locator contrastDatum() {
        return page.locator("#contrastDatum");
    }

    public Locator code() {
        return page.locator("#code");
    }

    /** What the page says at its top: a mistake, a refusal. */
    public Locator alert() {
        return page.locator("main [role=alert]");
    }

    /** A wrong PIN, whatever the right ones are. */
    public static String wrong(List<String> pins) {
        return List.of("000000", "111111", "222222", "333333", "444444", "555555", "666666").stream()
                .filter(pin -> !pins.contains(pin))
                .findFirst()
                .orElseThrow();
    }

    /** A wrong PIN. */
    public static String wrong(String pin) {
        return wrong(List.of(pin));
    }
}
