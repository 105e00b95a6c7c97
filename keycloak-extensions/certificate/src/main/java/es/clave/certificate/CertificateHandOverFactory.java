package es.clave.certificate;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link CertificateHandOver}. */
public interface CertificateHandOverFactory extends ProviderFactory<CertificateHandOver> {}
