package es.clave.demo.taxagency;

import java.net.URI;

/**
 * What a registered agency knows of Cl@ve: all the configuration that SAML needs.
 *
 * @param identityProvider Cl@ve's entity id
 * @param metadata where its metadata is
 * @param key with which this agency signs
 * @param providerName by which Cl@ve 2 knows it, for which it is another application
 */
public record SamlSettings(URI identityProvider, URI metadata, SigningKey key, String providerName) {

    /** The name under which the demo's realm has this agency. */
    public static final String DEMO_PROVIDER_NAME = "S0000000E_E00000000;DemoApp";

    /** The settings in the demo's realm. */
    public SamlSettings(URI identityProvider, URI metadata, SigningKey key) {
        this(identityProvider, metadata, key, DEMO_PROVIDER_NAME);
    }
}
