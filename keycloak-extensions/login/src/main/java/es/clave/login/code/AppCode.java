package es.clave.login.code;

import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import es.clave.challenge.AppRequests.Started;
import es.clave.challenge.Awaited;
import es.clave.challenge.NewAppRequest;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.OneTimeCode;
import es.clave.login.AgencyRequest;
import es.clave.login.BrowserWindow;
import es.clave.login.SharedSettings;
import es.clave.registry.Citizen;
import es.clave.registry.Devices;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;

/**
 * A code that the app shows in place of an SMS. Where the realm has an app, the same is done for everybody, whoever has it
 * and whoever is nobody: no time tells them apart.
 */
final class AppCode {

    private static final String NOBODY = "nobody";

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final CodeUse use;
    private final AgencyRequest agency;

    AppCode(AuthenticationFlowContext context, CodeUse use) {
        this.context = context;
        this.session = context.getSession();
        this.use = use;
        this.agency = AgencyRequest.of(context);
    }

    private boolean isPossible() {
        return use.methodByApp().filter(agency.methods()::contains).isPresent();
    }

    /** Whether this holder's code goes to the app. */
    boolean isFor(Holder holder, boolean again) {
        if (!isPossible()) {
            return false;
        }
        String userId = holder.citizen().map(Citizen::userId).orElse(NOBODY);
        boolean hasApp = !session.getProvider(Devices.class)
                .active(context.getRealm(), userId)
                .isEmpty();
        return hasApp && !(again && smsWillDo());
    }

    /** Whether the agency will have the SMS, where the code is all of the login. */
    boolean smsIsWanted() {
        return use.methodByApp().isEmpty() || agency.accepts(use.method());
    }

    private boolean smsWillDo() {
        AssuranceLevel required = agency.requiredLevel().orElse(AssuranceLevel.HIGH);
        return agency.accepts(use.method())
                && SharedSettings.of(context.getRealm()).levels().canReach(use.method(), required);
    }

    /** Makes the request that shows the code, or one that nobody sees. */
    Optional<AppRequest> ask(Holder holder, boolean byApp, Duration lifetime) {
        if (!isPossible()) {
            return Optional.empty();
        }
        Awaited awaited = byApp
                ? new Awaited.Citizen(holder.citizen().orElseThrow().userId())
                : new Awaited.Nobody(holder.subject());
        Started started = requests()
                .start(new NewAppRequest(
                        context.getRealm().getId(),
                        AppRequest.Kind.PIN,
                        awaited,
                        BrowserWindow.of(context.getAuthenticationSession()),
                        context.getAuthenticationSession().getClient().getClientId(),
                        agency.agencyName(),
                        Optional.ofNullable(context.getAuthenticationSession()
                                        .getClient()
                                        .getAttribute("clave.service"))
                                .orElse(""),
                        String.valueOf(context.getConnection().getRemoteAddr()),
                        "",
                        lifetime));
        return started instanceof Started.Waiting waiting ? Optional.of(waiting.request()) : Optional.empty();
    }

    OneTimeCode code(AppRequest request) {
        return requests().digits(request);
    }

    /** The app shows it no more. */
    void takeBack(String requestId) {
        requests()
                .withdraw(context.getRealm().getId(), requestId, BrowserWindow.of(context.getAuthenticationSession()));
    }

    private AppRequests requests() {
        return session.getProvider(AppRequests.class);
    }
}
