package es.clave.registration.desk;

import es.clave.documents.Pdf;
import es.clave.platform.FormFields;
import es.clave.platform.pages.LocalPages;
import es.clave.platform.pages.LocalVisitor;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * {@code /realms/clave-staff/mostrador}: one address for all pages of the desk, so that what an officer does to people
 * stands in no history of addresses. A form is answered by a redirect to the page that follows.
 */
public final class DeskResource {

    static final String CLIENT_ID = "clave-desk";

    private final KeycloakSession session;
    private final DeskSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    DeskResource(KeycloakSession session, DeskSettings settings, Clock clock, SecureRandom random) {
        this.session = session;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** The page that the desk has come to. */
    @GET
    public Response show() {
        LocalPages pages = LocalPages.of(session, CLIENT_ID);
        return pages.get(visitor -> atTheDesk(pages, visitor, Desk::show));
    }

    /** Takes a step. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act() {
        LocalPages pages = LocalPages.of(session, CLIENT_ID);
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return pages.post(
                form, visitor -> atTheDesk(pages, visitor, desk -> desk.act(FormFields.of(form))), this::refused);
    }

    /** The receipt of the registration that this officer has just made, to be printed: never again after it. */
    @POST
    @Path("resguardo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response receipt() {
        LocalPages pages = LocalPages.of(session, CLIENT_ID);
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return pages.post(
                form,
                visitor -> atTheDesk(pages, visitor, desk -> desk.receipt()
                        .map(DeskResource::file)
                        .orElseGet(pages::notFound)),
                this::refused);
    }

    /** Who logs in again after wanting to print is back at the desk. */
    @GET
    @Path("resguardo")
    public Response noReceipt() {
        LocalPages pages = LocalPages.of(session, CLIENT_ID);
        return pages.get(visitor -> atTheDesk(pages, visitor, Desk::again));
    }

    private static Response file(Pdf receipt) {
        return Response.ok(receipt.bytes(), Pdf.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"resguardo-clave.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Response atTheDesk(LocalPages pages, LocalVisitor visitor, Function<Desk, Response> work) {
        RealmModel staff = session.getContext().getRealm();
        RealmModel citizens = citizens();
        Optional<Officer> officer = Officer.of(staff, visitor.user());
        if (officer.isEmpty()) {
            new DeskJournal(session, citizens, visitor.user().getId(), "").look(DeskAct.DESK_DENIED, Optional.empty());
            return pages.forbidden();
        }
        return work.apply(new Desk(session, pages, visitor, officer.get(), citizens, settings, clock, random));
    }

    private void refused(LocalVisitor visitor) {
        new DeskJournal(session, citizens(), visitor.user().getId(), "")
                .look(DeskAct.DESK_FORM_REFUSED, Optional.empty());
    }

    private RealmModel citizens() {
        return Optional.ofNullable(session.realms().getRealmByName(settings.citizensRealm()))
                .orElseThrow(NotFoundException::new);
    }
}
