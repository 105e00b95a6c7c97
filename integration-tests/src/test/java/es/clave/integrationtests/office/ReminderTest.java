package es.clave.integrationtests.office;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes look for people to remind. */
@ExtendWith(WorldExtension.class)
class ReminderTest {

    private static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");

    private final Clave clave;

    ReminderTest(@TwoNodes Clave clave) {
        this.clave = clave;
    }

    @Test
    void peopleAreRemindedTheDayBeforeOnceInTheCluster() {
        Instant first = book("99990021M", "+34611000041", 0);
        Instant second = book("99990022Y", "+34611000042", 1);

        until(dayBefore(first));
        assertThat(clave.messages().next("+34611000041", 1).text()).contains("su cita es el");
        assertThat(clave.messages().to("+34611000042")).hasSize(1);
        until(dayBefore(second));
        assertThat(clave.messages().next("+34611000042", 1).text()).contains("su cita es el");

        assertThat(clave.messages().to("+34611000041")).hasSize(2);
    }

    /** Books a time of the last day that the page offers, which is some days away; or of one later. */
    private Instant book(String nationalId, String mobile, int later) {
        Node node = clave.nodes().get(later % clave.nodes().size());
        AppointmentRequest request = AppointmentRequest.of(node, Population.of(nationalId));
        List<String> times = request.timesAt("cuenca");
        String chosen = times.get(times.size() - 1);
        if (later > 0) {
            Instant last = instant(chosen);
            request.step("office.from:" + last.atZone(SPAIN).toLocalDate().plusDays(1));
            chosen = request.times().get(0);
        }
        request.step(chosen).step("office.book", "mobile", mobile, "email", "");
        assertThat(request.heading()).isEqualTo("Tiene cita");
        clave.messages().next(mobile, 0);
        return instant(chosen);
    }

    private static Instant instant(String step) {
        return Instant.ofEpochSecond(Long.parseLong(step.substring(step.indexOf(':') + 1)));
    }

    private static Instant dayBefore(Instant appointment) {
        return appointment
                .atZone(SPAIN)
                .toLocalDate()
                .minusDays(1)
                .atTime(LocalTime.of(10, 1))
                .atZone(SPAIN)
                .toInstant();
    }

    private void until(Instant moment) {
        clave.letPass(Duration.between(clave.now(), moment));
    }
}
