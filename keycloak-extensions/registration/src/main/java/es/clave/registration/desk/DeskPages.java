package es.clave.registration.desk;

import es.clave.identity.PhoneCountry;
import es.clave.platform.TypedDocument;
import es.clave.platform.pages.LocalPages;
import es.clave.platform.pages.LocalVisitor;
import es.clave.registration.Refusal;
import es.clave.registration.contact.ContactNotes;
import es.clave.registration.contact.ProvenMobile;
import es.clave.registration.contact.TypedContact;
import es.clave.registration.enrolment.Receipt;
import es.clave.registration.office.Appointment;
import es.clave.registration.office.RegistrationOffice;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import es.clave.registry.PersonName;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** The pages of the desk. */
final class DeskPages {

    static final String CODE = "code";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final KeycloakSession session;
    private final LocalPages pages;
    private final LocalVisitor visitor;
    private final Officer officer;
    private final Clock clock;

    DeskPages(KeycloakSession session, LocalPages pages, LocalVisitor visitor, Officer officer, Clock clock) {
        this.session = session;
        this.pages = pages;
        this.visitor = visitor;
        this.officer = officer;
        this.clock = clock;
    }

    /** Where the desk is. */
    URI address() {
        return session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms")
                .path(session.getContext().getRealm().getName())
                .path(DeskResourceProviderFactory.PROVIDER_ID)
                .build();
    }

    private LoginFormsProvider page(List<FormMessage> mistakes) {
        LoginFormsProvider page = pages.page(visitor)
                .setAttribute("deskUrl", address().toString())
                .setAttribute("officer", officer.name())
                .setAttribute(
                        "reasons",
                        Arrays.stream(RefusalReason.values()).map(Enum::name).toList());
        if (!mistakes.isEmpty()) {
            page.setErrors(mistakes);
        }
        return page;
    }

    private LoginFormsProvider refused(Refusal refusal) {
        return page(List.of())
                .setError(refusal.messageKey(), refusal.parameters().toArray());
    }

    /** The free desk: who is expected today, and whoever comes without an appointment. */
    Response home(
            Optional<RegistrationOffice> office,
            List<Appointment> today,
            Optional<String> news,
            List<FormMessage> mistakes,
            TypedDocument typed) {
        LoginFormsProvider page = page(mistakes);
        news.ifPresent(page::setSuccess);
        return page.setAttribute("office", office.map(RegistrationOffice::name).orElse(""))
                .setAttribute(
                        "appointments",
                        office.map(known -> today.stream()
                                        .map(one -> expected(one, known))
                                        .toList())
                                .orElse(List.of()))
                .setAttribute("typed", typed(typed))
                .createForm("clave-desk-home.ftl");
    }

    private static Map<String, Object> expected(Appointment appointment, RegistrationOffice office) {
        return Map.of(
                "id", appointment.id(),
                "hour", HOUR.format(appointment.slot().start().atZone(office.zone())),
                "name", full(appointment.visitor().name()),
                "nationalId", appointment.visitor().nationalId().masked(),
                "served", appointment.served());
    }

    private static Map<String, String> typed(TypedDocument typed) {
        return Map.of(
                TypedDocument.NATIONAL_ID, typed.nationalId(), TypedDocument.CONTRAST_DATUM, typed.contrastDatum());
    }

    /** Who came by appointment: the document is still to be looked up. */
    Response document(Appointment expected, List<FormMessage> mistakes, String typed) {
        return page(mistakes)
                .setAttribute("name", full(expected.visitor().name()))
                .setAttribute("nationalId", expected.visitor().nationalId().masked())
                .setAttribute("typed", Map.of(TypedDocument.CONTRAST_DATUM, typed))
                .createForm("clave-desk-document.ftl");
    }

    /** What the civil register says, to be compared with document and person, and what can be done. */
    Response person(
            CivilPerson person,
            boolean minor,
            Optional<Citizen> citizen,
            List<FormMessage> mistakes,
            TypedDocument guardian) {
        boolean active =
                citizen.filter(known -> known.status() == Citizen.Status.ACTIVE).isPresent();
        boolean advanced = active
                && citizen.filter(known -> known.level().atLeast(Citizen.Route.OFFICE.level()))
                        .isPresent();
        return page(mistakes)
                .setAttribute("nationalId", person.nationalId().value())
                .setAttribute("name", full(person.name()))
                .setAttribute("birthDate", date(person.birthDate()))
                .setAttribute("minor", minor)
                .setAttribute(
                        "status", citizen.map(known -> known.status().name()).orElse("NONE"))
                .setAttribute(
                        "level", citizen.map(known -> known.level().name()).orElse(""))
                .setAttribute(
                        "phoneEnding",
                        citizen.map(known -> known.mobile().lastDigits()).orElse(""))
                .setAttribute("mayRegister", !advanced)
                .setAttribute("mayChange", active)
                .setAttribute(
                        "guardian",
                        Map.of(
                                Guardians.NATIONAL_ID,
                                guardian.nationalId(),
                                Guardians.CONTRAST_DATUM,
                                guardian.contrastDatum()))
                .createForm("clave-desk-person.ftl");
    }

    /** Mobile and e-mail. */
    Response contact(DeskCase current, TypedContact typed, List<FormMessage> mistakes) {
        return contact(page(mistakes), current, typed);
    }

    /** The same, and why no code is sent now. */
    Response contactRefused(DeskCase current, TypedContact typed, Refusal refusal) {
        return contact(refused(refusal), current, typed);
    }

    private Response contact(LoginFormsProvider page, DeskCase current, TypedContact typed) {
        Locale locale = session.getContext().resolveLocale(visitor.user());
        return page.setAttribute("name", full(current.person().orElseThrow().name()))
                .setAttribute(
                        "typed",
                        Map.of(
                                TypedContact.REGION,
                                typed.region(),
                                TypedContact.MOBILE,
                                typed.mobile(),
                                TypedContact.EMAIL,
                                typed.email()))
                .setAttribute(
                        "countries",
                        PhoneCountry.all(locale).stream()
                                .map(country -> Map.of(
                                        "region",
                                        country.region(),
                                        "name",
                                        country.name(locale),
                                        "code",
                                        Integer.toString(country.callingCode())))
                                .toList())
                .createForm("clave-desk-contact.ftl");
    }

    /** The page that takes the code. */
    Response code(ContactNotes.SentCode code) {
        return code(page(List.of()), code);
    }

    /** The same, and what is wrong with the code that was typed. */
    Response codeMistaken(ContactNotes.SentCode code, FormMessage mistake) {
        return code(page(List.of(mistake)), code);
    }

    /** The same, and why it goes no further. */
    Response codeRefused(ContactNotes.SentCode code, Refusal refusal) {
        return code(refused(refusal), code);
    }

    private Response code(LoginFormsProvider page, ContactNotes.SentCode code) {
        return page.setAttribute("mobile", code.to().international())
                .setAttribute("resendInSeconds", secondsUntil(code.resendAt()))
                .createForm("clave-desk-code.ftl");
    }

    private long secondsUntil(Instant instant) {
        return Math.max(0, Duration.between(clock.instant(), instant).toSeconds());
    }

    /** Everything once more, before it is done. */
    Response confirm(
            DeskCase current, ProvenMobile mobile, TypedContact typed, boolean taken, List<FormMessage> mistakes) {
        CivilPerson person = current.person().orElseThrow();
        return page(mistakes)
                .setAttribute("nationalId", person.nationalId().value())
                .setAttribute("name", full(person.name()))
                .setAttribute("mobile", mobile.number().international())
                .setAttribute(
                        "email",
                        new DeskContact(typed)
                                .email()
                                .map(known -> known.value())
                                .orElse(""))
                .setAttribute("errand", current.errand().orElseThrow().name())
                .setAttribute("taken", taken)
                .createForm("clave-desk-confirm.ftl");
    }

    /** Whether the registration shall really end. */
    Response renounce(CivilPerson person) {
        return page(List.of())
                .setAttribute("nationalId", person.nationalId().value())
                .setAttribute("name", full(person.name()))
                .createForm("clave-desk-renounce.ftl");
    }

    /** Registered, or given another code: to be printed, and signed by who registered. */
    Response receipt(Receipt receipt, DeskCase current) {
        Citizen citizen = receipt.citizen();
        return page(List.of())
                .setAttribute("nationalId", citizen.nationalId().value())
                .setAttribute("name", full(citizen.name()))
                .setAttribute("mobile", citizen.mobile().international())
                .setAttribute("codeOnly", current.wants(Errand.NEW_CODE))
                .setAttribute("receiptUrl", address() + "/resguardo")
                .createForm("clave-desk-receipt.ftl");
    }

    private static String full(PersonName name) {
        return name.given() + " " + name.family();
    }

    private static String date(LocalDate date) {
        return DATE.format(date);
    }
}
