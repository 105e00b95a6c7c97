package es.clave.registration.contact;

import es.clave.challenge.CodeSlot;
import es.clave.challenge.Codes;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.OneTimeCode;
import es.clave.identity.Parsed;
import es.clave.messaging.CodeMessage;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.ThemeTexts;
import es.clave.registration.Refusal;
import es.clave.registration.RegistrationOutcome;
import es.clave.registration.RegistrationSettings;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The proof of having a mobile: a code is sent to it and typed in. It is always asked for, so that no page tells whether a
 * number is registered; who has the telephone learns it from the message.
 */
public final class PhoneProof {

    private static final String PURPOSE = "registration-phone";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RegistrationSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    public PhoneProof(KeycloakSession session, RealmModel realm, Clock clock, SecureRandom random) {
        this.session = session;
        this.realm = realm;
        this.settings = RegistrationSettings.of(realm);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Who wants to prove a number.
     *
     * @param person whom the number is for
     * @param browser the only browser session that may answer
     * @param source where the request comes from, for limits; an officer's id where an officer asks
     */
    public record Asker(NationalId person, String browser, String source) {}

    /** What became of the wish for a code. */
    public sealed interface Sending {

        /** A code is on its way. */
        record Sent(Instant expiresAt, Instant resendAt) implements Sending {}

        /** Not now. */
        record Refused(Refusal refusal) implements Sending {}
    }

    /** What became of a typed code. */
    public sealed interface Answer {

        /** Right: the number is proven. */
        record Proven(ProvenMobile mobile) implements Answer {}

        /** Not right; the code may be typed again. {@code key} is that of a text. */
        record Mistaken(String key, List<Integer> parameters) implements Answer {}

        /** Not right, and this code will not be any more. */
        record Refused(Refusal refusal) implements Answer {}
    }

    /** Sends a code in place of the one before. */
    public Sending send(Asker asker, MobileNumber to, Locale locale) {
        Throttle throttle = session.getProvider(Throttle.class);
        Optional<Refusal> paused = paused(throttle.standing(realm.getId(), settings.phoneFailures(), subject(asker)));
        if (paused.isPresent()) {
            return new Sending.Refused(paused.get());
        }
        Throttle.Verdict verdict = throttle.take(
                realm.getId(),
                List.of(
                        // Of this number: who mistyped it need not wait to put it right.
                        new Throttle.Demand(settings.phoneSpacing(), subject(asker) + " " + to.e164()),
                        new Throttle.Demand(settings.phoneCodesPerPerson(), subject(asker)),
                        new Throttle.Demand(settings.phoneCodesPerNumber(), to.e164()),
                        new Throttle.Demand(SourceLimits.of(realm).codes(), asker.source())));
        if (verdict instanceof Throttle.Verdict.Refused refused) {
            return new Sending.Refused(limited(refused));
        }
        OneTimeCode code = OneTimeCode.random(random);
        Instant expiresAt =
                session.getProvider(Codes.class).issue(slot(asker, to), asker.browser(), code, settings.phoneCode());
        session.getProvider(Outbox.class).send(realm, new Sms(to, text(asker, to, code, locale), expiresAt));
        return new Sending.Sent(expiresAt, clock.instant().plus(settings.phoneResendWait()));
    }

    private Refusal limited(Throttle.Verdict.Refused refused) {
        if (refused.limit().equals(settings.phoneSpacing())) {
            return Refusal.tooSoon(refused.retryAfter());
        }
        return refused.limit().equals(SourceLimits.of(realm).codes())
                ? Refusal.sourceLimited(refused)
                : Refusal.tooManyCodes(refused.retryAfter());
    }

    /** Whose number it is other than this person's: the look-up is made, and a text written, in either case. */
    private String text(Asker asker, MobileNumber to, OneTimeCode code, Locale locale) {
        boolean another = holder(to)
                .filter(citizen -> !citizen.nationalId().equals(asker.person()))
                .isPresent();
        ThemeTexts texts = ThemeTexts.of(session, realm, locale);
        String pattern = texts.pattern(another ? "smsPhoneCodeTaken" : "smsPhoneCode", "Cl@ve: {0}");
        String host = session.getContext().getUri().getBaseUri().getHost();
        return new CodeMessage(pattern, locale, host).text(code, "Cl@ve", settings.phoneCodeMinutes());
    }

    private Optional<Citizen> holder(MobileNumber mobile) {
        return session.getProvider(CitizenRegistry.class).findByMobile(realm, mobile);
    }

    /** Tries the code that was typed. */
    public Answer answer(Asker asker, MobileNumber mobile, String typed) {
        Parsed<OneTimeCode, OneTimeCode.Mistake> code = OneTimeCode.parse(typed);
        if (code.valid().isEmpty()) {
            boolean empty =
                    code.invalid().filter(OneTimeCode.Mistake.EMPTY::equals).isPresent();
            return new Answer.Mistaken(empty ? "phoneCodeEmpty" : "phoneCodeMalformed", List.of());
        }
        Throttle throttle = session.getProvider(Throttle.class);
        Optional<Refusal> paused = paused(throttle.standing(realm.getId(), settings.phoneFailures(), subject(asker)));
        if (paused.isPresent()) {
            return new Answer.Refused(paused.get());
        }
        Codes.Answer answer = session.getProvider(Codes.class)
                .answer(slot(asker, mobile), asker.browser(), code.valid().get());
        if (answer instanceof Codes.Answer.Accepted) {
            throttle.succeeded(realm.getId(), settings.phoneFailures(), subject(asker));
            return new Answer.Proven(new ProvenMobile(mobile));
        }
        if (answer instanceof Codes.Answer.Wrong wrong) {
            return failed(throttle, asker)
                    .<Answer>map(Answer.Refused::new)
                    .orElseGet(() -> new Answer.Mistaken("phoneCodeWrong", List.of(wrong.triesLeft())));
        }
        if (answer instanceof Codes.Answer.Exhausted) {
            return new Answer.Refused(failed(throttle, asker).orElseGet(Refusal::codeExhausted));
        }
        return new Answer.Refused(
                answer instanceof Codes.Answer.Superseded ? Refusal.codeSuperseded() : Refusal.codeExpired());
    }

    private Optional<Refusal> failed(Throttle throttle, Asker asker) {
        return paused(throttle.failed(realm.getId(), settings.phoneFailures(), subject(asker)));
    }

    private static Optional<Refusal> paused(Throttle.Standing standing) {
        return standing instanceof Throttle.Standing.Paused paused
                ? Optional.of(new Refusal(RegistrationOutcome.PAUSED, "paused", Refusal.minutes(paused.rest())))
                : Optional.empty();
    }

    private CodeSlot slot(Asker asker, MobileNumber mobile) {
        return new CodeSlot(realm.getId(), PURPOSE, subject(asker) + " " + mobile.e164());
    }

    private static String subject(Asker asker) {
        return "person:" + asker.person().value();
    }
}
