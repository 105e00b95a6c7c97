package es.clave.registration.contact;

import es.clave.identity.MobileNumber;
import es.clave.identity.PhoneCountry;
import es.clave.registration.Notes;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a browser window's registration remembers of the contact data. Whether a code is right is in {@code Codes} and
 * {@code Throttle}; that it was right is here, because notes are out of the browser's reach.
 */
public final class ContactNotes {

    private static final String PREFIX = "clave.registration.contact.";
    private static final String REGION = PREFIX + "region";
    private static final String MOBILE = PREFIX + "mobile";
    private static final String EMAIL = PREFIX + "email";
    private static final String EXPIRES_AT = PREFIX + "expires";
    private static final String RESEND_AT = PREFIX + "resend";
    private static final String SENT_TO = PREFIX + "sent-to";
    private static final String PROVEN = PREFIX + "proven";
    private static final String TAKEN_FROM_ANOTHER = PREFIX + "takeover";

    private final Notes browser;

    public ContactNotes(AuthenticationSessionModel browser) {
        this(Notes.of(browser));
    }

    public ContactNotes(Notes notes) {
        this.browser = notes;
    }

    /** A code that is on its way. */
    public record SentCode(MobileNumber to, Instant expiresAt, Instant resendAt) {}

    /** What was typed last. */
    public TypedContact typed() {
        return new TypedContact(
                text(REGION).orElse(PhoneCountry.HOME.region()),
                text(MOBILE).orElse(""),
                text(EMAIL).orElse(""));
    }

    /** Remembers what was typed, so that nobody types it twice. */
    public void keep(TypedContact typed) {
        browser.set(REGION, typed.region());
        browser.set(MOBILE, typed.mobile());
        browser.set(EMAIL, typed.email());
    }

    /** The code that this window waits for. */
    public Optional<SentCode> sentCode() {
        return text(SENT_TO)
                .map(to -> new SentCode(
                        MobileNumber.of(to),
                        Instant.ofEpochMilli(
                                Long.parseLong(browser.get(EXPIRES_AT).orElseThrow())),
                        Instant.ofEpochMilli(
                                Long.parseLong(browser.get(RESEND_AT).orElseThrow()))));
    }

    /** A code was sent: no number is proven until it comes back. */
    public void sent(MobileNumber to, PhoneProof.Sending.Sent code) {
        forgetProof();
        browser.set(SENT_TO, to.e164());
        browser.set(EXPIRES_AT, Long.toString(code.expiresAt().toEpochMilli()));
        browser.set(RESEND_AT, Long.toString(code.resendAt().toEpochMilli()));
    }

    /** The number that this window has proven. */
    public Optional<ProvenMobile> proven() {
        return text(PROVEN).map(MobileNumber::of).map(ProvenMobile::new);
    }

    /** The code came back. */
    public void proven(ProvenMobile mobile) {
        forgetProof();
        browser.set(PROVEN, mobile.number().e164());
    }

    /** Whether the citizen knows that the number is taken from somebody else, and wants it. */
    public boolean takesOver() {
        return text(TAKEN_FROM_ANOTHER).isPresent();
    }

    /** The citizen was told, and wants it. */
    public void takeOver() {
        browser.set(TAKEN_FROM_ANOTHER, "true");
    }

    private void forgetProof() {
        for (String note : new String[] {EXPIRES_AT, RESEND_AT, SENT_TO, PROVEN, TAKEN_FROM_ANOTHER}) {
            browser.remove(note);
        }
    }

    /** Forgets everything. */
    public void forget() {
        forgetProof();
        for (String note : new String[] {REGION, MOBILE, EMAIL}) {
            browser.remove(note);
        }
    }

    private Optional<String> text(String note) {
        return browser.get(note);
    }
}
