package es.clave.demo.taxagency;

import java.net.URI;

/**
 * What a registered agency knows of Cl@ve: all the configuration that SAML needs.
 *
 * @param identityProvider Cl@ve's entity id
 * @param metadata where its metadata is
 * @param key with which this agency signs
 */
public record SamlSettings(URI identityProvider, URI metadata, SigningKey key) {}
