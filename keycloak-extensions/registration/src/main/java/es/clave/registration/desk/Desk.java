package es.clave.registration.desk;

import es.clave.documents.Pdf;
import es.clave.identity.ActivationCode;
import es.clave.identity.MobileNumber;
import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import es.clave.platform.pages.LocalPages;
import es.clave.platform.pages.LocalVisitor;
import es.clave.registration.Notes;
import es.clave.registration.address.RegistrationAddress;
import es.clave.registration.contact.ContactNotes;
import es.clave.registration.contact.PhoneProof;
import es.clave.registration.contact.ProvenMobile;
import es.clave.registration.contact.TypedContact;
import es.clave.registration.enrolment.Enrolment;
import es.clave.registration.enrolment.Receipt;
import es.clave.registration.enrolment.ReceiptDocument;
import es.clave.registration.enrolment.ReceiptNotes;
import es.clave.registration.enrolment.ReplacementCode;
import es.clave.registration.office.Appointment;
import es.clave.registration.office.Offices;
import es.clave.registration.office.RegistrationOffice;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.CivilPerson;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;

/** One request of an officer at the desk. */
final class Desk {

    private static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");

    private final KeycloakSession session;
    private final LocalPages pages;
    private final Officer officer;
    private final LocalVisitor visitor;
    private final RealmModel citizens;
    private final Clock clock;
    private final DeskNotes notes;
    private final ContactNotes contact;
    private final ReceiptNotes receipt;
    private final DeskJournal journal;
    private final DocumentLookUp lookUp;
    private final PhoneProof proof;
    private final Enrolment enrolment;
    private final DeskMessages messages;
    private final DeskPages shown;

    Desk(
            KeycloakSession session,
            LocalPages pages,
            LocalVisitor visitor,
            Officer officer,
            RealmModel citizens,
            DeskSettings settings,
            Clock clock,
            SecureRandom random) {
        Notes ofTheSession = Notes.of(visitor.session());
        this.session = session;
        this.pages = pages;
        this.officer = officer;
        this.visitor = visitor;
        this.citizens = citizens;
        this.clock = clock;
        this.notes = new DeskNotes(session, ofTheSession);
        this.contact = new ContactNotes(ofTheSession);
        this.receipt = new ReceiptNotes(session, citizens, ofTheSession);
        this.journal = new DeskJournal(session, citizens, officer.id(), officer.officeId());
        this.lookUp = new DocumentLookUp(
                session, citizens, session.getContext().getRealm(), officer, settings.lookups(), journal);
        this.proof = new PhoneProof(session, citizens, clock, random);
        this.enrolment = new Enrolment(session, citizens, clock);
        this.messages = new DeskMessages(session, citizens, clock);
        this.shown = new DeskPages(session, pages, visitor, officer, clock);
    }

    /** Shows the page that the desk has come to. */
    Response show() {
        return notes.open().map(this::show).orElseGet(() -> home(List.of(), new TypedDocument("", "")));
    }

    private Response show(DeskCase current) {
        return switch (current.stage()) {
            case DOCUMENT ->
                appointment(current)
                        .map(expected -> shown.document(expected, List.of(), ""))
                        .orElseGet(this::toHome);
            case PERSON -> person(current, List.of(), new TypedDocument("", ""));
            case CONTACT -> shown.contact(current, contact.typed(), List.of());
            case CODE -> contact.sentCode().map(shown::code).orElseGet(() -> to(current.at(DeskStage.CONTACT)));
            case CONFIRM -> confirm(current, List.of());
            case RENOUNCE -> shown.renounce(current.person().orElseThrow());
            case RECEIPT ->
                receipt.receipt().map(made -> shown.receipt(made, current)).orElseGet(this::toHome);
        };
    }

    private Response home(List<FormMessage> mistakes, TypedDocument typed) {
        Optional<RegistrationOffice> office = office();
        List<Appointment> today =
                office.map(known -> offices().today(citizens, known)).orElse(List.of());
        if (notes.seesFirst(today().toString())) {
            journal.look(DeskAct.DESK_APPOINTMENTS_SEEN, Optional.empty());
        }
        return shown.home(office, today, notes.news(), mistakes, typed);
    }

    /** Takes a step where it belongs; elsewhere it shows the page anew. */
    Response act(FormFields form) {
        String step = form.text("step");
        Optional<DeskCase> open = notes.open();
        if (open.isEmpty()) {
            return step.startsWith("serve:")
                    ? serve(step.substring("serve:".length()))
                    : step.equals("look-up") ? lookUp(TypedDocument.of(form)) : again();
        }
        DeskCase current = open.get();
        if (step.equals("refuse") && current.stage() != DeskStage.RECEIPT) {
            return refuse(current, form);
        }
        return switch (current.stage()) {
            case DOCUMENT -> step.equals("verify") ? verify(current, form.text(TypedDocument.CONTRAST_DATUM)) : again();
            case PERSON -> choose(current, step, form);
            case CONTACT -> step.equals("send") ? send(current, TypedContact.of(form)) : again();
            case CODE -> code(current, step, form);
            case CONFIRM -> confirmed(current, step, form);
            case RENOUNCE ->
                step.equals("confirm-renounce")
                        ? renounce(current)
                        : step.equals("back") ? to(current.at(DeskStage.PERSON)) : again();
            case RECEIPT -> signing(current, step, form);
        };
    }

    // Who it is.

    private Response serve(String appointmentId) {
        Optional<Appointment> expected = todayHere().stream()
                .filter(one -> one.id().equals(appointmentId) && !one.served())
                .findFirst();
        return expected.map(one -> to(DeskCase.expected(one.id()))).orElseGet(this::again);
    }

    private Response lookUp(TypedDocument typed) {
        if (typed.document().isEmpty()) {
            return home(typed.mistakes(), typed);
        }
        DocumentLookUp.Answer answer = lookUp.of(typed.document().get());
        if (answer instanceof DocumentLookUp.Answer.Refused refused) {
            return home(List.of(mistake(TypedDocument.NATIONAL_ID, refused)), typed);
        }
        CivilPerson person = ((DocumentLookUp.Answer.Found) answer).person();
        Optional<String> appointmentId = todayHere().stream()
                .filter(one -> one.visitor()
                                .nationalId()
                                .value()
                                .equals(person.nationalId().value())
                        && !one.served())
                .map(Appointment::id)
                .findFirst();
        return to(DeskCase.of(person, appointmentId));
    }

    private Response verify(DeskCase current, String datum) {
        Optional<Appointment> expected = appointment(current);
        if (expected.isEmpty()) {
            return toHome();
        }
        TypedDocument typed =
                new TypedDocument(expected.get().visitor().nationalId().value(), datum);
        if (typed.document().isEmpty()) {
            return shown.document(expected.get(), typed.mistakes(), datum);
        }
        DocumentLookUp.Answer answer = lookUp.of(typed.document().get());
        if (answer instanceof DocumentLookUp.Answer.Refused refused) {
            return shown.document(expected.get(), List.of(mistake(TypedDocument.CONTRAST_DATUM, refused)), datum);
        }
        return to(DeskCase.of(((DocumentLookUp.Answer.Found) answer).person(), current.appointmentId()));
    }

    private static FormMessage mistake(String field, DocumentLookUp.Answer.Refused refused) {
        return new FormMessage(field, refused.messageKey(), refused.parameters().toArray());
    }

    private Response person(DeskCase current, List<FormMessage> mistakes, TypedDocument guardian) {
        CivilPerson person = current.person().orElseThrow();
        return shown.person(person, person.minorOn(today()), citizen(person), mistakes, guardian);
    }

    // What they want.

    private Response choose(DeskCase current, String step, FormFields form) {
        CivilPerson person = current.person().orElseThrow();
        Optional<Citizen> citizen = citizen(person);
        boolean active =
                citizen.filter(known -> known.status() == Citizen.Status.ACTIVE).isPresent();
        boolean fits =
                switch (step) {
                    case "register" ->
                        enrolment.obstacle(person, Citizen.Route.OFFICE).isEmpty();
                    case "mobile", "code", "renounce" -> active;
                    default -> false;
                };
        if (!fits) {
            return again();
        }
        TypedDocument guardian = Guardians.typed(form);
        if (form.text("checked").isEmpty()) {
            return person(current, List.of(new FormMessage("checked", "deskCheckedMissing")), guardian);
        }
        if (person.minorOn(today())) {
            Guardians.Answer answer = new Guardians(lookUp).of(guardian, person, today());
            if (answer instanceof Guardians.Answer.Mistaken mistaken) {
                return person(current, mistaken.mistakes(), guardian);
            }
            journal.guardian(person.nationalId(), ((Guardians.Answer.Present) answer).guardian());
        }
        contact.forget();
        return switch (step) {
            case "register" -> to(current.wanting(Errand.REGISTER));
            case "mobile" -> to(current.wanting(Errand.CHANGE_MOBILE));
            case "code" -> newCode(current, citizen.orElseThrow(), guardian);
            default -> to(current.at(DeskStage.RENOUNCE));
        };
    }

    private Response newCode(DeskCase current, Citizen citizen, TypedDocument guardian) {
        Optional<ActivationCode> code = new ReplacementCode(session, citizens)
                .issue(citizen, journal.record(DeskAct.DESK_CODE_ISSUED, citizen.nationalId()));
        if (code.isEmpty()) {
            return person(current, List.of(new FormMessage("checked", "deskCodeTooMany")), guardian);
        }
        receipt.keep(new Receipt(citizen, code.get()));
        messages.codeIssued(citizen, language(current));
        return to(current.handing(Errand.NEW_CODE));
    }

    private Response renounce(DeskCase current) {
        CivilPerson person = current.person().orElseThrow();
        citizen(person).filter(known -> known.status() == Citizen.Status.ACTIVE).ifPresent(citizen -> {
            registry().renounce(citizens, citizen, officer.id());
            messages.renounced(citizen, language(current));
        });
        return done(current, "deskRenounced");
    }

    // Mobile and e-mail.

    private Response send(DeskCase current, TypedContact typed) {
        contact.keep(typed);
        DeskContact understood = new DeskContact(typed);
        if (!understood.mistakes().isEmpty()) {
            return shown.contact(current, typed, understood.mistakes());
        }
        MobileNumber mobile = understood.mobile().orElseThrow();
        if (contact.proven().filter(known -> known.number().equals(mobile)).isPresent()) {
            return to(current.at(DeskStage.CONFIRM));
        }
        PhoneProof.Sending sending = proof.send(asker(current), mobile, language(current));
        if (sending instanceof PhoneProof.Sending.Refused refused) {
            return shown.contactRefused(current, typed, refused.refusal());
        }
        contact.sent(mobile, (PhoneProof.Sending.Sent) sending);
        return to(current.at(DeskStage.CODE));
    }

    private Response code(DeskCase current, String step, FormFields form) {
        Optional<ContactNotes.SentCode> sent = contact.sentCode();
        if (sent.isEmpty() || step.equals("change-contact")) {
            return to(current.at(DeskStage.CONTACT));
        }
        if (step.equals("resend")) {
            PhoneProof.Sending sending = proof.send(asker(current), sent.get().to(), language(current));
            if (sending instanceof PhoneProof.Sending.Refused refused) {
                return shown.codeRefused(sent.get(), refused.refusal());
            }
            contact.sent(sent.get().to(), (PhoneProof.Sending.Sent) sending);
            return to(current);
        }
        if (!step.equals("verify")) {
            return again();
        }
        PhoneProof.Answer answer = proof.answer(asker(current), sent.get().to(), form.text(DeskPages.CODE));
        if (answer instanceof PhoneProof.Answer.Mistaken mistaken) {
            return shown.codeMistaken(
                    sent.get(),
                    new FormMessage(
                            DeskPages.CODE,
                            mistaken.key(),
                            mistaken.parameters().toArray()));
        }
        if (answer instanceof PhoneProof.Answer.Refused refused) {
            return shown.codeRefused(sent.get(), refused.refusal());
        }
        contact.proven(((PhoneProof.Answer.Proven) answer).mobile());
        journal.act(DeskAct.DESK_PHONE_PROVEN, current.person().orElseThrow().nationalId());
        return to(current.at(DeskStage.CONFIRM));
    }

    private Response confirm(DeskCase current, List<FormMessage> mistakes) {
        Optional<ProvenMobile> mobile = contact.proven();
        CivilPerson person = current.person().orElseThrow();
        return mobile.map(proven -> shown.confirm(
                        current, proven, contact.typed(), enrolment.takesFromAnother(person, proven), mistakes))
                .orElseGet(() -> to(current.at(DeskStage.CONTACT)));
    }

    private Response confirmed(DeskCase current, String step, FormFields form) {
        Optional<ProvenMobile> mobile = contact.proven();
        if (step.equals("change-contact") || mobile.isEmpty()) {
            return to(current.at(DeskStage.CONTACT));
        }
        if (!step.equals("complete")) {
            return again();
        }
        CivilPerson person = current.person().orElseThrow();
        if (form.text("conditions").isEmpty()) {
            return confirm(current, List.of(new FormMessage("conditions", "deskConditionsMissing")));
        }
        boolean takesOver = !form.text("takeover").isEmpty();
        if (enrolment.takesFromAnother(person, mobile.get())) {
            if (!takesOver) {
                return confirm(current, List.of(new FormMessage("takeover", "deskTakeoverMissing")));
            }
            journal.act(DeskAct.DESK_TAKEOVER_CONFIRMED, person.nationalId());
        }
        return current.errand().orElseThrow() == Errand.REGISTER
                ? register(current, mobile.get(), takesOver)
                : changeMobile(current, mobile.get());
    }

    private Response register(DeskCase current, ProvenMobile mobile, boolean takesOver) {
        Enrolment.Outcome outcome = enrolment.complete(new Enrolment.Request(
                current.person().orElseThrow(),
                Citizen.Route.OFFICE,
                mobile,
                takesOver,
                new DeskContact(contact.typed()).email(),
                Optional.of(officer.id()),
                language(current)));
        if (outcome instanceof Enrolment.Outcome.Completed completed) {
            receipt.keep(completed.receipt());
            contact.forget();
            current.appointmentId().ifPresent(id -> offices().serve(citizens, id));
            return to(current.at(DeskStage.RECEIPT));
        }
        // Somebody registered the number meanwhile, or the person at another place.
        return outcome instanceof Enrolment.Outcome.TakesFromAnother
                ? to(current.at(DeskStage.CONFIRM))
                : to(current.at(DeskStage.PERSON));
    }

    private Response changeMobile(DeskCase current, ProvenMobile mobile) {
        Optional<Citizen> before = citizen(current.person().orElseThrow());
        if (before.isEmpty()) {
            return to(current.at(DeskStage.PERSON));
        }
        CitizenRegistry.MobileChange change =
                registry().changeMobile(citizens, before.get(), mobile.number(), officer.id());
        if (change instanceof CitizenRegistry.MobileChange.Changed changed) {
            messages.mobileChanged(before.get(), changed.displaced(), language(current));
        }
        new DeskContact(contact.typed())
                .email()
                .filter(address -> !before.get().email().equals(Optional.of(address.value())))
                .flatMap(address -> registry().changeEmail(citizens, before.get(), address.value(), officer.id()))
                .ifPresent(now -> messages.emailChanged(before.get(), language(current)));
        return done(current, "deskMobileChanged");
    }

    // The end.

    private Response signing(DeskCase current, String step, FormFields form) {
        if (current.wants(Errand.NEW_CODE)) {
            return step.equals("handed-over") ? done(current, "deskCodeHandedOver") : again();
        }
        CivilPerson person = current.person().orElseThrow();
        if (step.equals("signed")) {
            journal.act(DeskAct.DESK_SIGNED, person.nationalId());
            return done(current, "deskSigned");
        }
        Optional<RefusalReason> reason = RefusalReason.of(form.text("reason"));
        if (!step.equals("unsigned") || reason.isEmpty()) {
            return again();
        }
        citizen(person).ifPresent(citizen -> registry().disable(citizens, citizen, officer.id()));
        journal.act(DeskAct.DESK_NOT_SIGNED, person.nationalId(), reason.get());
        return done(current, "deskNotSigned");
    }

    private Response refuse(DeskCase current, FormFields form) {
        Optional<RefusalReason> reason = RefusalReason.of(form.text("reason"));
        if (reason.isEmpty()) {
            return again();
        }
        current.person()
                .map(CivilPerson::nationalId)
                .or(() ->
                        appointment(current).map(expected -> expected.visitor().nationalId()))
                .ifPresent(person -> journal.act(DeskAct.DESK_REFUSED, person, reason.get()));
        return done(current, "deskRefused");
    }

    private Response done(DeskCase current, String news) {
        current.appointmentId().ifPresent(id -> offices().serve(citizens, id));
        contact.forget();
        receipt.forget();
        notes.forget();
        notes.tell(news);
        return again();
    }

    /** The receipt of the registration that was just made, or with the code that was; only the former is signed. */
    Optional<Pdf> receipt() {
        boolean signs =
                notes.open().filter(current -> !current.wants(Errand.NEW_CODE)).isPresent();
        return receipt.receipt()
                .map(made -> ReceiptDocument.of(
                        made,
                        notes.open().map(this::language).orElseGet(this::locale),
                        RegistrationAddress.of(session, citizens).build(),
                        office().filter(known -> signs).map(RegistrationOffice::name)));
    }

    private Response toHome() {
        notes.forget();
        return again();
    }

    private Response to(DeskCase next) {
        notes.keep(next);
        return again();
    }

    /** By a GET to the page that the desk has come to. */
    Response again() {
        return pages.redirect(shown.address());
    }

    private Optional<Appointment> appointment(DeskCase current) {
        return todayHere().stream()
                .filter(one -> current.appointmentId().equals(Optional.of(one.id())))
                .findFirst();
    }

    private List<Appointment> todayHere() {
        return office().map(known -> offices().today(citizens, known)).orElse(List.of());
    }

    private Optional<RegistrationOffice> office() {
        return offices().find(citizens, officer.officeId());
    }

    private Optional<Citizen> citizen(CivilPerson person) {
        return registry().find(citizens, person.nationalId());
    }

    private PhoneProof.Asker asker(DeskCase current) {
        return new PhoneProof.Asker(
                current.person().orElseThrow().nationalId(), visitor.session().getId(), officer.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SPAIN);
    }

    /** In which the person is written to: as when making the appointment, else as the officer reads. */
    private Locale language(DeskCase current) {
        return appointment(current)
                .map(expected -> expected.visitor().language())
                .orElseGet(this::locale);
    }

    private Locale locale() {
        return session.getContext().resolveLocale(visitor.user());
    }

    private Offices offices() {
        return session.getProvider(Offices.class);
    }

    private CitizenRegistry registry() {
        return session.getProvider(CitizenRegistry.class);
    }
}
