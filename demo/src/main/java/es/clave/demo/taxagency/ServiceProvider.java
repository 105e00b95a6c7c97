package es.clave.demo.taxagency;

import java.net.URI;

/** This agency as SAML sees it. Its entity id is where its metadata is. */
record ServiceProvider(URI entityId, URI assertionConsumerService, URI singleLogoutService) {

    static ServiceProvider at(URI baseUrl) {
        return new ServiceProvider(
                URI.create(baseUrl + "/metadata"), URI.create(baseUrl + "/acs"), URI.create(baseUrl + "/slo"));
    }
}
