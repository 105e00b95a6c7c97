package es.clave.certificate.pkix;

import java.time.Instant;

/**
 * What an issuer said of a certificate, to be believed until then.
 *
 * @param state what it said
 * @param until as the issuer said it, or as we decided
 */
record Standing(State state, Instant until) {

    enum State {
        GOOD,
        REVOKED,
        /** The issuer, asked in the right way, does not know it. */
        UNKNOWN
    }
}
