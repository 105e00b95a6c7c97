package es.clave.registration.office;

/** A town, or the region of a postcode, from which somebody looks for an office. */
public record Place(String name, String province, GeoPoint position) {}
