package es.clave.appapi.device;

import es.clave.appapi.Body;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.registry.Devices;

/** What a device is called. */
public final class DeviceName {

    private static final int LONGEST_TYPED = 1000;

    private DeviceName() {}

    /**
     * The name in this member, without what cannot be seen.
     *
     * @throws Problem where nothing is left, or too much
     */
    public static String of(Body body, String field) {
        String name = body.text(field, LONGEST_TYPED)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (name.isEmpty()) {
            throw Problem.at(ProblemCode.NAME_EMPTY, field);
        }
        if (name.length() > Devices.NAME_LENGTH) {
            throw Problem.at(ProblemCode.NAME_TOO_LONG, field);
        }
        return name;
    }
}
