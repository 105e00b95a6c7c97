package es.clave.login.mobile;

import es.clave.challenge.AppDevice;
import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.login.AgencyRequest;
import es.clave.login.Refusal;
import es.clave.login.SharedSettings;
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

/** The pages of Cl@ve Móvil. */
final class MobilePages {

    private static final String QR = "clave-mobile-qr.ftl";
    private static final String WAITING = "clave-mobile-waiting.ftl";
    private static final String IDENTIFY = "clave-mobile-identify.ftl";
    private static final String OVER = "clave-mobile-over.ftl";

    private final AuthenticationFlowContext context;
    private final MobileSettings settings;
    private final Clock clock;
    private final AppRequests requests;

    MobilePages(AuthenticationFlowContext context, MobileSettings settings, Clock clock) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.requests = context.getSession().getProvider(AppRequests.class);
    }

    /** The page that waits: with the QR, with the digits, or for what the phone that scanned will say. */
    Response waiting(AppRequest request) {
        MobileLinks links = new MobileLinks(context.getUriInfo(), context.getRealm());
        String tabId = context.getAuthenticationSession().getTabId();
        LoginFormsProvider page = page();
        if (request.anotherScanned()) {
            page.setError("appAnotherScanned");
        }
        page.setAttribute("requestKey", RequestNews.key(request))
                .setAttribute("eventsUrl", links.events(request.id(), tabId).toString())
                .setAttribute("stateUrl", links.state(request.id(), tabId).toString())
                .setAttribute("kind", request.kind().name())
                .setAttribute("confirmed", request.state() == AppRequest.State.CONFIRMED)
                .setAttribute(
                        "deviceName", request.device().map(AppDevice::name).orElse(""))
                .setAttribute("secondsLeft", secondsUntil(request.expiresAt()));
        if (RequestNews.hasQr(request)) {
            QrCode qr = QrCode.of(RequestNews.scanLink(request, requests, settings.appAddress()));
            return page.setAttribute("qr", qr.path())
                    .setAttribute("qrSize", qr.size())
                    .setAttribute("qrMargin", QrCode.MARGIN)
                    .setAttribute("openLink", settings.appAddress() + "#open=" + requests.openToken(request))
                    .createForm(QR);
        }
        if (request.kind() == AppRequest.Kind.TYPED) {
            page.setAttribute("digits", requests.digits(request).value())
                    .setAttribute("byPin", pinReaches())
                    .setAttribute("smsInSeconds", secondsUntil(request.askedAt().plus(settings.smsAfter())));
        }
        return page.createForm(WAITING);
    }

    /** Whether a PIN would do for this agency. */
    private boolean pinReaches() {
        AgencyRequest request = AgencyRequest.of(context);
        AssuranceLevel required = request.requiredLevel().orElse(AssuranceLevel.HIGH);
        return request.accepts(AuthenticationMethod.PIN_SMS)
                && SharedSettings.of(context.getRealm()).levels().canReach(AuthenticationMethod.PIN_SMS, required);
    }

    /** The page that takes a document, with what was typed before. */
    Response identify() {
        return identify(page(), TypedDocument.of(context.getAuthenticationSession()));
    }

    /** The same with what is wrong with what was typed. */
    Response identify(TypedDocument typed, List<FormMessage> mistakes) {
        LoginFormsProvider page = page();
        page.setErrors(mistakes);
        return identify(page, typed);
    }

    /** The same, and why it goes no further now. */
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

    /** The page that says that it is over, why, and how to begin anew. */
    Response over(AppRequest.Kind kind, Refusal refusal) {
        return page().setError(refusal.messageKey(), refusal.values())
                .setAttribute("kind", kind.name())
                .setAttribute("byPin", pinReaches())
                .createForm(OVER);
    }

    /** The same, whatever it was. */
    Response overBecause(Refusal refusal) {
        return over(AppRequest.Kind.QR, refusal);
    }

    private long secondsUntil(Instant instant) {
        return Math.max(0, Duration.between(clock.instant(), instant).toSeconds());
    }

    private LoginFormsProvider page() {
        return AgencyRequest.of(context).page();
    }
}
