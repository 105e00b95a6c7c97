package es.clave.certificate.pkix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The issuers that are believed: every certificate in the files of a folder (PEM or DER; {@code .pem .crt .cer .der}). Those
 * that signed themselves are the anchors; the others only help to build a path to one, and are checked like any other.
 */
public final class TrustFolder {

    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der");

    private final List<X509Certificate> anchors;
    private final List<X509Certificate> intermediates;

    private TrustFolder(List<X509Certificate> certificates) {
        this.anchors = certificates.stream().filter(TrustFolder::signedItself).toList();
        this.intermediates = certificates.stream()
                .filter(certificate -> !signedItself(certificate))
                .toList();
    }

    /** Nobody is believed. */
    public static TrustFolder empty() {
        return new TrustFolder(List.of());
    }

    /** These certificates. */
    public static TrustFolder of(List<X509Certificate> certificates) {
        certificates.forEach(TrustFolder::requireIssuer);
        return new TrustFolder(certificates);
    }

    /**
     * Reads the folder.
     *
     * @throws IllegalStateException if it cannot be read, or holds what is no issuer's certificate, naming the file
     */
    public static TrustFolder read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new TrustFolder(files.filter(TrustFolder::isCertificateFile)
                    .sorted()
                    .flatMap(file -> certificates(file).stream())
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException("The folder of trusted issuers cannot be read: " + folder, e);
        }
    }

    private static boolean isCertificateFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    private static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            certificates.forEach(TrustFolder::requireIssuer);
            return certificates;
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            throw new IllegalStateException("Not the certificates of issuers: " + file, e);
        }
    }

    /** A citizen's certificate by mistake in the folder must not make its holder an issuer. */
    private static void requireIssuer(X509Certificate certificate) {
        if (certificate.getBasicConstraints() < 0) {
            throw new IllegalArgumentException("not an issuer's certificate");
        }
    }

    private static boolean signedItself(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Whether anybody is believed. */
    boolean isEmpty() {
        return anchors.isEmpty();
    }

    Set<TrustAnchor> anchors() {
        return anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
    }

    List<X509Certificate> intermediates() {
        return intermediates;
    }

    /** The issuers that call themselves as this certificate calls its issuer. */
    List<X509Certificate> namedIssuers(X509Certificate certificate) {
        return Stream.concat(anchors.stream(), intermediates.stream())
                .filter(issuer -> issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .toList();
    }
}
