package es.clave.certificate.pkix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/** Reads revocation lists (RFC 5280, 5), and believes only a whole one that the issuer signed and that is not too old. */
final class RevocationLists {

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final Downloads downloads;
    private final CertificateSettings settings;

    RevocationLists(Downloads downloads, CertificateSettings settings) {
        this.downloads = downloads;
        this.settings = settings;
    }

    /**
     * Fetches a list of this issuer.
     *
     * @throws Unanswered if it is not there, or not to be believed
     */
    X509CRL fetch(URI address, X509Certificate issuer, Instant now) throws Unanswered {
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(downloads.get(address, MOST_BYTES)));
            require(list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()), "another issuer's");
            require(Usage.signsLists(issuer) && Strength.suffices(list.getSigAlgName()), "not signed well");
            list.verify(issuer.getPublicKey());
            requireCurrent(list, now);
            requireWhole(list, address);
            return list;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Unanswered(e);
        }
    }

    private static void require(boolean condition, String complaint) throws Unanswered {
        if (!condition) {
            throw new Unanswered(complaint);
        }
    }

    /** Whether it may still be believed. */
    void requireCurrent(X509CRL list, Instant now) throws Unanswered {
        require(!list.getThisUpdate().toInstant().isAfter(now.plus(settings.clockSkew())), "from the future");
        require(
                list.getNextUpdate() != null
                        && !list.getNextUpdate().toInstant().isBefore(now.minus(settings.clockSkew())),
                "stale");
    }

    /** A list may be for a part of the certificates if it is the part that they point to, and all of it. */
    private static void requireWhole(X509CRL list, URI address) throws IOException, Unanswered {
        Set<String> critical =
                new HashSet<>(list.getCriticalExtensionOIDs() == null ? Set.of() : list.getCriticalExtensionOIDs());
        critical.remove(Extension.issuingDistributionPoint.getId());
        require(critical.isEmpty(), "with an extension that is not understood");
        byte[] value = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (value == null) {
            return;
        }
        IssuingDistributionPoint part = IssuingDistributionPoint.getInstance(
                ASN1OctetString.getInstance(value).getOctets());
        List<URI> named = ServiceAddresses.addresses(part.getDistributionPoint());
        require(
                !part.isIndirectCRL()
                        && !part.onlyContainsAttributeCerts()
                        && part.getOnlySomeReasons() == null
                        && (named.isEmpty() || named.contains(address)),
                "for other certificates");
    }

    /** What the list says of a certificate. */
    static boolean isRevoked(X509CRL list, X509Certificate certificate) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        return entry != null;
    }
}
