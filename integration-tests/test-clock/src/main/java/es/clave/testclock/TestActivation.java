package es.clave.testclock;

import es.clave.identity.NationalId;
import es.clave.registry.ActivationCodes;
import es.clave.registry.CitizenRegistry;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** {@code /realms/{realm}/test-activation/{id}}: issues a citizen the activation code that a receipt would have. */
public final class TestActivation implements RealmResourceProvider {

    private final KeycloakSession session;

    TestActivation(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    @POST
    @Path("{id}")
    @Produces(MediaType.TEXT_PLAIN)
    public String issue(@PathParam("id") String nationalId) {
        RealmModel realm = session.getContext().getRealm();
        return session.getProvider(CitizenRegistry.class)
                .find(realm, NationalId.of(nationalId))
                .map(citizen -> session.getProvider(ActivationCodes.class)
                        .issue(realm, citizen)
                        .grouped())
                .orElseThrow(NotFoundException::new);
    }

    @Override
    public void close() {}
}
