package es.clave.themes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The list of devices, and the texts of the app's API. */
final class AppSamples {

    /** Keys that no template names: the server uses them. */
    static final Set<String> USED_BY_THE_SERVER = Set.of(
            "appProblemTechnical",
            "appProblemCodeEmpty",
            "appProblemCodeMalformed",
            "appProblemName",
            "appProblemPush",
            "appProblemUnknownDevice",
            "appProblemDeviceRemoved",
            "appProblemDeviceShutOut",
            "appProblemNotFound",
            "appProblemQrUnknown",
            "appProblemTooManyDevices",
            "appProblemAlreadyScanned",
            "appProblemOtherCitizen",
            "appProblemAlreadyAnswered",
            "appProblemActivationOver",
            "appProblemQrTooOld",
            "appProblemRequestGone",
            "appProblemWrongCode",
            "appProblemWrongDigits",
            "appProblemTooManyCodes",
            "smsAppCode",
            "appTellActivated",
            "appTellRemoved",
            "appTellShutOut",
            "emailAppSubject",
            "accountDeviceRemoved",
            "accountTellDeviceRemoved");

    /** Those of them that are text messages. */
    static final List<String> SMS =
            List.of("appTellActivated", "appTellRemoved", "appTellShutOut", "accountTellDeviceRemoved");

    private AppSamples() {}

    /** The list of devices in Mi Cl@ve. */
    static Stream<SamplePage> all() {
        SamplePage devices = AccountSamples.account("clave-account-devices");
        return Stream.of(
                devices.with(
                        "devices",
                        List.of(
                                device("1", "Google Pixel 9 de Carmen"),
                                device("2", "Una tableta con un nombre muy largo, de sesenta caracteres..."))),
                devices.named("clave-account-devices-none").with("devices", List.of()));
    }

    private static Map<String, String> device(String id, String name) {
        return Map.of("id", id, "name", name, "activated", "3 de marzo de 2026", "used", "24 de noviembre de 2026");
    }
}
