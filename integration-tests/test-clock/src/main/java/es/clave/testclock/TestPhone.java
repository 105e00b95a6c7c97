package es.clave.testclock;

import es.clave.challenge.AppDevice;
import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import es.clave.identity.NationalId;
import es.clave.identity.OneTimeCode;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.Device;
import es.clave.registry.Devices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * {@code /realms/{realm}/test-phone}: a phone with the app as the login sees it, for tests of the browser's side. It asks
 * the same questions of the same stores as the App API, and proves nothing of who it is: that is the API's to test.
 */
public final class TestPhone implements RealmResourceProvider {

    private static final int MANY = 100;

    private final KeycloakSession session;
    private final RealmModel realm;

    TestPhone(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Gives a citizen one device more, of this name; answers its id. */
    @POST
    @Path("of/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    public String activate(@PathParam("id") String nationalId, String name) {
        String key = SecretGenerator.getInstance().randomString();
        return session.getProvider(CitizenRegistry.class)
                .find(realm, NationalId.of(nationalId))
                .map(citizen -> session.getProvider(Devices.class)
                        .activate(realm, citizen, name, new Devices.DeviceKey("{}" + key, key), MANY))
                .filter(Devices.Activation.Activated.class::isInstance)
                .map(Devices.Activation.Activated.class::cast)
                .map(activated -> activated.device().id())
                .orElseThrow(NotFoundException::new);
    }

    /** Takes a device away; answers its id. */
    @POST
    @Path("{device}/remove/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    public String remove(@PathParam("device") String device, @PathParam("id") String nationalId) {
        return session.getProvider(CitizenRegistry.class)
                .find(realm, NationalId.of(nationalId))
                .flatMap(citizen -> session.getProvider(Devices.class).remove(realm, citizen, device, citizen.id()))
                .map(Device::id)
                .orElseThrow(NotFoundException::new);
    }

    /** Answers {@code Scanned <request> <agency>}, or the name of what else became of it. */
    @POST
    @Path("{device}/scan")
    @Produces(MediaType.TEXT_PLAIN)
    public String scan(@PathParam("device") String device, String token) {
        AppRequests.Scan scan = requests().scan(realm.getId(), token, device(device));
        return scan instanceof AppRequests.Scan.Scanned scanned
                ? "Scanned " + scanned.request().id() + " " + scanned.request().agencyName()
                : scan.getClass().getSimpleName();
    }

    /** The ids of what waits for this phone. */
    @GET
    @Path("{device}/pending")
    @Produces(MediaType.TEXT_PLAIN)
    public String pending(@PathParam("device") String device) {
        return requests().pendingFor(realm.getId(), device(device)).stream()
                .map(AppRequest::id)
                .collect(Collectors.joining("\n"));
    }

    /** Answers {@code Confirmed <address to return to, if any>}, or the name of what else became of it. */
    @POST
    @Path("{device}/confirm/{request}")
    @Produces(MediaType.TEXT_PLAIN)
    public String confirm(@PathParam("device") String device, @PathParam("request") String request, String digits) {
        AppRequests.Confirmation confirmation = requests()
                .confirm(
                        realm.getId(),
                        request,
                        device(device),
                        OneTimeCode.parse(digits).valid());
        return confirmation instanceof AppRequests.Confirmation.Confirmed confirmed
                ? "Confirmed " + confirmed.returnTo().orElse("")
                : confirmation.getClass().getSimpleName();
    }

    @POST
    @Path("{device}/reject/{request}")
    @Produces(MediaType.TEXT_PLAIN)
    public String reject(@PathParam("device") String device, @PathParam("request") String request) {
        return requests()
                .reject(realm.getId(), request, device(device))
                .getClass()
                .getSimpleName();
    }

    /** The PIN that the app would show; nothing where there is none. */
    @GET
    @Path("{device}/pin/{request}")
    @Produces(MediaType.TEXT_PLAIN)
    public String pin(@PathParam("device") String device, @PathParam("request") String request) {
        return requests()
                .revealPin(realm.getId(), request, device(device))
                .map(OneTimeCode::value)
                .orElse("");
    }

    private AppDevice device(String id) {
        Device device = session.getProvider(Devices.class).find(realm, id).orElseThrow(NotFoundException::new);
        return new AppDevice(device.id(), device.name(), device.userId());
    }

    private AppRequests requests() {
        return session.getProvider(AppRequests.class);
    }

    @Override
    public void close() {}
}
