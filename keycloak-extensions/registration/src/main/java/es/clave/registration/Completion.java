package es.clave.registration;

import es.clave.identity.MobileNumber;
import es.clave.platform.FormFields;
import es.clave.registration.contact.ContactNotes;
import es.clave.registration.contact.PhoneProof;
import es.clave.registration.contact.ProvenMobile;
import es.clave.registration.contact.TypedContact;
import es.clave.registration.enrolment.Enrolment;
import es.clave.registration.enrolment.Receipt;
import es.clave.registration.enrolment.ReceiptNotes;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.CivilPerson;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** The end of the way, once the route has proven the person: contact data, phone, conditions, receipt. */
final class Completion {

    private static final Set<Stage> BEFORE_THE_ACT = Set.of(Stage.CONTACT, Stage.PHONE, Stage.TAKEN, Stage.CONDITIONS);

    private final AuthenticationFlowContext flow;
    private final RegistrationState state;
    private final RegistrationJournal journal;
    private final ContactNotes contact;
    private final ReceiptNotes receipt;
    private final PhoneProof proof;
    private final Enrolment enrolment;
    private final CompletionPages pages;

    Completion(
            AuthenticationFlowContext flow,
            RegistrationState state,
            RegistrationJournal journal,
            Clock clock,
            SecureRandom random) {
        KeycloakSession session = flow.getSession();
        this.flow = flow;
        this.state = state;
        this.journal = journal;
        this.contact = new ContactNotes(flow.getAuthenticationSession());
        this.receipt = new ReceiptNotes(session, flow.getRealm(), flow.getAuthenticationSession());
        this.proof = new PhoneProof(session, flow.getRealm(), clock, random);
        this.enrolment = new Enrolment(session, flow.getRealm(), clock);
        this.pages = new CompletionPages(flow, clock);
    }

    /** What stands in the way of who was proven. */
    Optional<Enrolment.Outcome> obstacle() {
        return enrolment.obstacle(person(), state.route().orElseThrow());
    }

    /** Shows the page that it has come to. */
    void resume() {
        switch (state.stage()) {
            case PHONE ->
                contact.sentCode().ifPresentOrElse(code -> flow.challenge(pages.phone(code)), this::showContact);
            case TAKEN ->
                contact.proven()
                        .ifPresentOrElse(mobile -> flow.challenge(pages.taken(mobile.number())), this::showContact);
            case CONDITIONS ->
                contact.proven()
                        .ifPresentOrElse(
                                mobile -> flow.challenge(pages.conditions(person(), mobile, email())),
                                this::showContact);
            case RECEIPT ->
                receipt.receipt().ifPresentOrElse(kept -> flow.challenge(pages.receipt(kept)), this::showContact);
            default -> showContact();
        }
    }

    private void showContact() {
        state.to(Stage.CONTACT);
        flow.challenge(
                contact.typed().equals(TypedContact.NOTHING)
                        ? known().map(TypedContact::keeping)
                                .map(pages::contactKept)
                                .orElseGet(() -> pages.contact(TypedContact.NOTHING))
                        : pages.contact(contact.typed()));
    }

    /** The registration that this one raises to a higher level: its contact data stay unless others are typed. */
    private Optional<Citizen> known() {
        return flow.getSession()
                .getProvider(CitizenRegistry.class)
                .find(flow.getRealm(), person().nationalId())
                .filter(citizen -> citizen.status() == Citizen.Status.ACTIVE);
    }

    /** Takes one of its steps where it belongs; elsewhere it shows the page anew. */
    void action(String step) {
        Stage stage = state.stage();
        switch (step) {
            case "contact" -> onlyIf(stage == Stage.CONTACT, () -> contact(TypedContact.of(form())));
            case "change-contact" -> onlyIf(BEFORE_THE_ACT.contains(stage), this::showContact);
            case "verify" -> onlyIf(stage == Stage.PHONE, () -> verify(form().text(CompletionPages.CODE)));
            case "resend" -> onlyIf(stage == Stage.PHONE, this::resend);
            case "take-over" -> onlyIf(stage == Stage.TAKEN, this::takeOver);
            case "accept" -> onlyIf(stage == Stage.CONDITIONS, this::accept);
            default -> resume();
        }
    }

    private void onlyIf(boolean belongsHere, Runnable action) {
        if (belongsHere) {
            action.run();
        } else {
            resume();
        }
    }

    private void contact(TypedContact typed) {
        contact.keep(typed);
        Optional<TypedContact.Contact> understood = typed.contact();
        if (understood.isEmpty()) {
            journal.failure(RegistrationOutcome.MALFORMED_CONTACT);
            flow.challenge(pages.contact(typed, typed.mistakes()));
            return;
        }
        MobileNumber mobile = understood.get().mobile();
        if (contact.proven().filter(known -> known.number().equals(mobile)).isPresent()) {
            afterProof();
            return;
        }
        if (contact.sentCode().filter(code -> code.to().equals(mobile)).isPresent()) {
            // Who went back and came again is better served by the code that is on its way.
            state.to(Stage.PHONE);
            resume();
            return;
        }
        send(mobile).ifPresent(refusal -> flow.challenge(pages.contact(typed, refusal)));
    }

    /** Sends a code and shows the page that takes it; or tells why not. */
    private Optional<Refusal> send(MobileNumber mobile) {
        PhoneProof.Sending sending = proof.send(asker(), mobile, locale());
        if (sending instanceof PhoneProof.Sending.Refused refused) {
            journal.failure(refused.refusal().outcome());
            return Optional.of(refused.refusal());
        }
        contact.sent(mobile, (PhoneProof.Sending.Sent) sending);
        journal.step(RegistrationOutcome.CODE_SENT);
        state.to(Stage.PHONE);
        resume();
        return Optional.empty();
    }

    private void resend() {
        Optional<ContactNotes.SentCode> before = contact.sentCode();
        if (before.isEmpty()) {
            resume();
            return;
        }
        PhoneProof.Sending sending = proof.send(asker(), before.get().to(), locale());
        if (sending instanceof PhoneProof.Sending.Refused refused) {
            journal.failure(refused.refusal().outcome());
            flow.challenge(pages.phone(before.get(), refused.refusal(), true));
            return;
        }
        contact.sent(before.get().to(), (PhoneProof.Sending.Sent) sending);
        journal.step(RegistrationOutcome.CODE_SENT);
        flow.challenge(pages.phoneSentAgain(contact.sentCode().orElseThrow()));
    }

    private void verify(String typed) {
        Optional<ContactNotes.SentCode> sent = contact.sentCode();
        if (sent.isEmpty()) {
            resume();
            return;
        }
        PhoneProof.Answer answer = proof.answer(asker(), sent.get().to(), typed);
        if (answer instanceof PhoneProof.Answer.Proven proven) {
            contact.proven(proven.mobile());
            journal.step(RegistrationOutcome.PHONE_PROVEN);
            audit(RegistrationStep.PHONE_PROVEN);
            afterProof();
        } else if (answer instanceof PhoneProof.Answer.Mistaken mistaken) {
            journal.failure(RegistrationOutcome.WRONG_CODE);
            flow.challenge(pages.phone(
                    sent.get(),
                    new FormMessage(
                            CompletionPages.CODE,
                            mistaken.key(),
                            mistaken.parameters().toArray())));
        } else if (answer instanceof PhoneProof.Answer.Refused refused) {
            journal.failure(refused.refusal().outcome());
            audit(RegistrationStep.PHONE_REFUSED);
            flow.challenge(pages.phone(sent.get(), refused.refusal(), false));
        }
    }

    private void afterProof() {
        ProvenMobile mobile = contact.proven().orElseThrow();
        boolean ask = !contact.takesOver() && enrolment.takesFromAnother(person(), mobile);
        state.to(ask ? Stage.TAKEN : Stage.CONDITIONS);
        resume();
    }

    private void takeOver() {
        contact.takeOver();
        journal.step(RegistrationOutcome.TAKEOVER_CONFIRMED);
        audit(RegistrationStep.TAKEOVER_CONFIRMED);
        state.to(Stage.CONDITIONS);
        resume();
    }

    private void accept() {
        Optional<ProvenMobile> mobile = contact.proven();
        if (mobile.isEmpty()) {
            resume();
            return;
        }
        if (form().text(CompletionPages.CONDITIONS).isEmpty()) {
            journal.failure(RegistrationOutcome.CONDITIONS_NOT_ACCEPTED);
            flow.challenge(pages.conditionsNotAccepted(person(), mobile.get(), email()));
            return;
        }
        Enrolment.Outcome outcome = enrolment.complete(new Enrolment.Request(
                person(),
                state.route().orElseThrow(),
                mobile.get(),
                contact.takesOver(),
                contact.typed().contact().map(TypedContact.Contact::email),
                Optional.empty(),
                locale()));
        if (outcome instanceof Enrolment.Outcome.Completed completed) {
            completed(completed.receipt());
        } else if (outcome instanceof Enrolment.Outcome.TakesFromAnother) {
            // Somebody registered the number between its proof and this moment.
            state.to(Stage.TAKEN);
            resume();
        } else {
            journal.failure(
                    outcome instanceof Enrolment.Outcome.AlreadyRegistered
                            ? RegistrationOutcome.ALREADY_REGISTERED
                            : RegistrationOutcome.ROUTE_NOT_ALLOWED);
            state.to(Stage.OBSTACLE);
            obstacle(outcome);
        }
    }

    private void completed(Receipt made) {
        receipt.keep(made);
        contact.forget();
        state.to(Stage.RECEIPT);
        journal.registered(made.citizen());
        flow.challenge(pages.receipt(made));
    }

    /** Tells who was proven what stands in the way. */
    void obstacle(Enrolment.Outcome obstacle) {
        flow.challenge(
                obstacle instanceof Enrolment.Outcome.AlreadyRegistered already
                        ? pages.already(already.citizen())
                        : pages.routeNotAllowed());
    }

    /** Forgets what was typed and made. */
    void forget() {
        contact.forget();
        receipt.forget();
    }

    private String email() {
        return contact.typed().contact().map(known -> known.email().value()).orElse("");
    }

    private void audit(RegistrationStep step) {
        flow.getSession()
                .getProvider(AuditLog.class)
                .append(
                        flow.getRealm(),
                        AuditRecord.about(person().nationalId(), step, AuditRecord.ANYBODY)
                                .with("route", state.route().map(Enum::name).orElse("")));
    }

    private PhoneProof.Asker asker() {
        return new PhoneProof.Asker(
                person().nationalId(), RegistrationContext.browser(flow), RegistrationContext.source(flow));
    }

    private CivilPerson person() {
        return state.person().orElseThrow();
    }

    private FormFields form() {
        return FormFields.of(flow);
    }

    private Locale locale() {
        return flow.getSession().getContext().resolveLocale(null);
    }
}
