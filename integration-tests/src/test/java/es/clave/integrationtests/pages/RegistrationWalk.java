package es.clave.integrationtests.pages;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.LetterReader;
import es.clave.integrationtests.harness.Messages;

/** The whole way through the registration by letter, in a browser. */
public final class RegistrationWalk {

    private final Page page;
    private final Messages messages;

    public RegistrationWalk(Page page, Messages messages) {
        this.page = page;
        this.messages = messages;
    }

    /** Presses the link on the login's page. */
    public void fromTheLogin() {
        page.locator("a[href*='login-actions/registration']").first().click();
        page.locator("form#clave-registration-start").waitFor();
    }

    /** Types the document. */
    public void identify(Citizen citizen) {
        page.locator("#nationalId").fill(citizen.nationalId());
        page.locator("#contrastDatum").fill(citizen.datumAsPrinted());
        press("identify");
    }

    /** Asks for the letter, waits for it and types its code. */
    public void proveByLetter(Citizen citizen) {
        press("letter.begin");
        press("letter.request");
        String code = LetterReader.code(messages.lastLetterTo(citizen.givenName() + " " + citizen.familyName()));
        press("letter.have");
        page.locator("#letterCode").fill(code);
        press("letter.code");
    }

    /** Types mobile and e-mail. */
    public void contact(String mobile, String email) {
        page.locator("#mobile").fill(mobile);
        page.locator("#email").fill(email);
        press("contact");
    }

    /** Reads the last message to this phone and types its code. */
    public void enterCodeSentTo(String mobile) {
        page.locator("#code").waitFor();
        int already = messages.to(mobile).size();
        String code = messages.next(mobile, Math.max(0, already - 1)).pin();
        page.locator("#code").fill(code);
        press("verify");
    }

    /** Accepts the conditions. */
    public void accept() {
        page.locator("#conditions").check();
        press("accept");
    }

    /** Presses one of the buttons. */
    public void press(String step) {
        page.locator("button[name=step][value='" + step + "']").click();
    }
}
