package es.clave.testclock;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** {@code /realms/{realm}/test-audit?after=N}: the entries of the realm's audit log, as the table has them. */
public final class TestAudit implements RealmResourceProvider {

    private final KeycloakSession session;

    TestAudit(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Number, action, actor, subject, source and details of each entry, the oldest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<?> entries(@QueryParam("after") long after) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return entities.createNativeQuery(
                        "select ENTRY_NUMBER, ACTION, ACTOR, SUBJECT, SOURCE, DETAILS from CLAVE_AUDIT_ENTRY"
                                + " where REALM_ID = :realm and ENTRY_NUMBER > :after order by ENTRY_NUMBER")
                .setParameter("realm", session.getContext().getRealm().getId())
                .setParameter("after", after)
                .getResultList();
    }

    @Override
    public void close() {}
}
