package es.clave.relyingparty.saml;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.xml.datatype.XMLGregorianCalendar;

/** The times of XML. */
final class XmlTime {

    private XmlTime() {}

    /**
     * Sets a time to the second, in UTC as SAML wants it (SAML Core 2.0, 1.3.3). A statement's instant can be set no other
     * way.
     */
    static void set(XMLGregorianCalendar time, Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        time.setYear(utc.getYear());
        time.setMonth(utc.getMonthValue());
        time.setDay(utc.getDayOfMonth());
        time.setTime(utc.getHour(), utc.getMinute(), utc.getSecond());
        time.setFractionalSecond(null);
        time.setTimezone(0);
    }
}
