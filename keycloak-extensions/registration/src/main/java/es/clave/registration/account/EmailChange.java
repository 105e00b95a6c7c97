package es.clave.registration.account;

import es.clave.messaging.Email;
import es.clave.platform.FormFields;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;

/** Another e-mail address: whoever is logged in, with a code that goes to the new one. */
final class EmailChange {

    static final String CODE = "emailCode";

    private static final String KIND = "email";
    private static final String EMAIL = "email";
    private static final String PAGE = "clave-account-email.ftl";

    private final Account account;
    private final ProofCodes codes;

    EmailChange(Account account) {
        this.account = account;
        this.codes = new ProofCodes(account);
    }

    Response show() {
        return pending().map(change -> codePage(change, List.of())).orElseGet(() -> addressPage("", List.of()));
    }

    Response act(FormFields fields) {
        return switch (fields.text(Account.STEP)) {
            case "send" -> send(fields.text(EMAIL).strip());
            case "resend" -> pending().map(this::resend).orElseGet(this::show);
            case "verify" -> pending().map(change -> verify(change, fields)).orElseGet(this::expired);
            case "restart" -> restart();
            default -> account.pages().badRequest();
        };
    }

    private Response send(String typed) {
        Optional<FormMessage> mistake = mistake(typed).map(key -> new FormMessage(EMAIL, key));
        if (mistake.isPresent()) {
            return addressPage(typed, List.of(mistake.get()));
        }
        return send(typed, refused -> addressPage(typed, List.of(refused)));
    }

    private Optional<String> mistake(String typed) {
        if (typed.isEmpty()) {
            return Optional.of("accountEmailEmpty");
        }
        if (!Validation.isEmailValid(typed) || !sendable(typed)) {
            return Optional.of("accountEmailMalformed");
        }
        boolean same = account.citizen()
                .email()
                .filter(email -> email.toLowerCase(Locale.ROOT).equals(typed.toLowerCase(Locale.ROOT)))
                .isPresent();
        return same ? Optional.of("accountEmailSame") : Optional.empty();
    }

    /** The outbox is stricter than the standard: what it would not send is no address to register. */
    private boolean sendable(String typed) {
        try {
            return !new Email(typed, KIND, "", List.of(), account.clock().instant())
                    .to()
                    .isEmpty();
        } catch (IllegalArgumentException notSendable) {
            return false;
        }
    }

    private Response resend(PendingChange change) {
        return send(change.address(), refused -> codePage(change, List.of(refused)));
    }

    private Response send(String address, Function<FormMessage, Response> refusedPage) {
        PendingChange change =
                new PendingChange(address, Set.of(), account.clock().instant().plus(codes.lifetime()));
        Optional<FormMessage> refused = codes.send(List.of(target(change)));
        if (refused.isPresent()) {
            return refusedPage.apply(refused.get());
        }
        change.keep(session(), KIND);
        return account.pages().redirect(account.address(Account.EMAIL));
    }

    private static ProofTarget target(PendingChange change) {
        return new ProofTarget.Mailbox(CODE, change.address());
    }

    private Response verify(PendingChange change, FormFields fields) {
        Optional<FormMessage> wrong = codes.check(target(change), fields.text(CODE));
        if (wrong.isPresent()) {
            return codePage(change, List.of(wrong.get()));
        }
        PendingChange.forget(session(), KIND);
        codes.succeeded();
        Citizen before = account.citizen();
        Optional<Citizen> changed = account.session()
                .getProvider(CitizenRegistry.class)
                .changeEmail(account.realm(), before, change.address(), before.id());
        if (changed.isEmpty()) {
            return account.pages().notFound();
        }
        new Announcements(account).emailChanged(before);
        account.journal().done(AccountOutcome.EMAIL_CHANGED);
        return account.done(Overview.EMAIL_CHANGED);
    }

    private Response restart() {
        PendingChange.forget(session(), KIND);
        return account.pages().redirect(account.address(Account.EMAIL));
    }

    private Response expired() {
        return addressPage("", List.of(new FormMessage(null, "accountProofExpired")));
    }

    private Response addressPage(String typed, List<FormMessage> mistakes) {
        return page("address", mistakes).setAttribute("typedEmail", typed).createForm(PAGE);
    }

    private Response codePage(PendingChange change, List<FormMessage> mistakes) {
        return page("code", mistakes).setAttribute("newEmail", change.address()).createForm(PAGE);
    }

    private LoginFormsProvider page(String stage, List<FormMessage> mistakes) {
        LoginFormsProvider page =
                account.page().setAttribute("stage", stage).setAttribute("codeMinutes", codes.lifetimeMinutes());
        account.citizen().email().map(MaskedEmail::of).ifPresent(email -> page.setAttribute("currentEmail", email));
        return mistakes.isEmpty() ? page : page.setErrors(mistakes);
    }

    private Optional<PendingChange> pending() {
        return PendingChange.of(session(), KIND, account.clock().instant());
    }

    private UserSessionModel session() {
        return account.visitor().session();
    }
}
