package es.clave.certificate.handover;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;

/** {@code /realms/{realm}/certificate}: what the address answers that asks for certificates. It shows no page but its errors. */
public final class CertificateResource {

    static final String READ = "read";

    private final KeycloakSession session;
    private final TicketHandOver handOver;
    private final CertificateSource source;

    CertificateResource(KeycloakSession session, TicketHandOver handOver, CertificateSource source) {
        this.session = session;
        this.handOver = handOver;
        this.source = source;
    }

    /** Reads the browser's certificate and sends it back to where its ticket is from. */
    @GET
    @Path(READ)
    public Response read(@QueryParam("ticket") @DefaultValue("") String ticket) {
        HandOverJournal journal = new HandOverJournal(session);
        Optional<URI> back = handOver.read(ticket, new ShownCertificate(session, source), journal);
        if (back.isEmpty()) {
            journal.unknownTicket();
            return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, "certificateTicketUnknown");
        }
        return Response.seeOther(back.get())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
