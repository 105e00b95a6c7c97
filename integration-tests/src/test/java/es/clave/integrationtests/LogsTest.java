package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Logs;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Secrets;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The last of the run: what all nodes printed during all the other tests tells nothing about anybody. */
@ExtendWith(WorldExtension.class)
@Order(Integer.MAX_VALUE)
class LogsTest {

    @Test
    void theLogsOfTheWholeRunTellNoPinNoPhoneAndNoIdentity(Clave clave) throws IOException {
        List<String> told = new ArrayList<>();
        for (Path log : Logs.all()) {
            List<String> lines = Files.readAllLines(log);
            assertThat(lines).as("the log of a node that ran").isNotEmpty();
            told.addAll(Secrets.ofTheWholeRun().toldBy(lines));
        }
        assertThat(clave.messages().all())
                .as("messages, whose PINs are looked for")
                .isNotNull();
        assertThat(told).isEmpty();
    }

    @Test
    void aLogThatTellsIsNoticed() {
        String citizen = Population.of("99990001P").nationalId();
        Secrets secrets = Secrets.ofTheWholeRun();

        assertThat(secrets.toldBy(List.of("INFO login of " + citizen))).isNotEmpty();
        assertThat(secrets.toldBy(List.of("{\"phone\":\"+34600000001\"}"))).isNotEmpty();
        assertThat(secrets.toldBy(List.of("INFO the citizen ***9000** has ****01")))
                .isEmpty();
    }
}
