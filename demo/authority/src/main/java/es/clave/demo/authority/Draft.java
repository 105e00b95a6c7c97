package es.clave.demo.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate is going to say. Begins as a citizen's in software, from {@link Profiles}; each step changes it. */
public final class Draft {

    final X500Name subject;
    Optional<X500Name> alternativeName = Optional.empty();
    int keyUsage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    final List<KeyPurposeId> purposes =
            new ArrayList<>(List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection));
    final List<String> policies = new ArrayList<>();
    final Set<String> statements = new TreeSet<>();
    Optional<String> certificateType = Optional.empty();
    Optional<Instant> notBefore = Optional.empty();
    Optional<Instant> notAfter = Optional.empty();
    String keyAlgorithm = "EC";
    int keySize = 256;
    String signature = "SHA256";
    boolean tellsOcsp = true;
    boolean tellsCrl = true;

    Draft(X500Name subject) {
        this.subject = subject;
    }

    /** Names in the extension for alternative names, as the FNMT writes them. */
    public Draft alternativeName(X500Name name) {
        alternativeName = Optional.of(name);
        return this;
    }

    /** Replaces the key usage, see {@link KeyUsage}. */
    public Draft keyUsage(int bits) {
        keyUsage = bits;
        return this;
    }

    /** Replaces the extended key usages. */
    public Draft purposes(KeyPurposeId... ids) {
        purposes.clear();
        purposes.addAll(List.of(ids));
        return this;
    }

    /** Adds certificate policies. */
    public Draft policies(String... ids) {
        policies.addAll(List.of(ids));
        return this;
    }

    /** Adds qualified certificate statements (ETSI EN 319 412-5) that have no value. */
    public Draft statements(String... ids) {
        statements.addAll(List.of(ids));
        return this;
    }

    /** The statement of the type: for signatures, seals, or websites. */
    public Draft certificateType(String id) {
        certificateType = Optional.of(id);
        return this;
    }

    /** Without any statement that makes it a qualified one. */
    public Draft withoutStatements() {
        statements.clear();
        certificateType = Optional.empty();
        policies.clear();
        return this;
    }

    /** From when to when it holds. */
    public Draft valid(Instant from, Instant to) {
        notBefore = Optional.of(from);
        notAfter = Optional.of(to);
        return this;
    }

    /** An RSA key of that many bits. */
    public Draft rsa(int bits) {
        keyAlgorithm = "RSA";
        keySize = bits;
        return this;
    }

    /** The hash by which it is signed, {@code SHA1} for example. */
    public Draft signedWith(String hash) {
        signature = hash;
        return this;
    }

    /** Does not say where to ask by OCSP. */
    public Draft withoutOcsp() {
        tellsOcsp = false;
        return this;
    }

    /** Does not say where the revocation list is. */
    public Draft withoutCrl() {
        tellsCrl = false;
        return this;
    }
}
