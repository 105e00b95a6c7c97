package es.clave.demo.authority;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate, those above it without the root, and its private key. */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

    private static final String ALIAS = "key";

    public Credential {
        chain = List.copyOf(chain);
    }

    /** The certificate itself. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** As a key store, for TLS. */
    public KeyStore keyStore(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password.toCharArray(), chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes it as a PKCS #12 file, which browsers and phones import. */
    public void save(Path file, String password) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            keyStore(password).store(out, password.toCharArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads what {@link #save} wrote. */
    public static Credential load(Path file, String password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            List<X509Certificate> chain = java.util.Arrays.stream(store.getCertificateChain(ALIAS))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new Credential((PrivateKey) store.getKey(ALIAS, password.toCharArray()), chain);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String toString() {
        return "Credential[****]";
    }
}
