package es.clave.appapi.proof;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import es.clave.registry.Devices.DeviceKey;
import java.text.ParseException;
import java.util.Optional;

/** The keys of devices: EC on P-256, and signatures by them: ES256. Nothing else is a key here. */
public final class PublicKeys {

    private static final Algorithm ALGORITHM = JWSAlgorithm.ES256;

    private PublicKeys() {}

    /** The key that a header carries, stripped to what makes it; empty where it is none of ours. */
    public static Optional<ECKey> of(JWSHeader header) {
        JWK jwk = header.getJWK();
        // The parser refuses private keys and points that are not on the curve.
        return jwk instanceof ECKey key && key.getCurve().equals(Curve.P_256) && !key.isPrivate()
                ? Optional.of(new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build())
                : Optional.empty();
    }

    /** The key as the registry keeps it. */
    public static DeviceKey kept(ECKey key) {
        return new DeviceKey(key.toJSONString(), thumbprint(key));
    }

    /** The key that the registry kept. */
    public static ECKey read(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException spoilt) {
            throw new IllegalStateException("a device has no key that can be read", spoilt);
        }
    }

    /** RFC 7638, SHA-256. */
    public static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is signed by this key, with ES256 and without extensions that must be understood. */
    public static boolean signed(JWSObject signed, ECKey key) {
        try {
            return ALGORITHM.equals(signed.getHeader().getAlgorithm()) && signed.verify(new ECDSAVerifier(key));
        } catch (JOSEException unverifiable) {
            return false;
        }
    }
}
