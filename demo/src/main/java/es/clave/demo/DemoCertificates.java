package es.clave.demo;

import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Draft;
import es.clave.demo.authority.Profiles;
import es.clave.demo.phone.CertificateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Certificates of demo citizens, ready to be imported into a browser: made at the first start, with keys that only this
 * machine ever had, and believed by this demo's server only. Some are there to be refused.
 */
final class DemoCertificates {

    /** So that importing them is easy: they open nothing but a demo. */
    static final String PASSWORD = "clave";

    private static final String POPULATION =
            "keycloak-extensions/registry/src/main/resources/es/clave/registry/synthetic/population.csv";
    private static final Duration LONG_AGO = Duration.ofDays(800);

    private final Path folder;
    private final Authority authority;
    private final Clock clock;
    private final List<CertificateFile> files = new ArrayList<>();

    private DemoCertificates(Path folder, Authority authority, Clock clock) {
        this.folder = folder;
        this.authority = authority;
        this.clock = clock;
    }

    /** Makes those that are not there yet. */
    static DemoCertificates in(Path folder, Path project, Authority authority, Clock clock) throws IOException {
        Files.createDirectories(folder);
        DemoCertificates certificates = new DemoCertificates(folder, authority, clock);
        certificates.make(Files.readAllLines(project.resolve(POPULATION)));
        return certificates;
    }

    /** What there is to import. */
    List<CertificateFile> files() {
        return List.copyOf(files);
    }

    /** Writes the issuers' certificates where the server reads whom to believe. */
    static void trust(Path folder, Authority authority) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (X509Certificate issuer : authority.issuers()) {
            try {
                Files.write(folder.resolve("issuer-" + ++number + ".cer"), issuer.getEncoded());
            } catch (CertificateEncodingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private void make(List<String> population) throws IOException {
        Profiles.Person registered = person(population, "99990001P");
        Profiles.Person unregistered = person(population, "99990019A");
        Profiles.Person foreigner = person(population, "Z9990001W");
        make(registered, "software", "registrada; en un archivo: nivel sustancial", Profiles.citizen(registered));
        make(registered, "dnie", "registrada; como el DNI electrónico: nivel alto", Profiles.dnie(registered));
        make(foreigner, "software", "registrada, con NIE; nivel sustancial", Profiles.citizen(foreigner));
        make(
                unregistered,
                "software",
                "no registrado: puede entrar, o registrarse; nivel sustancial",
                Profiles.citizen(unregistered));
        make(
                unregistered,
                "tarjeta",
                "no registrado: puede entrar, o registrarse; nivel alto",
                Profiles.citizenOnCard(unregistered));
        make(
                registered,
                "caducado",
                "caducado: se rechaza",
                Profiles.citizen(registered)
                        .valid(clock.instant().minus(LONG_AGO), clock.instant().minus(Duration.ofDays(30))));
        authority.revoke(make(registered, "revocado", "revocado: se rechaza", Profiles.citizen(registered))
                .certificate());
        make(
                registered,
                "representante",
                "de representante: se rechaza",
                Profiles.representative(registered, "EMPRESA DE EJEMPLO SA", "A12345674"));
    }

    private Credential make(Profiles.Person person, String kind, String what, Draft draft) throws IOException {
        String name = person.nationalId() + "-" + kind + ".p12";
        Path file = folder.resolve(name);
        files.add(new CertificateFile(name, person.given() + " " + person.firstSurname(), what, file));
        if (Files.exists(file)) {
            return Credential.load(file, PASSWORD);
        }
        Credential made = authority.issue(draft);
        // Under another name until it is whole: a demo that was stopped here must not leave half a file.
        Path unfinished = folder.resolve(name + ".new");
        made.save(unfinished, PASSWORD);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        return made;
    }

    private static Profiles.Person person(List<String> population, String nationalId) throws IOException {
        Locale spanish = Locale.forLanguageTag("es");
        Optional<String[]> row = population.stream()
                .map(line -> line.toUpperCase(spanish).split(";", -1))
                .filter(fields -> fields[0].equals(nationalId))
                .findFirst();
        return row.map(fields -> new Profiles.Person(nationalId, fields[2], fields[3], fields[4]))
                .orElseThrow(() -> new IOException("The demo population has lost " + nationalId));
    }
}
