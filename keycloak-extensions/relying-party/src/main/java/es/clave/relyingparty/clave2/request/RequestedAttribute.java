package es.clave.relyingparty.clave2.request;

import java.util.Optional;

/**
 * An attribute that an agency asks for, or by which it says something.
 *
 * @param name the URI
 * @param required whether the agency can do nothing without it
 * @param value what it says
 */
public record RequestedAttribute(String name, boolean required, Optional<String> value) {}
