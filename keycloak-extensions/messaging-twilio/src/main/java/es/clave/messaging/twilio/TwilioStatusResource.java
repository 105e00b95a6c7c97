package es.clave.messaging.twilio;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.http.HttpRequest;

/** Where Twilio reports what became of a message. */
public final class TwilioStatusResource {

    private static final String SIGNATURE = "X-Twilio-Signature";

    private final HttpRequest request;
    private final StatusReports reports;

    TwilioStatusResource(HttpRequest request, StatusReports reports) {
        this.request = request;
        this.reports = reports;
    }

    /**
     * Takes a report; the same one again changes nothing.
     *
     * @return 204; 403 without a right signature; 404 for a message that is not known
     */
    @POST
    @Path("status")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response status() {
        Optional<String> signed = Optional.ofNullable(request.getHttpHeaders().getHeaderString(SIGNATURE));
        Response.Status status =
                switch (reports.take(request.getDecodedFormParameters(), signed)) {
                    case TAKEN -> Response.Status.NO_CONTENT;
                    case FORGED -> Response.Status.FORBIDDEN;
                    case UNKNOWN_MESSAGE -> Response.Status.NOT_FOUND;
                };
        return Response.status(status).build();
    }
}
