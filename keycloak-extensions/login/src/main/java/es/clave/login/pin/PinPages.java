package es.clave.login.pin;

import es.clave.login.AgencyRequest;
import es.clave.login.Refusal;
import es.clave.login.code.Holder;
import es.clave.login.code.PendingCode;
import es.clave.login.mobile.MobileSettings;
import es.clave.platform.TypedDocument;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The pages of Cl@ve PIN. */
final class PinPages {

    private static final String IDENTIFY = "clave-identify.ftl";
    private static final String REQUEST = "clave-pin-request.ftl";
    private static final String ENTER_CODE = "clave-pin-code.ftl";

    private final AuthenticationFlowContext context;
    private final Clock clock;

    PinPages(AuthenticationFlowContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** The first page, with what was typed before. */
    Response identify() {
        return identify(page(), TypedDocument.of(context.getAuthenticationSession()));
    }

    /** The first page with what was typed, and what is wrong with it. */
    Response identify(TypedDocument typed, List<FormMessage> mistakes) {
        LoginFormsProvider page = page();
        page.setErrors(mistakes);
        return identify(page, typed);
    }

    /** The first page with what was typed, and why it goes no further now. */
    Response identify(TypedDocument typed, Refusal refusal) {
        return identify(page().setError(refusal.messageKey(), refusal.values()), typed);
    }

    private static Response identify(LoginFormsProvider page, TypedDocument typed) {
        return page.setAttribute(
                        "typed",
                        Map.of(
                                TypedDocument.NATIONAL_ID,
                                typed.nationalId(),
                                TypedDocument.CONTRAST_DATUM,
                                typed.contrastDatum()))
                .createForm(IDENTIFY);
    }

    /** The page for who is known already and only needs a PIN. */
    Response request(Holder holder) {
        return page().setAttribute("phoneEnding", holder.phoneEnding()).createForm(REQUEST);
    }

    /** The same, and why there is no PIN now. */
    Response request(Holder holder, Refusal refusal) {
        return page().setError(refusal.messageKey(), refusal.values())
                .setAttribute("phoneEnding", holder.phoneEnding())
                .createForm(REQUEST);
    }

    /** The page that takes the PIN. */
    Response enterCode(PendingCode pin) {
        return enterCode(page(), pin, true);
    }

    /** The same after another PIN was sent. */
    Response enterCodeSentAgain(PendingCode pin) {
        return enterCode(page().setSuccess("codeSentAgain"), pin, true);
    }

    /** The same with what is wrong with the PIN that was typed. */
    Response enterCode(PendingCode pin, FormMessage mistake) {
        LoginFormsProvider page = page();
        page.setErrors(List.of(mistake));
        return enterCode(page, pin, true);
    }

    /** The same, and why it goes no further; {@code usable} tells whether the PIN may still be typed. */
    Response enterCode(PendingCode pin, Refusal refusal, boolean usable) {
        return enterCode(page().setError(refusal.messageKey(), refusal.values()), pin, usable);
    }

    private Response enterCode(LoginFormsProvider page, PendingCode pin, boolean usable) {
        long secondsLeft = secondsUntil(pin.expiresAt());
        return page.setAttribute("phoneEnding", pin.phoneEnding())
                .setAttribute("secondsLeft", secondsLeft)
                .setAttribute("resendInSeconds", secondsUntil(pin.resendAt()))
                .setAttribute("usable", usable && secondsLeft > 0)
                // Of the realm, not of the citizen: the page tells nobody who has the app.
                .setAttribute(
                        "maybeInApp", MobileSettings.of(context.getRealm()).hasApp())
                .createForm(ENTER_CODE);
    }

    private long secondsUntil(Instant instant) {
        return Math.max(0, Duration.between(clock.instant(), instant).toSeconds());
    }

    private LoginFormsProvider page() {
        return AgencyRequest.of(context).page();
    }
}
