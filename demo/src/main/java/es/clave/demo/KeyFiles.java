package es.clave.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys with self-signed certificates, made by the JDK's own keytool. */
public final class KeyFiles {

    private KeyFiles() {}

    /** Makes a PKCS #12 file for a server named localhost, unless it is there. */
    public static Path forTls(Path file, String password) throws IOException, InterruptedException {
        return make(file, password, List.of("-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1"));
    }

    /** Makes a PKCS #12 file for signing, unless it is there. */
    public static Path forSigning(Path file, String password, String name) throws IOException, InterruptedException {
        return make(file, password, List.of("-dname", "CN=" + name, "-ext", "KeyUsage=digitalSignature"));
    }

    private static Path make(Path file, String password, List<String> subject)
            throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return file;
        }
        // Under another name until it is whole: a demo that was stopped here must not leave half a file.
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-sigalg",
                "SHA256withRSA",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                unfinished.toString(),
                // Not as an argument, which every process of the machine can read.
                "-storepass:env",
                "CLAVE_DEMO_STORE_PASSWORD"));
        command.addAll(subject);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLAVE_DEMO_STORE_PASSWORD", password);
        Process keytool = builder.start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said.strip());
        }
        return Files.move(unfinished, file);
    }
}
