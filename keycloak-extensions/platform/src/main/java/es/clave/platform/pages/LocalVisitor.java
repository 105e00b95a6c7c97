package es.clave.platform.pages;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.platform.LoginNotes;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Who looks at one of our pages: logged in in this realm, by the page's own client.
 *
 * @param formToken what every form of the page sends back, so that no other site can send one
 */
public record LocalVisitor(UserModel user, UserSessionModel session, String formToken) {

    /** The level that the login reached; empty if it was none of Cl@ve's. */
    public Optional<AssuranceLevel> level() {
        String noted = session.getNote(LoginNotes.LEVEL);
        return Arrays.stream(AssuranceLevel.values())
                .filter(level -> level.name().equals(noted))
                .findFirst();
    }

    /** The way that the login took; empty if it was none of Cl@ve's. */
    public Optional<AuthenticationMethod> method() {
        String noted = session.getNote(LoginNotes.METHOD);
        return Arrays.stream(AuthenticationMethod.values())
                .filter(method -> method.name().equals(noted))
                .findFirst();
    }

    /** Whether the login reached this level at least. */
    public boolean reached(AssuranceLevel least) {
        return level().filter(level -> level.atLeast(least)).isPresent();
    }

    @Override
    public String toString() {
        return "LocalVisitor[" + user.getId() + "]";
    }
}
