package es.clave.demo.taxagency;

import es.clave.demo.agency.Ask;
import java.time.Instant;

/** A login that a browser was sent to Cl@ve for; the answer must name the request. */
record LoginAttempt(String requestId, Ask ask, Instant startedAt) {

    @Override
    public String toString() {
        return "LoginAttempt[" + ask + "]";
    }
}
