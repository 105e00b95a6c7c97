package es.clave.certificate.pkix;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CertificateRefusal;
import es.clave.certificate.CitizenCertificate;
import es.clave.certificate.CitizenCertificate.KeyStorage;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * {@link CertificateCheck} on a {@link TrustFolder}. Nothing is asked over the network before the path to a trusted issuer
 * stands, so that nobody can make this server call an address of their choice.
 */
final class PkixCertificateCheck implements CertificateCheck {

    private static final int HEX = 16;

    private final TrustFolder trust;
    private final Qualification qualification;
    private final RevocationCheck revocation;
    private final Clock clock;

    PkixCertificateCheck(TrustFolder trust, CertificateSettings settings, RevocationCheck revocation, Clock clock) {
        this.trust = trust;
        this.qualification = new Qualification(settings);
        this.revocation = revocation;
        this.clock = clock;
    }

    @Override
    public boolean trustsAnybody() {
        return !trust.isEmpty();
    }

    @Override
    public Answer check(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return new Answer.Refused(CertificateRefusal.NOT_SHOWN);
        }
        try {
            return new Answer.Accepted(accepted(chain, clock.instant()));
        } catch (Refused refused) {
            return new Answer.Refused(refused.reason());
        }
    }

    private CitizenCertificate accepted(List<X509Certificate> chain, Instant now) throws Refused {
        X509Certificate certificate = chain.get(0);
        if (trust.isEmpty()) {
            throw new Refused(CertificateRefusal.UNKNOWN_ISSUER);
        }
        if (!Strength.suffices(certificate)) {
            throw new Refused(CertificateRefusal.WEAK);
        }
        List<X509Certificate> path = new IssuerPath(trust).of(chain, now);
        Content content = new Content(certificate);
        Holder holder = Holder.of(content);
        if (!Usage.identifies(certificate)) {
            throw new Refused(CertificateRefusal.WRONG_KEY_USAGE);
        }
        KeyStorage storage = qualification.of(content);
        // The anchor is believed because the operator says so; everything below it may have been revoked.
        for (int i = 0; i < path.size() - 1; i++) {
            revocation.require(path.get(i), path.get(i + 1), now);
        }
        return new CitizenCertificate(
                holder.nationalId(),
                holder.name(),
                storage,
                certificate.getIssuerX500Principal().getName(),
                certificate.getSerialNumber().toString(HEX),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                List.copyOf(content.policies()));
    }

    @Override
    public void close() {}
}
