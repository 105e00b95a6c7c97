package es.clave.certificate.pkix;

import es.clave.certificate.CertificateRefusal;
import es.clave.certificate.CitizenCertificate.KeyStorage;
import java.util.Collections;
import java.util.Set;

/** What a certificate's policies and statements vouch for (ETSI EN 319 411-2 and EN 319 412-5). */
final class Qualification {

    private static final String QCP_N = "0.4.0.194112.1.0";
    private static final String QCP_N_QSCD = "0.4.0.194112.1.2";
    private static final String QC_COMPLIANCE = "0.4.0.1862.1.1";
    private static final String QC_SSCD = "0.4.0.1862.1.4";

    private final CertificateSettings settings;

    Qualification(CertificateSettings settings) {
        this.settings = settings;
    }

    /**
     * Where the key is, as far as somebody vouches for it.
     *
     * @throws Refused if the certificate is of none of the policies that are taken, or not a qualified one
     */
    KeyStorage of(Content content) throws Refused {
        if (!settings.policies().isEmpty() && Collections.disjoint(settings.policies(), content.policies())) {
            throw new Refused(CertificateRefusal.WRONG_POLICY);
        }
        boolean qualified = isQualified(content);
        if (settings.qualifiedOnly() && !qualified) {
            throw new Refused(CertificateRefusal.NOT_QUALIFIED);
        }
        // A device that nobody qualified is as good as a file.
        return qualified && isInDevice(content) ? KeyStorage.DEVICE : KeyStorage.SOFTWARE;
    }

    private boolean isQualified(Content content) {
        return content.statements().contains(QC_COMPLIANCE)
                || has(content, Set.of(QCP_N, QCP_N_QSCD))
                || has(content, settings.qualifiedPolicies());
    }

    private boolean isInDevice(Content content) {
        return content.statements().contains(QC_SSCD)
                || has(content, Set.of(QCP_N_QSCD))
                || has(content, settings.devicePolicies());
    }

    private static boolean has(Content content, Set<String> policies) {
        return !Collections.disjoint(policies, content.policies());
    }
}
