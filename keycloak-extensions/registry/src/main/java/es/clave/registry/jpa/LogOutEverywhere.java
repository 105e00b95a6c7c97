package es.clave.registry.jpa;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.ClientConnection;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Ends all sessions of a user and tells the agencies that they opened, by Keycloak's own back channel. It is done once the
 * user is disabled for good: agencies may be slow, and rows are locked until then. Should the node die in between, nobody
 * gets in by those sessions any more: Keycloak believes none of a disabled user.
 */
final class LogOutEverywhere extends AbstractKeycloakTransaction {

    private final KeycloakSessionFactory factory;
    private final Optional<HttpRequest> request;
    private final String realmId;
    private final String userId;

    private LogOutEverywhere(KeycloakSession session, RealmModel realm, String userId) {
        this.factory = session.getKeycloakSessionFactory();
        this.request = request(session.getContext());
        this.realmId = realm.getId();
        this.userId = userId;
    }

    /** Keycloak's context throws where there is none, as in a job; a connection without an address tells so. */
    private static Optional<HttpRequest> request(KeycloakContext context) {
        return Optional.ofNullable(context.getConnection())
                .map(ClientConnection::getRemoteAddr)
                .map(address -> context.getHttpRequest());
    }

    static void afterCommit(KeycloakSession session, RealmModel realm, String userId) {
        session.getTransactionManager().enlistAfterCompletion(new LogOutEverywhere(session, realm, userId));
    }

    @Override
    protected void commitImpl() {
        KeycloakModelUtils.runJobInTransaction(factory, this::logOut);
    }

    private void logOut(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        UserModel user = session.users().getUserById(realm, userId);
        session.getContext().setRealm(realm);
        if (request.isEmpty()) {
            // Its addresses, by which Keycloak speaks to agencies, are known by the request only.
            session.sessions().removeUserSessions(realm, user);
            return;
        }
        session.getContext().setHttpRequest(request.get());
        List<UserSessionModel> logins = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .toList();
        logins.forEach(login -> logOut(session, login));
    }

    private static void logOut(KeycloakSession session, UserSessionModel login) {
        // In somebody's name: for want of one, Keycloak would add a client to the realm.
        login.getAuthenticatedClientSessions().values().stream()
                .findFirst()
                .map(AuthenticatedClientSessionModel::getClient)
                .ifPresent(session.getContext()::setClient);
        AuthenticationManager.backchannelLogout(session, login, true);
    }

    @Override
    protected void rollbackImpl() {}
}
