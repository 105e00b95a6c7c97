package es.clave.certificate.pkix;

import es.clave.certificate.CertificateRefusal;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Builds the path from a certificate to a trusted issuer (RFC 5280, 6), without asking for revocation. */
final class IssuerPath {

    private static final int LONGEST = 4;

    private final TrustFolder trust;

    IssuerPath(TrustFolder trust) {
        this.trust = trust;
    }

    /**
     * The certificate, those between, and the anchor last.
     *
     * @throws Refused if there is no path, or the certificate's time is not now
     */
    List<X509Certificate> of(List<X509Certificate> sent, Instant now) throws Refused {
        X509Certificate certificate = sent.get(0);
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            requireOnceGood(sent, from);
            throw new Refused(CertificateRefusal.NOT_YET_VALID);
        }
        if (now.isAfter(to)) {
            requireOnceGood(sent, to);
            throw new Refused(CertificateRefusal.EXPIRED);
        }
        return build(sent, now);
    }

    /** That its time is not now is worth telling only of what a trusted issuer signed, or was on a path to one in its time. */
    private void requireOnceGood(List<X509Certificate> sent, Instant inItsTime) throws Refused {
        if (trust.namedIssuers(sent.get(0)).stream().noneMatch(issuer -> signed(issuer, sent.get(0)))) {
            build(sent, inItsTime);
        }
    }

    private List<X509Certificate> build(List<X509Certificate> sent, Instant at) throws Refused {
        X509CertSelector itself = new X509CertSelector();
        itself.setCertificate(sent.get(0));
        List<X509Certificate> known = new ArrayList<>(sent);
        known.addAll(trust.intermediates());
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trust.anchors(), itself);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            // Asked for afterwards, with patience and sizes of our own, and only of issuers on a good path.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.setMaxPathLength(LONGEST);
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> path = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(step -> path.add((X509Certificate) step));
            path.add(result.getTrustAnchor().getTrustedCert());
            return path;
        } catch (CertPathBuilderException noPath) {
            throw new Refused(
                    isForged(sent.get(0)) ? CertificateRefusal.BAD_SIGNATURE : CertificateRefusal.UNKNOWN_ISSUER);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it names an issuer that is trusted and did not sign it. */
    private boolean isForged(X509Certificate certificate) {
        List<X509Certificate> named = trust.namedIssuers(certificate);
        return !named.isEmpty() && named.stream().noneMatch(issuer -> signed(issuer, certificate));
    }

    static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException didNot) {
            return false;
        }
    }
}
