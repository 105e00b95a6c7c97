package es.clave.registration.office;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import es.clave.messaging.Gsm7;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesOfAppointmentsTest {

    private static final Instant START = Instant.parse("2026-11-24T08:20:00Z");
    private static final Slot SLOT = new Slot(START, START.plusSeconds(1200));

    private static CalendarEntry entry(int revision) {
        Appointment appointment = new Appointment("abc", "a", SLOT, Samples.visitor(1), revision, false);
        return new CalendarEntry(
                appointment, Samples.office("a", 1), "Cita: Cl@ve", Instant.parse("2026-11-20T10:00:00Z"));
    }

    private static ICalendar read(byte[] file) {
        return Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
    }

    @Test
    void theEntryOfACalendarHasTimePlaceAndTitle() {
        ICalendar calendar = read(entry(0).published());
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.getMethod().isPublish()).isTrue();
        assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(START));
        assertThat(event.getDateEnd().getValue()).isEqualTo(Date.from(SLOT.end()));
        assertThat(event.getSummary().getValue()).isEqualTo("Cita: Cl@ve");
        assertThat(event.getLocation().getValue()).isEqualTo("Oficina a, Calle Mayor, 1, 28013 Madrid");
        assertThat(new String(entry(0).published(), StandardCharsets.UTF_8))
                .contains("DTSTART:20261124T082000Z", "SEQUENCE:0")
                .doesNotContain("García");
    }

    @Test
    void aMovedOrCancelledAppointmentIsTheSameEntryAgain() {
        VEvent moved = read(entry(1).published()).getEvents().get(0);
        ICalendar cancellation = read(entry(1).cancelled());
        VEvent cancelled = cancellation.getEvents().get(0);

        assertThat(moved.getUid()).isEqualTo(cancelled.getUid());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
        assertThat(cancellation.getMethod().isCancel()).isTrue();
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
    }

    @Test
    void aTextMessageFitsOneSegmentHoweverLongTheAddress() {
        String text = new OneSms("Cl@ve: el {0} a las {1} en {2}.", Locale.forLanguageTag("es"))
                .with("24/11", "09:20", "Plaça de l’Ajuntament, 12, ".repeat(10));

        assertThat(Gsm7.fitsOneSegment(text)).isTrue();
        assertThat(text).startsWith("Cl@ve: el 24/11 a las 09:20 en Plaça de l'Ajuntament, 12,".replace('ç', 'c'));
    }

    @Test
    void timesAreSaidAsTheOfficeHasThem() {
        OfficeTime time = new OfficeTime(START, Samples.MADRID, Locale.forLanguageTag("es"));

        assertThat(time.hour()).isEqualTo("09:20");
        assertThat(time.shortDay()).isEqualTo("24/11");
        assertThat(time.longDay()).isEqualTo("martes, 24 de noviembre de 2026");
    }
}
