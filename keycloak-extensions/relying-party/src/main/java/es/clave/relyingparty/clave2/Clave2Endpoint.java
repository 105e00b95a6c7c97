package es.clave.relyingparty.clave2;

import es.clave.identity.AssuranceLevel;
import es.clave.platform.AcceptedMethods;
import es.clave.relyingparty.ExcludedWay;
import es.clave.relyingparty.clave2.answer.Problem;
import es.clave.relyingparty.clave2.request.AuthnRequest;
import es.clave.relyingparty.clave2.request.LogoutRequest;
import es.clave.relyingparty.clave2.request.MessageReader;
import es.clave.relyingparty.clave2.request.MessageReader.Unverified;
import es.clave.relyingparty.clave2.request.Refusal;
import es.clave.relyingparty.clave2.request.RefusedException;
import es.clave.relyingparty.clave2.request.SignedMessage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.PemUtils;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/**
 * Where agencies send citizens' browsers with their messages. What is not proven to come from an agency gets a page, and
 * nothing is sent anywhere; what is, but cannot be done, gets an answer that says why.
 */
public final class Clave2Endpoint extends AuthorizationEndpointBase {

    private static final int LONGEST_TOLD = 120;

    private final Clave2Protocol protocol;
    private final Clave2Settings settings;
    private final Clock clock;
    private final MessageReader reader;
    private final Agencies agencies;
    private final SeenMessages seen;

    Clave2Endpoint(
            KeycloakSession session,
            EventBuilder event,
            Clave2Protocol protocol,
            Clave2Settings settings,
            Clock clock) {
        super(session, event);
        this.protocol = protocol;
        this.settings = settings;
        this.clock = clock;
        this.reader = new MessageReader(clock);
        this.agencies = new Agencies(session, realm);
        this.seen = new SeenMessages(session, realm, settings.freshness().remembered());
    }

    /** The certificate by which agencies verify answers, in PEM. */
    @GET
    @Path("certificate")
    public Response certificate() {
        String pem = PemUtils.addCertificateBeginEnd(PemUtils.encodeCertificate(
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.RS256).getCertificate()));
        return Response.ok(pem + "\n", MediaType.TEXT_PLAIN).build();
    }

    /** A request to log somebody in. */
    @POST
    @Path("Proxy2/ServiceProvider")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response serviceProvider(
            @FormParam("SAMLRequest") String message, @FormParam("RelayState") String relayState) {
        event.event(EventType.LOGIN);
        checkSsl();
        checkRealm();
        try {
            Unverified<String, AuthnRequest> unverified = reader.authnRequest(message);
            event.client(told(unverified.claim()));
            Agency agency = agency(agencies.named(unverified.claim()));
            AuthnRequest request = reader.verified(unverified, agency.certificates());
            check(request);
            if (!agency.registered(request.replyAddress())) {
                throw new RefusedException(Refusal.UNREGISTERED_ADDRESS, "no such reply address was registered");
            }
            seen.first(request.providerName(), request);
            Optional<String> posted = Optional.ofNullable(relayState).filter(value -> !value.isEmpty());
            Wanted.Answer answer = Wanted.of(request, agency, posted);
            return answer instanceof Wanted.Answer.Possible possible
                    ? logIn(agency, request, possible.wanted())
                    : impossible(request, posted, ((Wanted.Answer.Impossible) answer).problem());
        } catch (RefusedException e) {
            return refuse(e);
        }
    }

    /** A request to log out whoever is logged in in this browser. */
    @POST
    @Path("Proxy2/LogoutAction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logoutAction(
            @FormParam("logoutRequest") String message, @FormParam("RelayState") String relayState) {
        event.event(EventType.LOGOUT);
        checkSsl();
        checkRealm();
        try {
            Unverified<MessageReader.LogoutClaim, LogoutRequest> unverified = reader.logoutRequest(message);
            event.client(told(unverified.claim().agency()));
            return logOut(signer(unverified), relayState);
        } catch (RefusedException e) {
            return refuse(e);
        }
    }

    private Agency agency(ClientModel client) throws RefusedException {
        session.getContext().setClient(client);
        event.client(client);
        Agency agency = Agency.of(client);
        if (agency.certificates().isEmpty()) {
            throw new RefusedException(Refusal.DISABLED_AGENCY, "the agency has no registered certificate");
        }
        return agency;
    }

    private void check(SignedMessage message) throws RefusedException {
        if (!here().equals(withoutDefaultPort(message.destination()))) {
            throw new RefusedException(Refusal.WRONG_DESTINATION, "its Destination is not this address");
        }
        settings.freshness().check(message, clock);
    }

    private String here() {
        return withoutDefaultPort(
                session.getContext().getUri().getAbsolutePath().toString());
    }

    private static String withoutDefaultPort(String address) {
        return address.replaceFirst("^(https://[^/]*):443/", "$1/").replaceFirst("^(http://[^/]*):80/", "$1/");
    }

    private Response logIn(Agency agency, AuthnRequest request, Wanted wanted) {
        AuthenticationSessionModel login = createAuthenticationSession(agency.client(), null);
        login.setProtocol(Clave2ProtocolFactory.ID);
        login.setAction(CommonClientSessionModel.Action.AUTHENTICATE.name());
        new PendingRequest(
                        request.id(),
                        request.replyAddress(),
                        wanted.nameIdFormat(),
                        wanted.relayState(),
                        request.forceAuthn(),
                        wanted.attributes(),
                        wanted.required())
                .keepIn(login);
        askFor(login, wanted.level());
        // What citizens read that the agency will be told, and are asked where it is set so.
        login.setClientNote(OAuth2Constants.SCOPE, DataScopes.asked(wanted.attributes()));
        AcceptedMethods.exclude(login, ExcludedWay.in(request.attributeNames()));
        // By a redirect: the page can be loaded anew and come back to without sending the request again.
        return handleBrowserAuthenticationRequest(login, protocol, request.passive(), true);
    }

    private static void askFor(AuthenticationSessionModel login, AssuranceLevel level) {
        login.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, Integer.toString(level.loa()));
    }

    private Response impossible(AuthnRequest request, Optional<String> posted, Problem problem) {
        event.detail("reason", problem.message())
                .error("clave2_" + problem.name().toLowerCase(Locale.ROOT));
        return protocol.failure(
                request.id(),
                request.replyAddress(),
                request.nameIdFormat().orElse(Names.UNSPECIFIED),
                Wanted.relayState(request, posted).filter(value -> value.length() <= Wanted.LONGEST_RELAY_STATE),
                problem);
    }

    /** A logout, and the application that proved to be the one that sent it. */
    private record SignedLogout(Agency agency, LogoutRequest request) {}

    /** A logout names the agency and not the application: the one whose key signed it. */
    private SignedLogout signer(Unverified<MessageReader.LogoutClaim, LogoutRequest> unverified)
            throws RefusedException {
        Optional<RefusedException> last = Optional.empty();
        for (ClientModel candidate : agencies.thatMaySay(unverified.claim())) {
            try {
                Agency agency = agency(candidate);
                return new SignedLogout(agency, reader.verified(unverified, agency.certificates()));
            } catch (RefusedException e) {
                last = Optional.of(e);
            }
        }
        throw last.orElseGet(() -> new RefusedException(Refusal.UNKNOWN_AGENCY, "no application"));
    }

    private Response logOut(SignedLogout signed, String relayState) throws RefusedException {
        Agency agency = signed.agency();
        LogoutRequest request = signed.request();
        check(request);
        if (!agency.registered(request.returnAddress())) {
            throw new RefusedException(Refusal.UNREGISTERED_ADDRESS, "the Issuer is no address that was registered");
        }
        seen.first(request.agency(), request);
        PendingLogout logout = new PendingLogout(
                request.id(),
                request.returnAddress(),
                Optional.ofNullable(relayState)
                        .filter(value -> !value.isEmpty() && value.length() <= Wanted.LONGEST_RELAY_STATE));
        AuthResult browser = AuthenticationManager.authenticateIdentityCookie(session, realm, false);
        if (browser == null) {
            // Nobody is logged in any more, which is what the agency wants.
            return protocol.loggedOut(logout);
        }
        UserSessionModel ending = browser.session();
        logout.keepIn(ending);
        ending.setNote(AuthenticationManager.KEYCLOAK_LOGOUT_PROTOCOL, Clave2ProtocolFactory.ID);
        AuthenticatedClientSessionModel agencySession =
                ending.getAuthenticatedClientSessionByClient(agency.client().getId());
        if (agencySession != null) {
            agencySession.setAction(CommonClientSessionModel.Action.LOGGED_OUT.name());
        }
        event.user(ending.getUser()).session(ending).success();
        return AuthenticationManager.browserLogout(
                session, realm, ending, session.getContext().getUri(), clientConnection, headers);
    }

    private Response refuse(RefusedException refused) {
        Refusal refusal = refused.refusal();
        event.detail("reason", refused.getMessage()).error(refusal.label());
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, refusal.messageKey(), refusal.label());
    }

    /** What anybody may have written, made fit for an event. */
    private static String told(String claim) {
        String line = claim.replaceAll("[^\\p{Alnum}_;.@ -]", "?");
        return line.length() > LONGEST_TOLD ? line.substring(0, LONGEST_TOLD) : line;
    }
}
