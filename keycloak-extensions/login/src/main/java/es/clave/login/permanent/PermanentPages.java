package es.clave.login.permanent;

import es.clave.login.AgencyRequest;
import es.clave.login.Refusal;
import es.clave.login.code.PendingCode;
import es.clave.login.password.PasswordStrength;
import es.clave.platform.TypedDocument;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The pages of Cl@ve Permanente. */
final class PermanentPages {

    static final String PASSWORD = "password";
    static final String EMAIL = "email";
    static final String ACTIVATION_CODE = "activationCode";
    static final String NEW_PASSWORD = "newPassword";
    static final String REPEATED = "repeatedPassword";

    private static final String LOGIN_PAGE = "clave-permanent.ftl";
    private static final String REQUEST_PAGE = "clave-permanent-request.ftl";
    private static final String CODE_PAGE = "clave-permanent-code.ftl";
    private static final String ACTIVATION_PAGE = "clave-permanent-activation.ftl";
    private static final String PASSWORD_PAGE = "clave-permanent-password.ftl";
    private static final String DONE_PAGE = "clave-permanent-done.ftl";

    private final AuthenticationFlowContext context;
    private final Clock clock;
    private final PermanentSettings settings;

    PermanentPages(AuthenticationFlowContext context, Clock clock, PermanentSettings settings) {
        this.context = context;
        this.clock = clock;
        this.settings = settings;
    }

    /** What happened before a page is shown: nothing, mistakes of its fields, a refusal, something good. */
    sealed interface Said {

        record Nothing() implements Said {}

        record Mistakes(List<FormMessage> mistakes) implements Said {}

        record Refused(Refusal why) implements Said {}

        record Good(String key) implements Said {}

        static Said mistake(FormMessage mistake) {
            return new Mistakes(List.of(mistake));
        }
    }

    private LoginFormsProvider page(Said said) {
        LoginFormsProvider page = AgencyRequest.of(context).page();
        if (said instanceof Said.Mistakes wrong) {
            page.setErrors(wrong.mistakes());
        } else if (said instanceof Said.Refused refused) {
            page.setError(refused.why().messageKey(), refused.why().values());
        } else if (said instanceof Said.Good good) {
            page.setSuccess(good.key());
        }
        return page;
    }

    /** Number and password; only the password of who is known. */
    Response login(boolean known, Said said) {
        return page(said)
                .setAttribute("known", known)
                .setAttribute("typed", Map.of(TypedDocument.NATIONAL_ID, typedNationalId()))
                .createForm(LOGIN_PAGE);
    }

    /** For who is logged in by the password and only needs the code. */
    Response request(String phoneEnding, Said said) {
        return page(said).setAttribute("phoneEnding", phoneEnding).createForm(REQUEST_PAGE);
    }

    /** Takes the code by SMS; {@code usable} tells whether it may still be typed. */
    Response code(PendingCode code, Said said, boolean usable) {
        long secondsLeft = secondsUntil(code.expiresAt());
        return page(said)
                .setAttribute("phoneEnding", code.phoneEnding())
                .setAttribute("secondsLeft", secondsLeft)
                .setAttribute("resendInSeconds", secondsUntil(code.resendAt()))
                .setAttribute("usable", usable && secondsLeft > 0)
                .createForm(CODE_PAGE);
    }

    private long secondsUntil(Instant instant) {
        return Math.max(0, Duration.between(clock.instant(), instant).toSeconds());
    }

    /**
     * Number, e-mail and activation code.
     *
     * @param code as it was typed, which is shown again: it is long
     */
    Response activation(Optional<String> knownId, String email, String code, Said said) {
        return page(said)
                .setAttribute("knownId", knownId.orElse(""))
                .setAttribute(
                        "typed",
                        Map.of(TypedDocument.NATIONAL_ID, typedNationalId(), EMAIL, email, ACTIVATION_CODE, code))
                .createForm(ACTIVATION_PAGE);
    }

    /** A new password, twice. */
    Response newPassword(String nationalId, boolean expired, Said said) {
        return page(said)
                .setAttribute("nationalId", nationalId)
                .setAttribute("expired", expired)
                .setAttribute("leastLength", leastLength())
                .createForm(PASSWORD_PAGE);
    }

    /** What the page says beforehand: the larger of ours and the realm's. */
    private int leastLength() {
        return settings.leastLength(context.getRealm());
    }

    /** The password is set; how good it is. */
    Response done(PasswordStrength strength) {
        return page(new Said.Nothing())
                .setAttribute("strength", strength.name())
                .setAttribute("strengthOf", strength.score())
                .createForm(DONE_PAGE);
    }

    private String typedNationalId() {
        return TypedDocument.of(context.getAuthenticationSession()).nationalId();
    }
}
