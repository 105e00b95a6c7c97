package es.clave.certificate;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.NationalId;
import java.time.Instant;
import java.util.List;

/**
 * A certificate that was checked and is good: its holder, and what an agency may be told of it.
 *
 * @param issuer distinguished name (RFC 2253)
 * @param serialNumber of the certificate, in hexadecimal digits
 * @param policies object identifiers of its certificate policies
 */
public record CitizenCertificate(
        NationalId nationalId,
        HolderName name,
        KeyStorage storage,
        String issuer,
        String serialNumber,
        Instant notBefore,
        Instant notAfter,
        List<String> policies) {

    /** Where the private key lives, as the issuer vouches for. */
    public enum KeyStorage {
        /** In a file, or nobody vouches for more. */
        SOFTWARE,
        /** In a qualified device, which it cannot leave: a DNIe, a qualified card. */
        DEVICE
    }

    public CitizenCertificate {
        policies = List.copyOf(policies);
    }

    /** The way to log in that this certificate is. */
    public AuthenticationMethod method() {
        return switch (storage) {
            case SOFTWARE -> AuthenticationMethod.CERTIFICATE_SOFTWARE;
            case DEVICE -> AuthenticationMethod.CERTIFICATE_DEVICE;
        };
    }

    /** The level that its policies vouch for. A realm's level table may say otherwise for logins. */
    public AssuranceLevel level() {
        return switch (storage) {
            case SOFTWARE -> AssuranceLevel.SUBSTANTIAL;
            case DEVICE -> AssuranceLevel.HIGH;
        };
    }

    @Override
    public String toString() {
        return "CitizenCertificate[" + storage + "]";
    }
}
