package es.clave.certificate.pkix;

import es.clave.certificate.CertificateRefusal;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.X509CertificateHolder;

/** What a certificate says: the attributes of its names, its policies, its statements. */
final class Content {

    /** The statement that tells types: for signatures of persons, seals, websites (ETSI EN 319 412-5, 4.2.3). */
    private static final String TYPES = "0.4.0.1862.1.6";

    private final List<AttributeTypeAndValue> subject = new ArrayList<>();
    private final List<AttributeTypeAndValue> alternative = new ArrayList<>();
    private final Set<String> policies = new TreeSet<>();
    private final Set<String> statements = new TreeSet<>();

    /**
     * Reads it.
     *
     * @throws Refused if it cannot be read
     */
    Content(X509Certificate certificate) throws Refused {
        try {
            X509CertificateHolder holder = new X509CertificateHolder(certificate.getEncoded());
            addAll(subject, holder.getSubject());
            for (GeneralName name : alternativeNames(holder)) {
                if (name.getTagNo() == GeneralName.directoryName) {
                    addAll(alternative, X500Name.getInstance(name.getName()));
                }
            }
            readPolicies(holder);
            readStatements(holder);
        } catch (IOException | CertificateEncodingException | IllegalArgumentException unreadable) {
            throw new Refused(CertificateRefusal.MALFORMED);
        }
    }

    private static void addAll(List<AttributeTypeAndValue> attributes, X500Name name) {
        for (RDN rdn : name.getRDNs()) {
            attributes.addAll(Arrays.asList(rdn.getTypesAndValues()));
        }
    }

    private static GeneralName[] alternativeNames(X509CertificateHolder holder) {
        Extension extension = holder.getExtension(Extension.subjectAlternativeName);
        return extension == null
                ? new GeneralName[0]
                : GeneralNames.getInstance(extension.getParsedValue()).getNames();
    }

    private void readPolicies(X509CertificateHolder holder) {
        CertificatePolicies found = CertificatePolicies.fromExtensions(holder.getExtensions());
        if (found != null) {
            for (PolicyInformation policy : found.getPolicyInformation()) {
                policies.add(policy.getPolicyIdentifier().getId());
            }
        }
    }

    private void readStatements(X509CertificateHolder holder) {
        Extension extension = holder.getExtension(Extension.qCStatements);
        if (extension == null) {
            return;
        }
        for (ASN1Encodable entry : ASN1Sequence.getInstance(extension.getParsedValue())) {
            QCStatement statement = QCStatement.getInstance(entry);
            statements.add(statement.getStatementId().getId());
            if (statement.getStatementId().getId().equals(TYPES) && statement.getStatementInfo() != null) {
                for (ASN1Encodable type : ASN1Sequence.getInstance(statement.getStatementInfo())) {
                    statements.add(ASN1ObjectIdentifier.getInstance(type).getId());
                }
            }
        }
    }

    /**
     * The one value of an attribute of the subject, empty where there is none.
     *
     * @throws Refused if there are several, which two readers would read differently
     */
    Optional<String> subject(ASN1ObjectIdentifier type) throws Refused {
        return only(subject, type);
    }

    /** The same of the names in the extension for alternative names. */
    Optional<String> alternative(ASN1ObjectIdentifier type) throws Refused {
        return only(alternative, type);
    }

    private static Optional<String> only(List<AttributeTypeAndValue> attributes, ASN1ObjectIdentifier type)
            throws Refused {
        List<String> values = attributes.stream()
                .filter(attribute -> attribute.getType().equals(type))
                .map(attribute -> IETFUtils.valueToString(attribute.getValue()).strip())
                .map(Content::unescaped)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.size() > 1) {
            throw new Refused(CertificateRefusal.MALFORMED);
        }
        return values.stream().findFirst();
    }

    /** As it is in the certificate: the library gives it as it would stand within a longer name. */
    private static String unescaped(String value) {
        return value.replaceAll("\\\\(.)", "$1");
    }

    boolean hasSubject(ASN1ObjectIdentifier type) {
        return subject.stream().anyMatch(attribute -> attribute.getType().equals(type));
    }

    boolean hasAlternative(ASN1ObjectIdentifier type) {
        return alternative.stream().anyMatch(attribute -> attribute.getType().equals(type));
    }

    /** Object identifiers of its policies. */
    Set<String> policies() {
        return policies;
    }

    /** Object identifiers of its qualified certificate statements and of the types that they name. */
    Set<String> statements() {
        return statements;
    }

    @Override
    public String toString() {
        return "Content[****]";
    }
}
