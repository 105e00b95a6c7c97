package es.clave.demo.agency;

/** How a login at an agency ended. */
public sealed interface Outcome<T> {

    /** Everything was verified. */
    record Identified<T>(T citizen) implements Outcome<T> {}

    /** Nobody is logged in. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
