package es.clave.relyingparty.clave2;

import es.clave.platform.LoginNotes;
import es.clave.relyingparty.CitizenAttribute;
import es.clave.relyingparty.CitizenProfile;
import es.clave.relyingparty.LoginFacts;
import es.clave.relyingparty.clave2.answer.AnswerWriter;
import es.clave.relyingparty.clave2.answer.AttributeValue;
import es.clave.relyingparty.clave2.answer.Envelope;
import es.clave.relyingparty.clave2.answer.Identification;
import es.clave.relyingparty.clave2.answer.LogoutEnvelope;
import es.clave.relyingparty.clave2.answer.Problem;
import es.clave.relyingparty.clave2.answer.Signer;
import es.clave.relyingparty.clave2.request.RefusedException;
import es.clave.relyingparty.clave2.request.SignedMessage;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ClientData;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/** How logins and logouts of agencies that speak Cl@ve 2 end. */
final class Clave2Protocol implements LoginProtocol {

    private static final Logger LOG = Logger.getLogger(Clave2Protocol.class);

    private final AnswerWriter writer;
    private final Clave2Settings settings;
    private final Clock clock;
    private KeycloakSession session;

    Clave2Protocol(KeycloakSession session, AnswerWriter writer, Clave2Settings settings, Clock clock) {
        this.session = session;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Response authenticated(
            AuthenticationSessionModel login, UserSessionModel userSession, ClientSessionContext agencySession) {
        PendingRequest request = PendingRequest.of(login);
        CitizenProfile profile = CitizenProfile.of(session, userSession);
        List<AttributeValue> told = new ArrayList<>();
        for (ToldAttribute attribute : ToldAttribute.values()) {
            Optional<AttributeValue> value =
                    attribute.always() || request.attributes().contains(attribute)
                            ? attribute.value(profile, userSession, request.relayState())
                            : Optional.empty();
            if (value.isEmpty() && request.required().contains(attribute)) {
                return failure(request, Problem.ATTRIBUTE_MISSING);
            }
            value.ifPresent(told::add);
        }
        Optional<String> nationalId = profile.value(CitizenAttribute.PERSON_IDENTIFIER);
        Optional<String> level = LoginFacts.of(userSession).level().map(reached -> reached.uri());
        if (nationalId.isEmpty() || level.isEmpty()) {
            // Somebody who is no citizen, or not by a login of ours.
            return failure(request, Problem.AUTHENTICATION_FAILED);
        }
        return success(request, new Identification(nationalId.get(), level.get(), loggedInAt(userSession), told));
    }

    private Response success(PendingRequest request, Identification who) {
        Optional<PublicKey> encryption;
        try {
            encryption = Agency.of(session.getContext().getClient()).encryptionKey();
        } catch (RefusedException e) {
            LOG.warnf("No login at %s: %s", session.getContext().getClient().getClientId(), e.getMessage());
            return failure(request, Problem.AUTHENTICATION_FAILED);
        }
        String message = writer.success(
                envelope(request.id(), request.replyAddress(), request.nameIdFormat()), who, signer(), encryption);
        return PostForm.to(session, request.replyAddress(), "SAMLResponse", message, request.relayState());
    }

    private Instant loggedInAt(UserSessionModel userSession) {
        String note = userSession.getNote(AuthenticationManager.AUTH_TIME);
        return note == null ? clock.instant() : Instant.ofEpochSecond(Long.parseLong(note));
    }

    @Override
    public Response sendError(AuthenticationSessionModel login, Error error, String errorMessage) {
        PendingRequest request = PendingRequest.of(login);
        boolean noWayLeft = Boolean.parseBoolean(login.getAuthNote(LoginNotes.NO_WAY_LEFT));
        Response answer = failure(request, noWayLeft ? Problem.NO_WAY_LEFT : problem(error));
        new AuthenticationSessionManager(session).removeAuthenticationSession(realm(), login, true);
        return answer;
    }

    private static Problem problem(Error error) {
        return switch (error) {
            case CANCELLED_BY_USER, CANCELLED_AIA, CANCELLED_AIA_SILENT, CONSENT_DENIED -> Problem.CITIZEN_SAID_NO;
            case PASSIVE_LOGIN_REQUIRED, PASSIVE_INTERACTION_REQUIRED -> Problem.NOT_PASSIVE;
            case LOA_INVALID -> Problem.LEVEL_NOT_REACHED;
            case ALREADY_LOGGED_IN -> Problem.AUTHENTICATION_FAILED;
        };
    }

    private Response failure(PendingRequest request, Problem problem) {
        return failure(request.id(), request.replyAddress(), request.nameIdFormat(), request.relayState(), problem);
    }

    /** The page that takes an error to an address that the agency registered. */
    Response failure(
            String requestId, String replyAddress, String nameIdFormat, Optional<String> relayState, Problem problem) {
        String message = writer.failure(envelope(requestId, replyAddress, nameIdFormat), problem, signer());
        return PostForm.to(session, replyAddress, "SAMLResponse", message, relayState);
    }

    /** The page that takes the answer to a logout request to an address that the agency registered. */
    Response loggedOut(PendingLogout logout) {
        String message = writer.loggedOut(
                new LogoutEnvelope(logout.requestId(), logout.returnAddress(), clock.instant()), signer());
        return PostForm.to(session, logout.returnAddress(), "logoutResponse", message, logout.relayState());
    }

    private Envelope envelope(String requestId, String replyAddress, String nameIdFormat) {
        return new Envelope(
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm().getName()),
                requestId,
                replyAddress,
                nameIdFormat,
                session.getContext().getConnection().getRemoteAddr(),
                clock.instant(),
                settings.answersValid());
    }

    private Signer signer() {
        KeyWrapper key = session.keys().getActiveKey(realm(), KeyUse.SIG, Algorithm.RS256);
        return new Signer((PrivateKey) key.getPrivateKey(), key.getCertificate());
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    /**
     * What comes back when the login itself is gone (it expired, say): what is needed for an error, and no secret. The
     * request's ID takes the place that OpenID Connect has for the kind of answer.
     */
    @Override
    public ClientData getClientData(AuthenticationSessionModel login) {
        PendingRequest request = PendingRequest.of(login);
        return new ClientData(
                request.replyAddress(), request.id(), null, request.relayState().orElse(null));
    }

    @Override
    public Response sendError(ClientModel client, ClientData data, Error error) {
        // From the address bar, so from anyone.
        Optional<String> relayState = Optional.ofNullable(data.getState());
        boolean wellFormed = data.getRedirectUri() != null
                && data.getResponseType() != null
                && data.getResponseType().length() <= SignedMessage.LONGEST_ID
                && relayState
                        .filter(value -> value.length() > Wanted.LONGEST_RELAY_STATE)
                        .isEmpty();
        try {
            if (!wellFormed || !Agency.of(client).registered(data.getRedirectUri())) {
                return null;
            }
        } catch (RefusedException e) {
            return null;
        }
        return failure(data.getResponseType(), data.getRedirectUri(), Names.UNSPECIFIED, relayState, problem(error));
    }

    @Override
    public boolean requireReauthentication(UserSessionModel userSession, AuthenticationSessionModel login) {
        return PendingRequest.of(login).forceAuthn();
    }

    /** Cl@ve 2 has no message by which an agency would learn of a logout that another began: its session here just ends. */
    @Override
    public Response backchannelLogout(UserSessionModel userSession, AuthenticatedClientSessionModel agencySession) {
        return Response.noContent().build();
    }

    /** As {@link #backchannelLogout}; the browser goes on to the next agency. */
    @Override
    public Response frontchannelLogout(UserSessionModel userSession, AuthenticatedClientSessionModel agencySession) {
        agencySession.setAction(CommonClientSessionModel.Action.LOGGED_OUT.name());
        return null;
    }

    @Override
    public Response finishBrowserLogout(UserSessionModel userSession, AuthenticationSessionModel logout) {
        return loggedOut(PendingLogout.of(userSession));
    }

    @Override
    public LoginProtocol setSession(KeycloakSession other) {
        session = other;
        return this;
    }

    @Override
    public LoginProtocol setRealm(RealmModel realm) {
        return this;
    }

    @Override
    public LoginProtocol setUriInfo(UriInfo uriInfo) {
        return this;
    }

    @Override
    public LoginProtocol setHttpHeaders(HttpHeaders headers) {
        return this;
    }

    @Override
    public LoginProtocol setEventBuilder(EventBuilder event) {
        return this;
    }

    @Override
    public void close() {}
}
