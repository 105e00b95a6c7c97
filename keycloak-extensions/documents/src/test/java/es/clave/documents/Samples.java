package es.clave.documents;

import es.clave.identity.ActivationCode;
import es.clave.identity.LetterCode;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.Parsed;
import es.clave.identity.RegistrationLevel;
import java.net.URI;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Documents for tests. */
final class Samples {

    static final URI PAGE = URI.create("https://clave.gob.es/realms/clave/registro/carta");
    static final List<String> ADDRESS = List.of(
            "MARÍA BEGOÑA IÑIGUEZ DE ONZOÑO ÇELIK",
            "Carrer de l’Onze de Setembre, 12, 3r 2a",
            "08901 L’Hospitalet de Llobregat",
            "Barcelona");

    private Samples() {}

    static InvitationLetter letter(Locale language, LetterCode code) {
        return letter(language, code, ADDRESS);
    }

    static InvitationLetter letter(Locale language, LetterCode code, List<String> address) {
        return new InvitationLetter(
                language,
                address,
                "CARTA-7Q3K-PXW2",
                Optional.of(code),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 12, 15),
                PAGE);
    }

    static InvitationLetter reminder(Locale language) {
        return new InvitationLetter(
                language,
                ADDRESS,
                "CARTA-8R4L-QYX3",
                Optional.empty(),
                LocalDate.of(2026, 12, 8),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 12, 15),
                PAGE);
    }

    static LetterCode letterCode() {
        return LetterCode.random(new SecureRandom());
    }

    static RegistrationReceipt receipt(Locale language, RegistrationLevel level, Optional<String> office) {
        return new RegistrationReceipt(
                language,
                "María Begoña Iñiguez de Onzoño Çelik",
                nationalId("00000000T"),
                RegistrationReceipt.Way.OFFICE,
                level,
                ZonedDateTime.parse("2026-11-24T19:05:00+01:00[Europe/Madrid]"),
                MobileNumber.of("+34600000001"),
                Optional.of("begona@example.es"),
                ActivationCode.random(new SecureRandom()),
                URI.create("https://clave.gob.es"),
                office);
    }

    private static NationalId nationalId(String value) {
        if (NationalId.parse(value) instanceof Parsed.Valid<NationalId, ?> valid) {
            return valid.value();
        }
        throw new IllegalArgumentException(value);
    }
}
