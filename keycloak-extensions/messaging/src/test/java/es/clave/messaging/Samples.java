package es.clave.messaging;

import es.clave.identity.MobileNumber;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Messages for tests. */
final class Samples {

    private static final Instant FAR = Instant.parse("2027-01-31T00:00:00Z");

    private Samples() {}

    static Email email() {
        return new Email(
                "ana@example.es",
                "Su cita en la oficina de registro",
                "Le esperamos.\n",
                List.of(
                        new Attachment("cita.ics", "text/calendar; method=REQUEST", bytes("BEGIN:VCALENDAR")),
                        new Attachment("Resguardo de alta.pdf", "application/pdf", new byte[100_000])),
                FAR);
    }

    static Push push() {
        return new Push(
                "device",
                MobileNumber.of("+34600000001"),
                Optional.of(new Push.Target("https://push.example/1", "key", "secret")),
                "{\"agencyName\":\"Agència\"}",
                FAR);
    }

    static Push pushToNowhere() {
        Push push = push();
        return new Push(push.deviceId(), push.of(), Optional.empty(), push.payload(), FAR);
    }

    static Letter letter() {
        return new Letter(
                "CARTA-7Q3K-PXW2",
                List.of("ANA GARCÍA PÉREZ", "Calle Mayor 1", "28921 Alcorcón"),
                "ES",
                Locale.forLanguageTag("ca"),
                new Attachment("carta.pdf", "application/pdf", bytes("%PDF-1.7 …")),
                1,
                "Carta de invitación",
                List.of(URI.create("https://clave.example/carta")),
                FAR);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
