package es.clave.login.mobile;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.keycloak.models.RealmModel;

/** The addresses of a browser that waits for the app. */
record MobileLinks(UriInfo server, RealmModel realm) {

    /** The query parameter with the proof of having come back by the address that the app was given. */
    static final String PROOF = "movil";

    static final String REQUEST = "solicitud";
    static final String WINDOW = "ventana";
    static final String QR = "qr";

    /** Where changes are told as they happen. */
    URI events(String requestId, String tabId) {
        return of("espera", requestId, tabId);
    }

    /** Where they can be asked for. */
    URI state(String requestId, String tabId) {
        return of("estado", requestId, tabId);
    }

    private URI of(String what, String requestId, String tabId) {
        return base().path(what)
                .queryParam(REQUEST, requestId)
                .queryParam(WINDOW, tabId)
                .build();
    }

    /** Where the app sends the person back to, as long as the proof is added. */
    String back(String tabId) {
        return base().path("volver").queryParam(WINDOW, tabId).build() + "&" + PROOF + "=";
    }

    /** Where the login goes on. */
    URI login(String clientId, String tabId, String proof) {
        return realmUri()
                .path("login-actions/authenticate")
                .queryParam("client_id", "{client}")
                .queryParam("tab_id", "{tab}")
                .queryParam(PROOF, "{proof}")
                .build(clientId, tabId, proof);
    }

    private UriBuilder base() {
        return realmUri().path(MobileAddress.PATH);
    }

    private UriBuilder realmUri() {
        return server.getBaseUriBuilder().path("realms").path(realm.getName());
    }
}
