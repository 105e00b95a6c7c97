package es.clave.integrationtests.office;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty people want the last desk of an office at the same moment. */
@ExtendWith(WorldExtension.class)
class AppointmentRaceTest {

    private static final int CLIENTS = 50;
    private static final String MOBILE = "+34611000030";

    /** An office with one desk. */
    private static final String OFFICE = "albacete";

    /** Who died has no way to an appointment. */
    private static final Set<String> DECEASED = Set.of("99990025D", "99990026X", "Z9990008D");

    @Test
    void oneGetsIt(Clave clave) throws Exception {
        oneOfFiftyGetsIt(clave);
    }

    @Test
    void oneGetsItWhereTwoNodesAskOnePostgres(@TwoNodes Clave clave) throws Exception {
        oneOfFiftyGetsIt(clave);
    }

    private static void oneOfFiftyGetsIt(Clave clave) throws Exception {
        int before = clave.messages().to(MOBILE).size();
        List<AppointmentRequest> clients = atTheSameTime(clave);

        List<String> headings = atOnce(clients);

        assertThat(headings).filteredOn("Tiene cita"::equals).hasSize(1);
        // There are fewer people than clients: who stands there twice may be told of the own appointment.
        assertThat(headings)
                .filteredOn(heading -> !heading.equals("Tiene cita"))
                .allMatch(heading -> heading.equals("Elija el día y la hora") || heading.equals("Ya tiene una cita"));
        assertThat(clients)
                .filteredOn(client -> client.alert().contains("Esa hora ya no está libre"))
                .hasSizeGreaterThanOrEqualTo(CLIENTS - 2);
        clave.messages().next(MOBILE, before);
        assertThat(clave.messages().to(MOBILE)).hasSize(before + 1);
    }

    /** All of them have chosen the same time and have only to send the last form, by either node. */
    private static List<AppointmentRequest> atTheSameTime(Clave clave) {
        List<Citizen> people = Population.everybody().stream()
                .filter(citizen -> !DECEASED.contains(citizen.nationalId()))
                .toList();
        List<AppointmentRequest> clients = new ArrayList<>();
        String wanted = "";
        for (int i = 0; clients.size() < CLIENTS; i++) {
            Node node = clave.nodes().get(i % clave.nodes().size());
            AppointmentRequest client = AppointmentRequest.of(node, people.get(i % people.size()));
            if (client.isAskedWhere()) {
                List<String> times = client.timesAt(OFFICE);
                wanted = wanted.isEmpty() ? times.get(0) : wanted;
                clients.add(client.step(wanted));
            }
        }
        return clients;
    }

    private static List<String> atOnce(List<AppointmentRequest> clients) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            CyclicBarrier together = new CyclicBarrier(clients.size());
            List<Callable<String>> tasks = clients.stream()
                    .<Callable<String>>map(client -> () -> {
                        together.await();
                        return client.step("office.book", "mobile", MOBILE, "email", "")
                                .heading();
                    })
                    .toList();
            List<String> headings = new ArrayList<>();
            for (Future<String> answered : threads.invokeAll(tasks)) {
                headings.add(answered.get());
            }
            return headings;
        } finally {
            threads.shutdownNow();
        }
    }
}
