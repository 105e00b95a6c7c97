package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Registrations on two nodes and one PostgreSQL. */
@ExtendWith(WorldExtension.class)
class RegistrationTwoNodesTest {

    private static final int RACES = 5;
    private static final String REGISTERED = "Ya está registrado";
    private static final String TAKEN = "Este móvil lo usa otra persona";

    private final Clave clave;

    RegistrationTwoNodesTest(@TwoNodes Clave clave) {
        this.clave = clave;
    }

    @Test
    void ofTwoWhoRegisterOneNumberOnTwoNodesAtTheSameMomentOneKeepsIt() {
        for (int race = 0; race < RACES; race++) {
            String mobile = "+3465500000" + race;
            List<RegistrationSteps> both = IntStream.range(0, 2)
                    .mapToObj(node -> RegistrationSteps.of(clave, clave.nodes().get(node), Newcomers.next())
                            .proveByLetter()
                            .prove(mobile))
                    .toList();

            List<CompletableFuture<RegistrationSteps>> sent = both.stream()
                    .map(steps -> CompletableFuture.supplyAsync(steps::accept))
                    .toList();

            assertThat(sent.stream().map(CompletableFuture::join).map(RegistrationSteps::heading))
                    .containsExactlyInAnyOrder(REGISTERED, TAKEN);
        }
    }

    @Test
    void whatOneNodeBeganTheOtherEnds() {
        Citizen citizen = Newcomers.next();
        RegistrationSteps steps =
                RegistrationSteps.of(clave, clave.nodes().get(0), citizen).proveByLetter();

        steps.at(clave.nodes().get(1)).prove("+34655000010").accept();

        assertThat(steps.heading()).isEqualTo(REGISTERED);
    }
}
