package es.clave.appapi.device;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.appapi.proof.PublicKeys;
import es.clave.registry.Device;
import java.text.ParseException;

/** The proof that a device has the key that it wants to go on with: a JWS by that key, for this device and its old key. */
final class NewKey {

    private static final JOSEObjectType TYPE = new JOSEObjectType("clave-key+jwt");

    private NewKey() {}

    /** @throws Problem where it is not proven */
    static ECKey read(String jws, Device device) {
        try {
            SignedJWT signed = SignedJWT.parse(jws);
            if (!TYPE.equals(signed.getHeader().getType())) {
                throw bad("typ");
            }
            ECKey key = PublicKeys.of(signed.getHeader()).orElseThrow(() -> bad("jwk"));
            if (!PublicKeys.signed(signed, key)) {
                throw bad("signature");
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            if (!device.id().equals(claims.getStringClaim("deviceId"))) {
                throw bad("deviceId");
            }
            if (!device.thumbprint().equals(claims.getStringClaim("thumbprint"))) {
                throw bad("thumbprint");
            }
            return key;
        } catch (ParseException unreadable) {
            throw bad("unreadable");
        }
    }

    private static Problem bad(String reason) {
        return Problem.because(ProblemCode.BAD_KEY_PROOF, reason);
    }
}
