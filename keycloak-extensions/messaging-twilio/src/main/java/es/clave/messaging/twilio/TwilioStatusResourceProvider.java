package es.clave.messaging.twilio;

import es.clave.messaging.Outbox;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** {@code /realms/{realm}/clave-twilio}; not there while no reports are expected. */
final class TwilioStatusResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;
    private final Optional<ReportSignature> signature;

    TwilioStatusResourceProvider(KeycloakSession session, Optional<ReportSignature> signature) {
        this.session = session;
        this.signature = signature;
    }

    @Override
    public Object getResource() {
        return new TwilioStatusResource(
                session.getContext().getHttpRequest(),
                new StatusReports(signature.orElseThrow(NotFoundException::new), session.getProvider(Outbox.class)));
    }

    @Override
    public void close() {}
}
