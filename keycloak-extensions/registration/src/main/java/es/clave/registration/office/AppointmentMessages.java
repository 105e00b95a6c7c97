package es.clave.registration.office;

import es.clave.messaging.Attachment;
import es.clave.messaging.Email;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.ThemeTexts;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What visitors are told of their appointment, by SMS and, if they gave an address, by e-mail with an entry for their
 * calendar. No message has a link: a message of Cl@ve with a link would be what people are warned of.
 */
final class AppointmentMessages {

    /** A message that is late by more is of no use. */
    private static final Duration USEFUL = Duration.ofHours(24);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    /** What happened to the appointment: the endings of its keys. */
    private enum News {
        BOOKED("Booked"),
        MOVED("Moved"),
        CANCELLED("Cancelled"),
        REMINDER("Reminder");

        private final String ending;

        News(String ending) {
            this.ending = ending;
        }
    }

    AppointmentMessages(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    void booked(Appointment appointment, RegistrationOffice office) {
        tell(News.BOOKED, appointment, office);
    }

    void moved(Appointment appointment, RegistrationOffice office) {
        tell(News.MOVED, appointment, office);
    }

    void cancelled(Appointment appointment, RegistrationOffice office) {
        tell(News.CANCELLED, appointment, office);
    }

    void reminder(Appointment appointment, RegistrationOffice office) {
        tell(News.REMINDER, appointment, office);
    }

    private void tell(News news, Appointment appointment, RegistrationOffice office) {
        Locale language = appointment.visitor().language();
        ThemeTexts texts = ThemeTexts.of(session, realm, language);
        OfficeTime time = new OfficeTime(appointment.slot().start(), office.zone(), language);
        Outbox outbox = session.getProvider(Outbox.class);
        Instant usefulUntil = usefulUntil(appointment);
        String sms = new OneSms(texts.pattern("smsAppointment" + news.ending, "Cl@ve: {0} {1}, {2}"), language)
                .with(time.shortDay(), time.hour(), office.address().line());
        outbox.send(realm, new Sms(appointment.visitor().mobile(), sms, usefulUntil));
        appointment
                .visitor()
                .email()
                .ifPresent(address -> outbox.send(
                        realm,
                        new Email(
                                address,
                                texts.pattern("mailAppointmentSubject" + news.ending, "Cl@ve"),
                                text(texts, news, time, office),
                                attachments(news, appointment, office, texts),
                                usefulUntil)));
    }

    private static String text(ThemeTexts texts, News news, OfficeTime time, RegistrationOffice office) {
        return new MessageFormat(texts.pattern("mailAppointment" + news.ending, "{0} {1}\n{2}\n{3}"), time.language())
                .format(new Object[] {
                    time.longDay(), time.hour(), office.name(), office.address().line()
                });
    }

    private List<Attachment> attachments(
            News news, Appointment appointment, RegistrationOffice office, ThemeTexts texts) {
        CalendarEntry entry = new CalendarEntry(
                appointment, office, texts.pattern("calendarAppointmentTitle", "Cl@ve"), clock.instant());
        return switch (news) {
            case BOOKED, MOVED ->
                List.of(new Attachment("cita-clave.ics", "text/calendar; charset=utf-8", entry.published()));
            case CANCELLED ->
                List.of(new Attachment("cita-clave.ics", "text/calendar; charset=utf-8", entry.cancelled()));
            case REMINDER -> List.of();
        };
    }

    /** Until it begins; where that is near, for as long as a late message still helps. */
    private Instant usefulUntil(Appointment appointment) {
        Instant soon = clock.instant().plus(USEFUL);
        return appointment.slot().start().isBefore(soon)
                ? soon
                : appointment.slot().start();
    }
}
