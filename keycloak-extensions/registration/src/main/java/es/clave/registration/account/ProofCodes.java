package es.clave.registration.account;

import es.clave.challenge.CodeSlot;
import es.clave.challenge.Codes;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.OneTimeCode;
import es.clave.identity.Parsed;
import es.clave.messaging.CodeMessage;
import es.clave.messaging.Email;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.SourceAddress;
import es.clave.platform.ThemeTexts;
import es.clave.registration.RegistrationSettings;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/**
 * Codes that the citizen types in to prove to have a phone or to read an address. Each belongs to one session and one
 * address; failures count for the citizen, whatever the session.
 */
final class ProofCodes {

    private final Account account;
    private final Throttle throttle;
    private final Codes codes;
    private final RegistrationSettings settings;

    ProofCodes(Account account) {
        this.account = account;
        this.throttle = account.session().getProvider(Throttle.class);
        this.codes = account.session().getProvider(Codes.class);
        this.settings = RegistrationSettings.of(account.realm());
    }

    /** How long everything may take. */
    Duration lifetime() {
        return settings.phoneCode().lifetime();
    }

    /** The same, for pages and messages. */
    int lifetimeMinutes() {
        return settings.phoneCodeMinutes();
    }

    /**
     * Sends a code to each.
     *
     * @return why none was sent; empty if all were
     */
    Optional<FormMessage> send(List<ProofTarget> targets) {
        Optional<FormMessage> refused = standing().or(() -> limits(targets));
        if (refused.isPresent()) {
            account.journal().failed(AccountOutcome.CODE_REFUSED);
        } else {
            targets.forEach(this::send);
            account.journal().done(AccountOutcome.CODE_SENT);
        }
        return refused;
    }

    private Optional<FormMessage> limits(List<ProofTarget> targets) {
        String citizen = account.citizen().id();
        List<Throttle.Demand> demands = new ArrayList<>(List.of(
                new Throttle.Demand(settings.phoneSpacing(), citizen),
                new Throttle.Demand(settings.phoneCodesPerPerson(), citizen),
                new Throttle.Demand(
                        SourceLimits.of(account.realm()).codes(),
                        SourceAddress.of(account.session().getContext().getConnection()))));
        targets.forEach(target -> demands.add(new Throttle.Demand(settings.phoneCodesPerNumber(), target.address())));
        if (!(throttle.take(account.realm().getId(), demands) instanceof Throttle.Verdict.Refused refused)) {
            return Optional.empty();
        }
        if (refused.limit().equals(settings.phoneSpacing())) {
            return Optional.of(new FormMessage(
                    null, "accountCodeTooSoon", refused.retryAfter().toSeconds() + 1));
        }
        boolean oneOfOurs = refused.limit().equals(settings.phoneCodesPerPerson())
                || refused.limit().equals(settings.phoneCodesPerNumber());
        return Optional.of(new FormMessage(
                null, oneOfOurs ? "accountCodeTooMany" : "sourceLimited", minutes(refused.retryAfter())));
    }

    private void send(ProofTarget target) {
        OneTimeCode code = OneTimeCode.random(account.random());
        Instant expiresAt = codes.issue(slot(target), browser(), code, settings.phoneCode());
        Outbox outbox = account.session().getProvider(Outbox.class);
        if (target instanceof ProofTarget.Phone phone) {
            CodeMessage message = new CodeMessage(
                    texts().pattern("smsAccountCode", "Cl@ve: {0}"),
                    account.locale(),
                    account.address().getHost());
            outbox.send(
                    account.realm(),
                    new Sms(phone.number(), message.text(code, "Mi Cl@ve", settings.phoneCodeMinutes()), expiresAt));
        } else {
            outbox.send(
                    account.realm(),
                    new Email(
                            target.address(),
                            texts().pattern("emailAccountCodeSubject", "Cl@ve"),
                            new MessageFormat(texts().pattern("emailAccountCodeText", "{0}"), account.locale())
                                    .format(new Object[] {code.value(), Integer.toString(settings.phoneCodeMinutes())}),
                            List.of(),
                            expiresAt));
        }
    }

    /**
     * Tries what was typed into the field of this target.
     *
     * @return what is wrong with it; empty if the target is proven now
     */
    Optional<FormMessage> check(ProofTarget target, String typed) {
        Parsed<OneTimeCode, OneTimeCode.Mistake> code = OneTimeCode.parse(typed);
        if (code.valid().isEmpty()) {
            boolean empty =
                    code.invalid().filter(OneTimeCode.Mistake.EMPTY::equals).isPresent();
            return Optional.of(new FormMessage(target.purpose(), empty ? "accountCodeEmpty" : "accountCodeMalformed"));
        }
        return standing().or(() -> answer(target, code.orElseThrow()));
    }

    private Optional<FormMessage> answer(ProofTarget target, OneTimeCode typed) {
        Codes.Answer answer = codes.answer(slot(target), browser(), typed);
        if (answer instanceof Codes.Answer.Accepted) {
            return Optional.empty();
        }
        if (answer instanceof Codes.Answer.Wrong wrong) {
            return Optional.of(
                    failed().orElseGet(() -> new FormMessage(target.purpose(), "accountCodeWrong", wrong.triesLeft())));
        }
        if (answer instanceof Codes.Answer.Exhausted) {
            return Optional.of(failed().orElseGet(() -> new FormMessage(target.purpose(), "accountCodeExhausted")));
        }
        return Optional.of(new FormMessage(target.purpose(), "accountCodeExpired"));
    }

    /**
     * Everything was proven. Not before: who can prove one of two addresses must not so forget the failures at the other.
     */
    void succeeded() {
        throttle.succeeded(
                account.realm().getId(),
                settings.phoneFailures(),
                account.citizen().id());
    }

    private Optional<FormMessage> failed() {
        account.journal().failed(AccountOutcome.WRONG_CODE);
        return paused(throttle.failed(
                account.realm().getId(),
                settings.phoneFailures(),
                account.citizen().id()));
    }

    private Optional<FormMessage> standing() {
        return paused(throttle.standing(
                account.realm().getId(),
                settings.phoneFailures(),
                account.citizen().id()));
    }

    private static Optional<FormMessage> paused(Throttle.Standing standing) {
        return standing instanceof Throttle.Standing.Paused paused
                ? Optional.of(new FormMessage(null, "paused", minutes(paused.rest())))
                : Optional.empty();
    }

    private CodeSlot slot(ProofTarget target) {
        return new CodeSlot(
                account.realm().getId(),
                "account-" + target.purpose(),
                account.citizen().id() + " " + target.address());
    }

    private String browser() {
        return account.visitor().session().getId();
    }

    private ThemeTexts texts() {
        return ThemeTexts.of(account.session(), account.realm(), account.locale());
    }

    /** Whole minutes, never too few. */
    private static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }
}
