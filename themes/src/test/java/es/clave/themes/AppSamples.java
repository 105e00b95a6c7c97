package es.clave.themes;

import java.util.List;
import java.util.Set;

/** The texts of the app's API. */
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
            "emailAppSubject");

    /** Those of them that are text messages. */
    static final List<String> SMS = List.of("appTellActivated", "appTellRemoved", "appTellShutOut");

    private AppSamples() {}
}
