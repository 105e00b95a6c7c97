package es.clave.demo.townhall;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import es.clave.demo.agency.Ask;
import java.time.Instant;

/** What must be remembered between sending a browser to Cl@ve and its coming back. */
record LoginAttempt(State state, Nonce nonce, CodeVerifier verifier, Ask ask, Instant startedAt) {

    static LoginAttempt of(Ask ask, Instant now) {
        return new LoginAttempt(new State(), new Nonce(), new CodeVerifier(), ask, now);
    }

    @Override
    public String toString() {
        return "LoginAttempt[" + ask + "]";
    }
}
