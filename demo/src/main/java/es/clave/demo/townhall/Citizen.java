package es.clave.demo.townhall;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import es.clave.demo.agency.Level;
import es.clave.demo.agency.Person;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is logged in at the town hall.
 *
 * @param session Cl@ve's name for its session ({@code sid}), by which it tells of its end
 */
record Citizen(
        Person person,
        Level level,
        Optional<Instant> loggedInAt,
        String subject,
        Optional<String> session,
        SignedJWT idToken,
        UserInfo userInfo) {

    @Override
    public String toString() {
        return "Citizen[" + level + "]";
    }
}
