package es.clave.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The jar as it is shipped: the server's class path is flat, and what a provider brings wins over what the server has.
 * Runs after the jar is made, when all tests here run once more.
 */
class ShippedJarTest {

    static final String JAR = "shipped.jar";

    private static final Pattern UNRELOCATED =
            Pattern.compile("(?<!shaded/)(?<![a-z0-9/])(com/twilio/|org/apache/hc/|org/apache/commons/codec/)");
    private static final long ONE_MEGABYTE = 1_000_000;

    private final Path jar = Path.of(System.getProperty(JAR, ""));

    @Test
    void thisRunUsesTheJar() {
        assertThat(TwilioSmsSender.class.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(toUrl(jar));
    }

    @Test
    void nothingLiesOutsideOurPackageAndMetaInf() throws IOException {
        assertThat(entries()).allSatisfy(name -> assertThat(name).matches("(es/clave/messaging/twilio|META-INF)/.+"));
    }

    @Test
    void metaInfHoldsOnlyWhatIsOurs() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.startsWith("META-INF/"))
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/beans.xml",
                        "META-INF/services/es.clave.messaging.SmsSenderFactory",
                        "META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory");
    }

    @Test
    void noClassRefersToALibraryUnderItsOwnName() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(UNRELOCATED
                                    .matcher(latin1(file, entry))
                                    .results()
                                    .map(r -> r.group()))
                            .as(entry.getName())
                            .isEmpty());
        }
    }

    @Test
    void itIsSmall() throws IOException {
        assertThat(Files.size(jar)).isLessThan(ONE_MEGABYTE);
    }

    private List<String> entries() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();
        }
    }

    private static String latin1(JarFile file, JarEntry entry) {
        try (InputStream in = file.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL toUrl(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException notAPath) {
            throw new UncheckedIOException(notAPath);
        }
    }
}
