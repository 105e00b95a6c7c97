package es.clave.registration.enrolment;

import es.clave.documents.Pdf;
import es.clave.documents.ReceiptPdf;
import es.clave.documents.RegistrationReceipt;
import es.clave.registry.Citizen;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The receipt on paper (resguardo de alta). */
public final class ReceiptDocument {

    private static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");

    private ReceiptDocument() {}

    /**
     * The receipt in this language.
     *
     * @param home where the citizen goes to use Cl@ve
     * @param office where it is to be signed; empty if nobody signs
     */
    public static Pdf of(Receipt receipt, Locale language, URI home, Optional<String> office) {
        Citizen citizen = receipt.citizen();
        return ReceiptPdf.of(new RegistrationReceipt(
                language,
                citizen.name().given() + " " + citizen.name().family(),
                citizen.nationalId(),
                way(citizen.route()),
                citizen.level(),
                citizen.since().atZone(SPAIN),
                citizen.mobile(),
                citizen.email(),
                receipt.code(),
                home,
                office));
    }

    private static RegistrationReceipt.Way way(Citizen.Route route) {
        return switch (route) {
            case LETTER -> RegistrationReceipt.Way.LETTER;
            case VIDEO_CALL -> RegistrationReceipt.Way.VIDEO_CALL;
            case CERTIFICATE -> RegistrationReceipt.Way.CERTIFICATE;
            case OFFICE -> RegistrationReceipt.Way.OFFICE;
        };
    }
}
