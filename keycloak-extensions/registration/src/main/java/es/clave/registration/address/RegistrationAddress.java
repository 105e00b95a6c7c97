package es.clave.registration.address;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * {@code /realms/{realm}/registro}: begins a registration at no agency's request. It asks Keycloak for it as an agency
 * would, so that nothing about such a registration is special (Initiating User Registration via OpenID Connect 1.0).
 */
public final class RegistrationAddress implements RealmResourceProvider {

    /** The provider's id, and so the last part of the address. */
    public static final String PATH = "registro";

    /** The client in whose name it asks; there is no agency behind it. */
    public static final String CLIENT_ID = "clave-registration";

    private final KeycloakSession session;

    RegistrationAddress(KeycloakSession session) {
        this.session = session;
    }

    /** The address, where a route may be named after a question mark: {@code ?via=letter}. */
    public static UriBuilder of(KeycloakSession session) {
        return realm(session).path(PATH);
    }

    private static UriBuilder realm(KeycloakSession session) {
        return session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms")
                .path(session.getContext().getRealm().getName());
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Begins a registration. */
    @GET
    public Response begin(@QueryParam("via") String via) {
        UriBuilder request = realm(session)
                .path("protocol/openid-connect/auth")
                .queryParam("client_id", CLIENT_ID)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("prompt", "create")
                .queryParam("redirect_uri", "{end}");
        if (via != null && via.matches("[a-z_]{1,20}")) {
            request.queryParam("clave_via", via);
        }
        return Response.seeOther(request.build(end())).build();
    }

    /** Where a login would end that somebody made of such a registration: there is nothing to see, so it starts again. */
    @GET
    @Path("fin")
    public Response done() {
        return Response.seeOther(of(session).build()).build();
    }

    private URI end() {
        return of(session).path("fin").build();
    }

    @Override
    public void close() {}
}
