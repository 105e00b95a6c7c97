package es.clave.demo.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root, an intermediate that issues certificates, and what the two know of each: when issued, when revoked. */
public final class Authority {

    private static final Duration LIFE_OF_AUTHORITIES = Duration.ofDays(20 * 365);
    private static final Duration LIFE_OF_CERTIFICATES = Duration.ofDays(4 * 365);
    private static final ASN1ObjectIdentifier QC_TYPE = new ASN1ObjectIdentifier("0.4.0.1862.1.6");
    private static final int SERIAL_BITS = 120;

    private final Clock clock;
    private final String services;
    private final Credential root;
    private final Credential intermediate;
    private final Credential responder;
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();

    private Authority(Clock clock, String services, Credential root, Credential intermediate, Credential responder) {
        this.clock = clock;
        this.services = services;
        this.root = root;
        this.intermediate = intermediate;
        this.responder = responder;
    }

    /**
     * Makes one, with new keys.
     *
     * @param name what it calls itself
     * @param services where its certificates say that it answers, without a slash at the end; see {@link Responder}
     */
    public static Authority make(String name, String services, Clock clock) {
        Authority maker = new Authority(clock, services, null, null, null);
        KeyPair rootKeys = keys("EC", 384);
        X500Name rootName = authorityName(name + " Root");
        X509Certificate rootCertificate = maker.authority(rootName, rootKeys.getPublic(), rootName, rootKeys, "");
        Credential root = new Credential(rootKeys.getPrivate(), List.of(rootCertificate));
        KeyPair keys = keys("EC", 384);
        X509Certificate certificate =
                maker.authority(authorityName(name + " Citizens"), keys.getPublic(), rootName, rootKeys, "root");
        Credential intermediate = new Credential(keys.getPrivate(), List.of(certificate));
        return new Authority(clock, services, root, intermediate, maker.responder(intermediate, name));
    }

    /** Reads one from a folder, or makes it there: keys that last. */
    public static Authority in(Path folder, String password, String name, String services, Clock clock)
            throws IOException {
        Path[] files = {
            folder.resolve("authority-root.p12"),
            folder.resolve("authority-citizens.p12"),
            folder.resolve("authority-ocsp.p12")
        };
        // The last file is written last: a demo that was stopped in between begins anew.
        if (!Files.exists(files[2])) {
            Authority made = make(name, services, clock);
            made.root.save(files[0], password);
            made.intermediate.save(files[1], password);
            made.responder.save(files[2], password);
            return made;
        }
        return new Authority(
                clock,
                services,
                Credential.load(files[0], password),
                Credential.load(files[1], password),
                Credential.load(files[2], password));
    }

    /** The root's certificate: whoever believes this one believes all. */
    public X509Certificate root() {
        return root.certificate();
    }

    /** The certificate of who issues to citizens. */
    public X509Certificate intermediate() {
        return intermediate.certificate();
    }

    Credential rootCredential() {
        return root;
    }

    Credential intermediateCredential() {
        return intermediate;
    }

    Credential responderCredential() {
        return responder;
    }

    Clock clock() {
        return clock;
    }

    Map<BigInteger, Instant> revoked() {
        return revoked;
    }

    /** Revokes a certificate, from now on. */
    public void revoke(X509Certificate certificate) {
        revoked.put(certificate.getSerialNumber(), now());
    }

    /** Issues a certificate with a new key. */
    public Credential issue(Draft draft) {
        KeyPair keys = keys(draft.keyAlgorithm, draft.keySize);
        return new Credential(
                keys.getPrivate(), List.of(certificate(draft, keys.getPublic()), intermediate.certificate()));
    }

    private X509Certificate certificate(Draft draft, PublicKey key) {
        try {
            Instant from = draft.notBefore.orElseGet(this::now);
            Instant to = draft.notAfter.orElseGet(() -> from.plus(LIFE_OF_CERTIFICATES));
            X509v3CertificateBuilder builder = builder(intermediateName(), from, to, draft.subject, key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            if (draft.keyUsage != 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(draft.keyUsage));
            }
            if (!draft.purposes.isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(draft.purposes.toArray(KeyPurposeId[]::new)));
            }
            if (!draft.policies.isEmpty()) {
                builder.addExtension(
                        Extension.certificatePolicies,
                        false,
                        new CertificatePolicies(draft.policies.stream()
                                .map(id -> new PolicyInformation(new ASN1ObjectIdentifier(id)))
                                .toArray(PolicyInformation[]::new)));
            }
            if (!draft.statements.isEmpty() || draft.certificateType.isPresent()) {
                builder.addExtension(Extension.qCStatements, false, statements(draft));
            }
            if (draft.alternativeName.isPresent()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(draft.alternativeName.get())));
            }
            tellServices(builder, draft.tellsOcsp, draft.tellsCrl, "citizens");
            return sign(builder, intermediate.certificate().getPublicKey(), intermediate.key(), draft.signature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DERSequence statements(Draft draft) {
        ASN1EncodableVector statements = new ASN1EncodableVector();
        draft.statements.forEach(id -> statements.add(new QCStatement(new ASN1ObjectIdentifier(id))));
        draft.certificateType.ifPresent(
                type -> statements.add(new QCStatement(QC_TYPE, new DERSequence(new ASN1ObjectIdentifier(type)))));
        return new DERSequence(statements);
    }

    private X509Certificate authority(
            X500Name subject, PublicKey key, X500Name issuer, KeyPair issuerKeys, String list) {
        try {
            X509v3CertificateBuilder builder = builder(issuer, now(), now().plus(LIFE_OF_AUTHORITIES), subject, key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(list.isEmpty() ? 1 : 0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            if (!list.isEmpty()) {
                tellServices(builder, true, true, list);
            }
            return sign(builder, issuerKeys.getPublic(), issuerKeys.getPrivate(), "SHA384");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Credential responder(Credential issuer, String name) {
        try {
            KeyPair keys = keys("EC", 256);
            X509v3CertificateBuilder builder = builder(
                    nameOf(issuer.certificate()),
                    now(),
                    now().plus(LIFE_OF_AUTHORITIES),
                    authorityName(name + " OCSP"),
                    keys.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            X509Certificate certificate = sign(builder, issuer.certificate().getPublicKey(), issuer.key(), "SHA256");
            return new Credential(keys.getPrivate(), List.of(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellServices(X509v3CertificateBuilder builder, boolean ocsp, boolean crl, String list)
            throws IOException {
        if (ocsp) {
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(new AccessDescription(
                            AccessDescription.id_ad_ocsp,
                            new GeneralName(GeneralName.uniformResourceIdentifier, services + "/ocsp"))));
        }
        if (crl) {
            GeneralNames at = new GeneralNames(
                    new GeneralName(GeneralName.uniformResourceIdentifier, services + "/" + list + ".crl"));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(at), null, null)
            }));
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, Instant from, Instant to, X500Name subject, PublicKey key) throws IOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                Date.from(from),
                Date.from(to),
                subject,
                key);
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return builder;
    }

    private static X509Certificate sign(
            X509v3CertificateBuilder builder, PublicKey issuerKey, PrivateKey key, String hash) throws IOException {
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuerKey));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm(hash, key)).build(key)));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String algorithm(String hash, PrivateKey key) {
        return hash + "with" + (key.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA");
    }

    static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private X500Name intermediateName() {
        return nameOf(intermediate.certificate());
    }

    static X500Name nameOf(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static X500Name authorityName(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "ES")
                .addRDN(BCStyle.O, "Prestador de ejemplo")
                .addRDN(BCStyle.CN, name)
                .build();
    }

    /** Every certificate of the issuers, root last: what a trust folder holds. */
    public List<X509Certificate> issuers() {
        return new ArrayList<>(List.of(intermediate(), root()));
    }

    private Instant now() {
        return clock.instant().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
    }
}
