package es.clave.registration.address;

import es.clave.challenge.Limit;
import es.clave.challenge.Throttle;
import es.clave.documents.Pdf;
import es.clave.platform.SourceAddress;
import es.clave.platform.UnredeemableCode;
import es.clave.registration.RegistrationStep;
import es.clave.registration.enrolment.Receipt;
import es.clave.registration.enrolment.ReceiptDocument;
import es.clave.registration.enrolment.ReceiptNotes;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import io.micrometer.core.instrument.Metrics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * {@code /realms/{realm}/registro}: begins a registration at no agency's request. It asks Keycloak for it as an agency
 * would, so that nothing about such a registration is special (Initiating User Registration via OpenID Connect 1.0).
 */
public final class RegistrationAddress implements RealmResourceProvider {

    /** The provider's id, and so the last part of the address. */
    public static final String PATH = "registro";

    /** The client in whose name it asks; there is no agency behind it. */
    public static final String CLIENT_ID = "clave-registration";

    private static final Limit KEPT_DENIALS =
            new Limit("registration-receipts-denied", List.of(new Limit.Window(20, Duration.ofHours(1))));

    private final KeycloakSession session;

    RegistrationAddress(KeycloakSession session) {
        this.session = session;
    }

    /** The address, where a route may be named after a question mark: {@code ?via=letter}. */
    public static UriBuilder of(KeycloakSession session) {
        return of(session, session.getContext().getRealm());
    }

    /** The address of another realm. */
    public static UriBuilder of(KeycloakSession session, RealmModel realm) {
        return realm(session, realm).path(PATH);
    }

    /** Where this browser window, and no other, gets its receipt while the receipt's page is open. */
    public static URI receipt(KeycloakSession session, AuthenticationSessionModel browser) {
        return of(session)
                .path("resguardo")
                .queryParam("client_id", "{client}")
                .queryParam("tab_id", "{tab}")
                .build(browser.getClient().getClientId(), browser.getTabId());
    }

    private static UriBuilder realm(KeycloakSession session, RealmModel realm) {
        return session.getContext().getUri().getBaseUriBuilder().path("realms").path(realm.getName());
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Begins a registration. */
    @GET
    public Response begin(@QueryParam("via") String via) {
        UriBuilder request = realm(session, session.getContext().getRealm())
                .path("protocol/openid-connect/auth")
                .queryParam("client_id", CLIENT_ID)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("prompt", "create")
                .queryParam("redirect_uri", "{end}");
        if (via != null && via.matches("[a-z_]{1,20}")) {
            request.queryParam("clave_via", via);
        }
        return Response.seeOther(UnredeemableCode.of(request).build(end())).build();
    }

    /** Where a login would end that somebody made of such a registration: there is nothing to see, so it starts again. */
    @GET
    @Path("fin")
    public Response done() {
        return Response.seeOther(of(session).build()).build();
    }

    /**
     * The receipt of this browser window, as a file: again and again while the receipt's page is open, never after it. To
     * any other browser there is nothing here.
     */
    @GET
    @Path("resguardo")
    public Response receipt(@QueryParam("client_id") String clientId, @QueryParam("tab_id") String tabId) {
        RealmModel realm = session.getContext().getRealm();
        Optional<AuthenticationSessionModel> browser = Optional.ofNullable(clientId)
                .map(realm::getClientByClientId)
                .map(client -> new AuthenticationSessionManager(session)
                        .getCurrentAuthenticationSession(realm, client, String.valueOf(tabId)));
        Receipt receipt = browser.flatMap(window -> new ReceiptNotes(session, realm, window).receipt())
                .orElseThrow(() -> denied(realm));
        Locale language = session.getContext().resolveLocale(null);
        Pdf document = ReceiptDocument.of(receipt, language, of(session).build(), Optional.empty());
        return Response.ok(document.bytes(), Pdf.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"resguardo-clave.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Counted each time; kept for good only so often for one source, which may ask without end. */
    private NotFoundException denied(RealmModel realm) {
        Metrics.counter("clave.registration.receipt", "outcome", "denied").increment();
        Throttle.Demand ofTheSource = new Throttle.Demand(
                KEPT_DENIALS, SourceAddress.of(session.getContext().getConnection()));
        if (session.getProvider(Throttle.class).take(realm.getId(), List.of(ofTheSource))
                instanceof Throttle.Verdict.Allowed) {
            session.getProvider(AuditLog.class)
                    .appendNow(
                            realm,
                            new AuditRecord(
                                    RegistrationStep.RECEIPT_DENIED, AuditRecord.ANYBODY, Optional.empty(), Map.of()));
        }
        return new NotFoundException();
    }

    private URI end() {
        return of(session).path("fin").build();
    }

    @Override
    public void close() {}
}
