package es.clave.registration;

import es.clave.identity.MobileNumber;
import es.clave.identity.PhoneCountry;
import es.clave.registration.address.RegistrationAddress;
import es.clave.registration.contact.ContactNotes;
import es.clave.registration.contact.ProvenMobile;
import es.clave.registration.contact.TypedContact;
import es.clave.registration.enrolment.Receipt;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The pages from the contact data to the receipt. */
final class CompletionPages {

    static final String CODE = "code";
    static final String CONDITIONS = "conditions";

    private static final String CONTACT_PAGE = "clave-registration-contact.ftl";
    private static final String PHONE_PAGE = "clave-registration-phone.ftl";
    private static final String TAKEN_PAGE = "clave-registration-taken.ftl";
    private static final String CONDITIONS_PAGE = "clave-registration-conditions.ftl";
    private static final String RECEIPT_PAGE = "clave-registration-receipt.ftl";
    private static final String ALREADY_PAGE = "clave-registration-already.ftl";

    private final AuthenticationFlowContext flow;
    private final Clock clock;

    CompletionPages(AuthenticationFlowContext flow, Clock clock) {
        this.flow = flow;
        this.clock = clock;
    }

    /** Mobile and e-mail, with what was typed before. */
    Response contact(TypedContact typed) {
        return contact(framed(Stage.CONTACT), typed);
    }

    /** The same with the contact data of a registration of before, which it says. */
    Response contactKept(TypedContact known) {
        return contact(framed(Stage.CONTACT).setAttribute("kept", true), known);
    }

    /** The same, and what is wrong with it. */
    Response contact(TypedContact typed, List<FormMessage> mistakes) {
        LoginFormsProvider page = framed(Stage.CONTACT);
        page.setErrors(mistakes);
        return contact(page, typed);
    }

    /** The same, and why it goes no further now. */
    Response contact(TypedContact typed, Refusal refusal) {
        return contact(failed(Stage.CONTACT, refusal), typed);
    }

    private Response contact(LoginFormsProvider page, TypedContact typed) {
        Locale locale = flow.getSession().getContext().resolveLocale(null);
        return page.setAttribute(
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
                .createForm(CONTACT_PAGE);
    }

    /** The page that takes the code. */
    Response phone(ContactNotes.SentCode code) {
        return phone(framed(Stage.PHONE), code, true);
    }

    /** The same after another code was sent. */
    Response phoneSentAgain(ContactNotes.SentCode code) {
        return phone(framed(Stage.PHONE).setSuccess("phoneCodeSentAgain"), code, true);
    }

    /** The same, and what is wrong with the code that was typed. */
    Response phone(ContactNotes.SentCode code, FormMessage mistake) {
        LoginFormsProvider page = framed(Stage.PHONE);
        page.setErrors(List.of(mistake));
        return phone(page, code, true);
    }

    /** The same, and why it goes no further; {@code usable} tells whether the code may still be typed. */
    Response phone(ContactNotes.SentCode code, Refusal refusal, boolean usable) {
        return phone(failed(Stage.PHONE, refusal), code, usable);
    }

    private Response phone(LoginFormsProvider page, ContactNotes.SentCode code, boolean usable) {
        long secondsLeft = secondsUntil(code.expiresAt());
        return page.setAttribute("mobile", code.to().international())
                .setAttribute("secondsLeft", secondsLeft)
                .setAttribute("resendInSeconds", secondsUntil(code.resendAt()))
                .setAttribute("usable", usable && secondsLeft > 0)
                .createForm(PHONE_PAGE);
    }

    private long secondsUntil(Instant instant) {
        return Math.max(0, Duration.between(clock.instant(), instant).toSeconds());
    }

    /** Somebody else would lose the mobile. */
    Response taken(MobileNumber mobile) {
        return framed(Stage.TAKEN)
                .setAttribute("mobile", mobile.international())
                .createForm(TAKEN_PAGE);
    }

    /** Everything that is about to be registered, and the conditions. */
    Response conditions(CivilPerson person, ProvenMobile mobile, String email) {
        return conditions(framed(Stage.CONDITIONS), person, mobile, email);
    }

    /** The same, because they were not accepted. */
    Response conditionsNotAccepted(CivilPerson person, ProvenMobile mobile, String email) {
        LoginFormsProvider page = framed(Stage.CONDITIONS);
        page.setErrors(List.of(new FormMessage(CONDITIONS, "conditionsMissing")));
        return conditions(page, person, mobile, email);
    }

    private Response conditions(LoginFormsProvider page, CivilPerson person, ProvenMobile mobile, String email) {
        return page.setAttribute("nationalId", person.nationalId().value())
                .setAttribute(
                        "name", person.name().given() + " " + person.name().family())
                .setAttribute("mobile", mobile.number().international())
                .setAttribute("email", email)
                .setAttribute(
                        "level",
                        new RegistrationState(flow.getAuthenticationSession())
                                .route()
                                .orElseThrow()
                                .level()
                                .name())
                .createForm(CONDITIONS_PAGE);
    }

    /** Registered: the activation code, the receipt to download. */
    Response receipt(Receipt receipt) {
        Citizen citizen = receipt.citizen();
        return framed(Stage.RECEIPT)
                .setAttribute("activationCode", receipt.code().grouped())
                .setAttribute("nationalId", citizen.nationalId().value())
                .setAttribute(
                        "name", citizen.name().given() + " " + citizen.name().family())
                .setAttribute("mobile", citizen.mobile().international())
                .setAttribute("email", citizen.email().orElse(""))
                .setAttribute("level", citizen.level().name())
                .setAttribute(
                        "receiptUrl",
                        RegistrationAddress.receipt(flow.getSession(), flow.getAuthenticationSession())
                                .toString())
                .createForm(RECEIPT_PAGE);
    }

    /** Registered before: nothing to do. */
    Response already(Citizen citizen) {
        return framed(Stage.OBSTACLE)
                .setAttribute("level", citizen.level().name())
                .createForm(ALREADY_PAGE);
    }

    /** Who left, or was stopped, comes back by certificate or in person only. */
    Response routeNotAllowed() {
        return framed(Stage.OBSTACLE)
                .setError("registrationRouteNotAllowed")
                .setAttribute("level", "")
                .createForm(ALREADY_PAGE);
    }

    private LoginFormsProvider failed(Stage stage, Refusal refusal) {
        return framed(stage).setError(refusal.messageKey(), refusal.parameters().toArray());
    }

    private LoginFormsProvider framed(Stage stage) {
        return RegistrationPages.framed(flow, stage);
    }
}
