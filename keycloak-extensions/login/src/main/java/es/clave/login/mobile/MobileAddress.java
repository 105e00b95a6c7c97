package es.clave.login.mobile;

import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import es.clave.login.BrowserWindow;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * {@code /realms/{realm}/movil}: where a browser waits for the app, and where the app of the same phone sends back to. All
 * of it is for the browser that began the login and no other.
 */
public final class MobileAddress implements RealmResourceProvider {

    /** The provider's id, and so the last part of the address. */
    public static final String PATH = "movil";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final WaitingRoom waitingRoom;

    MobileAddress(KeycloakSession session, WaitingRoom waitingRoom) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.waitingRoom = waitingRoom;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Tells what becomes of a request, as it happens. */
    @GET
    @Path("espera")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void await(
            @QueryParam(MobileLinks.REQUEST) String requestId,
            @QueryParam(MobileLinks.WINDOW) String tabId,
            @QueryParam(MobileLinks.QR) String qr,
            @Context Sse sse,
            @Context SseEventSink sink) {
        AppRequest request = request(requestId, tabId);
        if (waitingRoom.isFull()) {
            throw new ServiceUnavailableException();
        }
        AppRequests requests = session.getProvider(AppRequests.class);
        String appAddress = MobileSettings.of(realm).appAddress();
        session.getContext().getHttpResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // nginx would keep the events until it has a bufferful.
        session.getContext().getHttpResponse().setHeader("X-Accel-Buffering", "no");
        // The wait is long: it must hold neither Keycloak's transaction nor a connection to the database.
        session.close();
        waitingRoom.enter(request, requests, appAddress, !"0".equals(qr), sse, sink);
    }

    /** Tells where a request stands, to browsers whose connections do not last. */
    @GET
    @Path("estado")
    @Produces(MediaType.APPLICATION_JSON)
    public Response state(
            @QueryParam(MobileLinks.REQUEST) String requestId, @QueryParam(MobileLinks.WINDOW) String tabId) {
        AppRequest request = request(requestId, tabId);
        AppRequests requests = session.getProvider(AppRequests.class);
        return Response.ok(
                        RequestNews.hasQr(request)
                                ? RequestNews.withQr(
                                        request,
                                        requests,
                                        MobileSettings.of(realm).appAddress())
                                : RequestNews.of(request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Back from the app of the same phone: the login goes on, if this is the browser where it began. */
    @GET
    @Path("volver")
    public Response back(@QueryParam(MobileLinks.WINDOW) String tabId, @QueryParam(MobileLinks.PROOF) String proof) {
        Optional<AuthenticationSessionModel> login = login(tabId);
        if (login.isEmpty() || proof == null) {
            return session.getProvider(LoginFormsProvider.class)
                    .setError("appForeignBrowser")
                    .createErrorPage(Response.Status.BAD_REQUEST);
        }
        return Response.seeOther(new MobileLinks(session.getContext().getUri(), realm)
                        .login(login.get().getClient().getClientId(), tabId, proof))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private AppRequest request(String requestId, String tabId) {
        return login(tabId)
                .flatMap(login -> session.getProvider(AppRequests.class)
                        .findOf(realm.getId(), String.valueOf(requestId), BrowserWindow.of(login)))
                .orElseThrow(ForbiddenException::new);
    }

    /** The login of this browser window, known by Keycloak's cookie. */
    private Optional<AuthenticationSessionModel> login(String tabId) {
        return Optional.ofNullable(new AuthenticationSessionManager(session).getCurrentRootAuthenticationSession(realm))
                .map(RootAuthenticationSessionModel::getAuthenticationSessions)
                .map(logins -> logins.get(String.valueOf(tabId)));
    }

    @Override
    public void close() {}
}
