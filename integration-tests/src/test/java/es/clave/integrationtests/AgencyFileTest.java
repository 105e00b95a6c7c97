package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.clave2.Application;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.taxagency.SigningKey;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Clave2Agency;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An agency is added to a realm that exists by its file and the command that docs/agencies names. */
@ExtendWith(WorldExtension.class)
class AgencyFileTest {

    private static final String NAME = "S7777777I_E77777777;ByFile";

    private final Clave clave;

    AgencyFileTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void theFileThatTheBuildMadeOfAnAgencyAddsItToARealmThatExists(@TempDir Path folder) throws Exception {
        SigningKey key = clave.newKey("by-file");
        Application application = clave.clave2(clave.node(), NAME, key);
        String example = Files.readString(clave.file("conf/realm/development/agencies/demo-clave2-agency.json"));
        Path file = Files.writeString(
                folder.resolve("agency.json"),
                example.replace("S0000000E_E00000000;DemoApp", NAME)
                        .replace(
                                "${CLAVE_DEMO_SAML_AGENCY_URL:http://localhost:8182}",
                                clave.taxAgency().toString())
                        .replace("${CLAVE_DEMO_SAML_AGENCY_CERTIFICATE:}", key.certificateBase64()));

        kcadm(
                folder,
                "config",
                "credentials",
                "--server",
                clave.node().baseUrl().toString(),
                "--realm",
                "master",
                "--user",
                Clave.ADMIN,
                "--password",
                Clave.ADMIN);
        kcadm(folder, "create", "clients", "-r", "clave", "-f", file.toString());

        Clave2Agency agency = new Clave2Agency(application, clave.clock());
        LoginRequest request = agency.request()
                .attribute("http://eidas.europa.eu/attributes/naturalperson/DateOfBirth", true, Optional.empty());
        HttpVisitor.Answer page = agency.send(new HttpVisitor(), request);
        assertThat(page.has("nationalId")).as(page.page().text()).isTrue();
        assertThat(page.page().select(".agency").text()).contains("Agencia de Tributos", "fecha de nacimiento");
    }

    private void kcadm(Path folder, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder command = clave.command("kcadm.sh", arguments);
        command.command().add("--config");
        command.command().add(folder.resolve("kcadm.config").toString());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
