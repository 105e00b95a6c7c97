package es.clave.appapi.request;

import es.clave.challenge.AppRequest;
import es.clave.platform.KeyedHash;
import es.clave.registry.Device;

/**
 * What an answer signs so that it is of this request of this browser, as it was shown, on this device. Nobody keeps it: it follows from all
 * of these.
 */
final class Challenges {

    private final KeyedHash hash;

    Challenges(KeyedHash hash) {
        this.hash = hash;
    }

    String of(AppRequest request, Device device) {
        return hash.of(parts(request, device));
    }

    boolean matches(String challenge, AppRequest request, Device device) {
        return hash.matches(challenge, parts(request, device));
    }

    private static String[] parts(AppRequest request, Device device) {
        return new String[] {
            request.realmId(),
            request.id(),
            request.kind().name(),
            request.agencyClientId(),
            request.agencyName(),
            request.service(),
            request.place(),
            request.browser(),
            device.id()
        };
    }
}
