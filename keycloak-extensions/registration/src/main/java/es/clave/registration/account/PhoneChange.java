package es.clave.registration.account;

import es.clave.identity.MobileNumber;
import es.clave.identity.Parsed;
import es.clave.platform.FormFields;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.CitizenRegistry.MobileChange;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Another phone. Who showed a certificate proves to have the new one; whoever reached SUBSTANTIAL otherwise, with something
 * that may be the phone itself, proves to have the old one too. Nobody else changes it here.
 */
final class PhoneChange {

    static final String OLD_CODE = "oldCode";
    static final String NEW_CODE = "newCode";

    private static final String KIND = "phone";
    private static final String MOBILE = "mobile";
    private static final String PAGE = "clave-account-phone.ftl";

    private final Account account;
    private final CitizenRegistry registry;
    private final ProofCodes codes;

    PhoneChange(Account account) {
        this.account = account;
        this.registry = account.session().getProvider(CitizenRegistry.class);
        this.codes = new ProofCodes(account);
    }

    Response show() {
        if (!account.substantial()) {
            return account.levelPage(Account.PHONE);
        }
        return pending().map(this::next).orElseGet(() -> numberPage("", List.of()));
    }

    Response act(FormFields fields) {
        String step = fields.text(Account.STEP);
        if (step.equals(Account.STEP_UP)) {
            return account.stepUp(Account.PHONE);
        }
        if (!account.substantial()) {
            return account.levelPage(Account.PHONE);
        }
        return switch (step) {
            case "send" -> send(fields.text(MOBILE));
            case "resend" -> pending().map(this::resend).orElseGet(this::show);
            case "verify" -> pending().map(change -> verify(change, fields)).orElseGet(this::expired);
            case "confirm" -> pending().filter(this::proven).map(this::change).orElseGet(this::expired);
            case "restart" -> restart();
            default -> account.pages().badRequest();
        };
    }

    private Response send(String typed) {
        Parsed<MobileNumber, MobileNumber.Mistake> number = MobileNumber.parse(typed);
        Optional<FormMessage> mistake = number.invalid()
                .map(PhoneChange::key)
                .or(() -> number.valid()
                        .filter(account.citizen().mobile()::equals)
                        .map(same -> "accountPhoneSame"))
                .map(key -> new FormMessage(MOBILE, key));
        if (mistake.isPresent()) {
            return numberPage(typed, List.of(mistake.get()));
        }
        return send(number.orElseThrow(), refused -> numberPage(typed, List.of(refused)));
    }

    private static String key(MobileNumber.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> "accountPhoneEmpty";
            case MALFORMED -> "accountPhoneMalformed";
            case NOT_MOBILE -> "accountPhoneNotMobile";
        };
    }

    private Response resend(PendingChange change) {
        return send(number(change), refused -> codesPage(change, List.of(refused)));
    }

    private Response send(MobileNumber number, Function<FormMessage, Response> refusedPage) {
        PendingChange change = new PendingChange(
                number.e164(), Set.of(), account.clock().instant().plus(codes.lifetime()));
        Optional<FormMessage> refused = codes.send(targets(change));
        if (refused.isPresent()) {
            return refusedPage.apply(refused.get());
        }
        change.keep(session(), KIND);
        return account.pages().redirect(account.address(Account.PHONE));
    }

    /** The codes of one change, in the order in which the page asks for them. */
    private List<ProofTarget> targets(PendingChange change) {
        List<ProofTarget> targets = new ArrayList<>();
        if (!account.byCertificate()) {
            targets.add(new ProofTarget.Phone(OLD_CODE, account.citizen().mobile()));
        }
        targets.add(new ProofTarget.Phone(NEW_CODE, number(change)));
        return targets;
    }

    private Response verify(PendingChange before, FormFields fields) {
        PendingChange change = before;
        List<FormMessage> wrong = new ArrayList<>();
        for (ProofTarget target : targets(before)) {
            if (!change.proven().contains(target.purpose())) {
                Optional<FormMessage> mistake = codes.check(target, fields.text(target.purpose()));
                mistake.ifPresent(wrong::add);
                change = mistake.isPresent() ? change : change.proving(target.purpose());
            }
        }
        change.keep(session(), KIND);
        return wrong.isEmpty() ? next(change) : codesPage(change, wrong);
    }

    private boolean proven(PendingChange change) {
        return targets(change).stream().map(ProofTarget::purpose).allMatch(change.proven()::contains);
    }

    /** What is still to be done. Only who has the phone learns that somebody else had registered it. */
    private Response next(PendingChange change) {
        if (!proven(change)) {
            return codesPage(change, List.of());
        }
        return registry.findByMobile(account.realm(), number(change)).isPresent() ? takenPage(change) : change(change);
    }

    private Response change(PendingChange proven) {
        Citizen before = account.citizen();
        MobileChange change = registry.changeMobile(account.realm(), before, number(proven), before.id());
        PendingChange.forget(session(), KIND);
        codes.succeeded();
        if (change instanceof MobileChange.Changed changed) {
            Announcements announcements = new Announcements(account);
            announcements.phoneChanged(before);
            changed.displaced().ifPresent(announcements::displaced);
            account.journal()
                    .done(
                            changed.displaced().isPresent()
                                    ? AccountOutcome.PHONE_TAKEN_OVER
                                    : AccountOutcome.PHONE_CHANGED);
        }
        return account.done(Overview.PHONE_CHANGED);
    }

    private Response restart() {
        PendingChange.forget(session(), KIND);
        return account.pages().redirect(account.address(Account.PHONE));
    }

    private Response expired() {
        return numberPage("", List.of(new FormMessage(null, "accountProofExpired")));
    }

    private Response numberPage(String typed, List<FormMessage> mistakes) {
        return page("number", mistakes).setAttribute(MOBILE, typed).createForm(PAGE);
    }

    private Response codesPage(PendingChange change, List<FormMessage> mistakes) {
        return page("codes", mistakes)
                .setAttribute(
                        "codes",
                        targets(change).stream()
                                .map(ProofTarget::purpose)
                                .filter(purpose -> !change.proven().contains(purpose))
                                .toList())
                .setAttribute("newPhoneEnding", number(change).lastDigits())
                .createForm(PAGE);
    }

    private Response takenPage(PendingChange change) {
        return page("taken", List.of())
                .setAttribute("newPhoneEnding", number(change).lastDigits())
                .createForm(PAGE);
    }

    private LoginFormsProvider page(String stage, List<FormMessage> mistakes) {
        LoginFormsProvider page = account.page()
                .setAttribute("stage", stage)
                .setAttribute("codeMinutes", codes.lifetimeMinutes())
                .setAttribute("byCertificate", account.byCertificate())
                .setAttribute("phoneEnding", account.citizen().mobile().lastDigits());
        return mistakes.isEmpty() ? page : page.setErrors(mistakes);
    }

    private static MobileNumber number(PendingChange change) {
        return MobileNumber.of(change.address());
    }

    private Optional<PendingChange> pending() {
        return PendingChange.of(session(), KIND, account.clock().instant());
    }

    private UserSessionModel session() {
        return account.visitor().session();
    }
}
