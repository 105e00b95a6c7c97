package es.clave.certificate.pkix;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;

/** Where a certificate says that one asks for its standing: HTTP addresses only. */
final class ServiceAddresses {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private ServiceAddresses() {}

    /** Its OCSP responders. */
    static List<URI> ocsp(X509Certificate certificate) throws Unanswered {
        List<URI> addresses = new ArrayList<>();
        AuthorityInformationAccess access =
                AuthorityInformationAccess.fromExtensions(holder(certificate).getExtensions());
        if (access != null) {
            for (AccessDescription description : access.getAccessDescriptions()) {
                if (AccessDescription.id_ad_ocsp.equals(description.getAccessMethod())) {
                    address(description.getAccessLocation()).ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }

    /** Where its revocation lists are. */
    static List<URI> lists(X509Certificate certificate) throws Unanswered {
        List<URI> addresses = new ArrayList<>();
        Extension extension = holder(certificate).getExtension(Extension.cRLDistributionPoints);
        if (extension != null) {
            for (DistributionPoint point :
                    CRLDistPoint.getInstance(extension.getParsedValue()).getDistributionPoints()) {
                // A list of another issuer, or of some reasons only, would not tell all.
                if (point.getCRLIssuer() == null && point.getReasons() == null) {
                    addresses.addAll(addresses(point.getDistributionPoint()));
                }
            }
        }
        return addresses;
    }

    /** The addresses that a distribution point goes by. */
    static List<URI> addresses(DistributionPointName name) {
        List<URI> addresses = new ArrayList<>();
        if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
            for (GeneralName each : GeneralNames.getInstance(name.getName()).getNames()) {
                address(each).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    private static Optional<URI> address(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(ASN1IA5String.getInstance(name.getName()).getString());
            return Optional.of(address).filter(uri -> SCHEMES.contains(uri.getScheme()) && uri.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    static X509CertificateHolder holder(X509Certificate certificate) throws Unanswered {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (IOException | CertificateEncodingException e) {
            throw new Unanswered(e);
        }
    }
}
