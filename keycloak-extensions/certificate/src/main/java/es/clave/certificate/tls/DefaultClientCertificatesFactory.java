package es.clave.certificate.tls;

/** The same in the place of Keycloak's {@code default}, which somebody may choose by name. */
public final class DefaultClientCertificatesFactory extends VerifiedClientCertificatesFactory {

    static final String PROVIDER_ID = "default";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return 1;
    }
}
