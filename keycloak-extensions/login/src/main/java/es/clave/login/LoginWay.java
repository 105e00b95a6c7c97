package es.clave.login;

import es.clave.identity.AuthenticationMethod;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A way to log in as citizens choose it: one entry of the page that offers the ways, one row or more of the level table.
 * A new one is a class like this, its line in {@code es.clave.login.ways.Ways}, its methods in {@link Methods}, its texts
 * {@code way.<id>.title} and {@code way.<id>.text}, and its icon {@code <id>} in {@code icons.ftl}.
 *
 * <p>Its pages are those of {@link AgencyRequest#page()}, post to {@code url.loginAction}, and name their button's value
 * {@code step}. The value {@code ways} is not theirs: it leads to the other ways, whatever page it is pressed on.
 */
public interface LoginWay {

    /** A short name in lower case, which never changes: browsers remember it. */
    String id();

    /** The rows of the level table that it can come out at, the lowest first. */
    List<AuthenticationMethod> methods();

    /** The fields that the console shows of it, at the step that holds all ways. */
    default List<ProviderConfigProperty> settings() {
        return List.of();
    }

    /** Whether this server has what it takes. One that is not offered appears nowhere. */
    default boolean offered(KeycloakSession session) {
        return true;
    }

    /** Whether somebody who is logged in already can use it. If not, it is offered as one to be set up. */
    default boolean setUp(KeycloakSession session, UserModel known) {
        return true;
    }

    /** Adds to the pages of the other ways what this one offers there. Called where it may be chosen. */
    default void offerBesideOthers(AuthenticationFlowContext context) {}

    /** Shows the page that this login has come to: the first one, or the one that was left for another way. */
    void authenticate(AuthenticationFlowContext context);

    /** Another way was chosen for good: what waits for an answer elsewhere is called back. */
    default void left(AuthenticationFlowContext context) {}

    /** Answers a form of one of its pages. */
    void action(AuthenticationFlowContext context);
}
