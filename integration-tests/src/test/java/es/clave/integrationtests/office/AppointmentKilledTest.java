package es.clave.integrationtests.office;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Killing;
import es.clave.integrationtests.harness.Messages.Message;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that is killed while somebody books a time: it is booked and told once, or free and can be booked. */
@ExtendWith(WorldExtension.class)
class AppointmentKilledTest {

    private static final String OFFICE = "teruel";

    @Test
    void onH2(Clave clave) throws Exception {
        bookOnceOrNotAtAll(clave, List.of(60), "+3461190000");
    }

    @Test
    void onPostgresql(@TwoNodes Clave clave) throws Exception {
        bookOnceOrNotAtAll(clave, List.of(0, 200), "+3461190001");
    }

    private static void bookOnceOrNotAtAll(Clave clave, List<Integer> delays, String mobiles) throws Exception {
        for (int delay : delays) {
            Citizen citizen = Newcomers.next();
            String mobile = mobiles + delays.indexOf(delay);
            Node victim = clave.nodes().get(clave.nodes().size() - 1);
            AppointmentRequest request = AppointmentRequest.of(victim, citizen);
            request.step(last(request.timesAt(OFFICE)));

            Killing.during(clave, victim, delay, () -> book(request, mobile));

            AppointmentRequest again = AppointmentRequest.of(clave.node(), citizen);
            if (again.isAskedWhere()) {
                again.step(last(again.timesAt(OFFICE)));
                book(again, mobile);
                assertThat(again.heading()).as("killed after %d ms", delay).isEqualTo("Tiene cita");
            } else {
                assertThat(again.heading()).as("killed after %d ms", delay).isEqualTo("Ya tiene una cita");
            }
            clave.messages().next(mobile, 0);
            clave.letPass(Killing.LEASE_IS_OVER);
            assertThat(clave.messages().to(mobile))
                    .as("messages of one appointment, killed after %d ms", delay)
                    .hasSize(1);
            assertThat(clave.messages().all().stream().map(Message::id)).doesNotHaveDuplicates();
        }
    }

    private static void book(AppointmentRequest request, String mobile) {
        request.step("office.book", "mobile", mobile, "email", "");
    }

    private static String last(List<String> times) {
        return times.get(times.size() - 1);
    }
}
