package es.clave.registration.office;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.ProductId;
import biweekly.property.Status;
import biweekly.property.Uid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** An appointment as an entry for the visitor's calendar (RFC 5545); the same entry again when it is moved or cancelled. */
record CalendarEntry(Appointment appointment, RegistrationOffice office, String title, Instant now) {

    private static final String PRODUCT = "-//Cl@ve//Appointments//ES";
    private static final String UID_SUFFIX = "@clave";

    /** The entry as it is to be kept. */
    byte[] published() {
        return written(Method.publish(), Status.confirmed(), appointment.revision());
    }

    /** The entry that takes the former one away. */
    byte[] cancelled() {
        return written(Method.cancel(), Status.cancelled(), appointment.revision() + 1);
    }

    private byte[] written(Method method, Status status, int sequence) {
        VEvent event = new VEvent();
        event.setUid(new Uid(appointment.id() + UID_SUFFIX));
        event.setDateTimeStamp(Date.from(now));
        event.setSequence(sequence);
        event.setStatus(status);
        event.setSummary(title);
        event.setLocation(office.name() + ", " + office.address().line());
        event.setGeo(new biweekly.property.Geo(
                office.position().latitude(), office.position().longitude()));
        event.setDateStart(Date.from(appointment.slot().start()));
        event.setDateEnd(Date.from(appointment.slot().end()));
        ICalendar calendar = new ICalendar();
        calendar.setProductId(new ProductId(PRODUCT));
        calendar.setMethod(method);
        calendar.addEvent(event);
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }
}
