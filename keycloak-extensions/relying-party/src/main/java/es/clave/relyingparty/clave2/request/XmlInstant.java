package es.clave.relyingparty.clave2.request;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** Times as agencies write them. SAML wants UTC with a Z (Core 2.0, 1.3.3); applications in use forget the Z, and mean it. */
final class XmlInstant {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_DATE_TIME;

    private XmlInstant() {}

    static Instant parse(String text, String what) throws RefusedException {
        try {
            TemporalAccessor read = FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime time
                    ? time.toInstant()
                    : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new RefusedException(Refusal.MALFORMED, what + " is not a time");
        }
    }
}
