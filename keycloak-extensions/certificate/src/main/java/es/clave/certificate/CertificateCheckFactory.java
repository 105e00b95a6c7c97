package es.clave.certificate;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link CertificateCheck}. */
public interface CertificateCheckFactory extends ProviderFactory<CertificateCheck> {}
