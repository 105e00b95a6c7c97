package es.clave.certificate.handover;

import es.clave.certificate.CertificateHandOver;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link CertificateResource} at {@code /realms/{realm}/certificate}. */
public final class CertificateResourceFactory implements RealmResourceProviderFactory {

    public static final String PROVIDER_ID = "certificate";

    private CertificateSource source = CertificateSource.HEADER_OF_ANYBODY;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        source = CertificateSource.of(factory);
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new CertificateResource(
                        session, (TicketHandOver) session.getProvider(CertificateHandOver.class), source);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
