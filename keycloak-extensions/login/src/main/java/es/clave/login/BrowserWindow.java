package es.clave.login;

import org.keycloak.sessions.AuthenticationSessionModel;

/** The browser window in which a login is under way: the only one that may go on with what it began. */
public final class BrowserWindow {

    private BrowserWindow() {}

    /** A text that no other window has. Secret: it names the browser's session. */
    public static String of(AuthenticationSessionModel login) {
        return login.getParentSession().getId() + "." + login.getTabId();
    }
}
