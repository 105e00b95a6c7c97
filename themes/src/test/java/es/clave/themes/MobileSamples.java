package es.clave.themes;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of Cl@ve Móvil, in every state that looks different. */
final class MobileSamples {

    /** Keys that no template names: the server uses them. */
    static final Set<String> USED_BY_THE_SERVER = Set.of(
            "appRejected",
            "appExhausted",
            "appExpired",
            "appUsed",
            "appBusy",
            "appTooSoon",
            "appTooMany",
            "appOtherPerson",
            "appForeignBrowser",
            "appAnotherScanned",
            "appDeviceRemoved");

    private static final String AGENCY = "Ayuntamiento de Villaclara";

    private MobileSamples() {}

    static Stream<SamplePage> all() {
        SamplePage qr = waiting("clave-mobile-qr", "QR")
                .with("otherWays", true)
                .with("qr", "M0 0h7v1h-7zM8 2h3v1h-3zM20 20h21v1h-21z")
                .with("qrSize", 41)
                .with("qrMargin", 4)
                .with("openLink", "#open");
        SamplePage scanned = waiting("clave-mobile-waiting", "QR")
                .named("clave-mobile-scanned")
                .with("deviceName", "<b>Fairphone</b> 5");
        SamplePage typed = waiting("clave-mobile-waiting", "TYPED")
                .with("otherWays", true)
                .with("digits", "012345")
                .with("byPin", true)
                .with("smsInSeconds", 0L);
        SamplePage identify =
                asked("clave-mobile-identify").with("typed", Map.of("nationalId", "", "contrastDatum", ""));
        SamplePage over = asked("clave-mobile-over")
                .with("kind", "QR")
                .with("byPin", true)
                .with("otherWays", true)
                .saying("error", "appExpired");
        return Stream.of(
                qr,
                qr.named("clave-mobile-qr-another").saying("error", "appAnotherScanned"),
                scanned,
                scanned.named("clave-mobile-come-back").with("confirmed", true),
                typed,
                typed.named("clave-mobile-waiting-not-yet").with("smsInSeconds", 60L),
                identify,
                identify.named("clave-mobile-identify-wrong").failing("nationalId", "nationalIdWrongLetter"),
                identify.named("clave-mobile-identify-busy").saying("error", "appBusy"),
                over,
                over.named("clave-mobile-rejected").with("kind", "TYPED").saying("error", "appRejected"));
    }

    private static SamplePage waiting(String name, String kind) {
        return asked(name)
                .with("kind", kind)
                .with("requestKey", "WAITING")
                .with("eventsUrl", "#events")
                .with("stateUrl", "#state")
                .with("confirmed", false)
                .with("deviceName", "")
                .with("secondsLeft", 297L);
    }

    private static SamplePage asked(String name) {
        return SamplePage.page(name).with("agencyName", AGENCY).with("requiredLevel", "SUBSTANTIAL");
    }
}
