package es.clave.registration.office;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code /admin/realms/{realm}/clave-offices}: reading needs the right to view the realm, changing to manage it. */
public final class OfficesAdminResource {

    private static final String RESOURCE_TYPE = "CLAVE_OFFICE";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder adminEvent;

    /** Why it was not done. */
    public record Refused(String error) {}

    OfficesAdminResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator permissions,
            AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.adminEvent = adminEvent.resource(RESOURCE_TYPE);
    }

    /** All offices. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<OfficeDescription> all() {
        permissions.realm().requireViewRealm();
        return offices().all(realm).stream().map(OfficeDescription::of).toList();
    }

    /** One office: 200 or 404. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("id") String id) {
        permissions.realm().requireViewRealm();
        return offices()
                .find(realm, id)
                .map(office -> Response.ok(OfficeDescription.of(office)).build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    /** Opens an office or changes it: 201, 204, or 400 saying what is wrong. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response save(@PathParam("id") String id, OfficeDescription description) {
        permissions.realm().requireManageRealm();
        RegistrationOffice office;
        try {
            office = Optional.ofNullable(description)
                    .orElseThrow(() -> new IllegalArgumentException("an office is missing"))
                    .office(id);
        } catch (IllegalArgumentException wrong) {
            return refused(Response.Status.BAD_REQUEST, wrong.getMessage());
        }
        boolean isNew = offices().save(realm, office);
        trace(isNew ? OperationType.CREATE : OperationType.UPDATE, id);
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.NO_CONTENT)
                .build();
    }

    /** Closes an office for good: 204, 404, or 409 while people are expected there. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response remove(@PathParam("id") String id) {
        permissions.realm().requireManageRealm();
        return switch (offices().remove(realm, id)) {
            case REMOVED -> {
                trace(OperationType.DELETE, id);
                yield Response.noContent().build();
            }
            case UNKNOWN -> Response.status(Response.Status.NOT_FOUND).build();
            case PEOPLE_EXPECTED -> refused(Response.Status.CONFLICT, "people have appointments at this office");
        };
    }

    private void trace(OperationType operation, String id) {
        adminEvent
                .operation(operation)
                .resourcePath(OfficesAdminProviderFactory.PROVIDER_ID, id)
                .success();
    }

    private static Response refused(Response.Status status, String why) {
        return Response.status(status).entity(new Refused(why)).build();
    }

    private Offices offices() {
        return session.getProvider(Offices.class);
    }
}
