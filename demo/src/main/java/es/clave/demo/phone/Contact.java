package es.clave.demo.phone;

/**
 * A demo citizen whose phone can be picked.
 *
 * @param number of the phone (E.164)
 */
public record Contact(String name, String number) {}
