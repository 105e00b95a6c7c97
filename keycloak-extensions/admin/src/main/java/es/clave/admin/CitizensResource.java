package es.clave.admin;

import es.clave.identity.NationalId;
import es.clave.identity.Parsed;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code /admin/realms/{realm}/clave/citizens}. */
public final class CitizensResource {

    /** What is looked for; a POST, so that the number is in no log of addresses. */
    public record Search(String nationalId) {}

    /** The Keycloak user of the citizen. */
    public record Found(String userId) {}

    /** Why it could not be looked for: the name of a {@link NationalId.Mistake}. */
    public record Refused(String error) {}

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder adminEvent;

    CitizensResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator permissions,
            AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent;
    }

    /** Finds a citizen by DNI or NIE: 200, 404 where there is none, 400 where it is no number. */
    @POST
    @Path("citizens/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response search(Search search) {
        permissions.users().requireView();
        Parsed<NationalId, NationalId.Mistake> id = NationalId.parse(
                Optional.ofNullable(search).map(Search::nationalId).orElse(""));
        Optional<String> mistake = id.invalid().map(Enum::name);
        if (mistake.isPresent()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(new Refused(mistake.get()))
                    .build();
        }
        NationalId number = id.valid().orElseThrow();
        // At once: who looked for whom is kept also when this request fails.
        session.getProvider(AuditLog.class)
                .appendNow(
                        realm,
                        AuditRecord.about(
                                number,
                                AdminAct.CITIZEN_SEARCHED,
                                permissions.adminAuth().getUser().getId()));
        return session.getProvider(CitizenRegistry.class)
                .find(realm, number)
                .map(this::found)
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    /** Leaves a trace of who looked for whom. */
    private Response found(Citizen citizen) {
        adminEvent
                .operation(OperationType.ACTION)
                .resource(ResourceType.USER)
                .resourcePath("users", citizen.userId(), "clave", "found-by-national-id")
                .success();
        return Response.ok(new Found(citizen.userId())).build();
    }
}
