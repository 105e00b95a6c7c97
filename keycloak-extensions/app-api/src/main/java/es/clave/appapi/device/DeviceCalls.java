package es.clave.appapi.device;

import com.nimbusds.jose.jwk.ECKey;
import es.clave.appapi.AppOutcome;
import es.clave.appapi.Body;
import es.clave.appapi.Call;
import es.clave.appapi.Call.Caller;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.appapi.proof.PublicKeys;
import es.clave.registry.Device;
import es.clave.registry.Devices;
import java.util.Map;
import java.util.Optional;

/** What a device asks about the citizen's devices. */
public final class DeviceCalls {

    private static final String ME = "me";
    private static final int LONGEST_KEY_PROOF = 2000;

    private final Call call;
    private final Caller caller;
    private final Devices devices;

    public DeviceCalls(Call call) {
        this.call = call;
        this.caller = call.caller();
        this.devices = call.session().getProvider(Devices.class);
    }

    /** Whose device it is. */
    public Map<String, ?> citizen() {
        return Map.of(
                "givenName", caller.citizen().name().given(),
                "registrationLevel", caller.citizen().level().name());
    }

    /** All of them. */
    public Map<String, ?> list() {
        return Map.of(
                "most",
                call.settings().mostDevices(),
                "devices",
                devices.active(call.realm(), caller.citizen().userId()).stream()
                        .map(this::describe)
                        .toList());
    }

    /** One of them. */
    public Map<String, ?> show(String id) {
        return devices.active(call.realm(), caller.citizen().userId()).stream()
                .filter(device -> device.id().equals(resolved(id)))
                .findFirst()
                .map(this::describe)
                .orElseThrow(DeviceCalls::notFound);
    }

    /** Calls one otherwise. */
    public Map<String, ?> rename(String id, Body body) {
        String name = DeviceName.of(body, "name");
        Device renamed = devices.rename(call.realm(), caller.citizen().userId(), resolved(id), name)
                .orElseThrow(DeviceCalls::notFound);
        call.journal().done(AppOutcome.DEVICE_RENAMED, caller.citizen(), renamed.id());
        return describe(renamed);
    }

    /** Takes one away. */
    public void remove(String id) {
        Device removed = devices.remove(
                        call.realm(),
                        caller.citizen(),
                        resolved(id),
                        caller.citizen().id())
                .orElseThrow(DeviceCalls::notFound);
        new Notices(call).removed(caller.citizen(), removed);
        call.journal().done(AppOutcome.DEVICE_REMOVED, caller.citizen(), removed.id());
    }

    /** Gives the calling device another key. */
    public Map<String, ?> changeKey(Body body) {
        ECKey key = NewKey.read(body.text("newKey", LONGEST_KEY_PROOF), caller.device());
        Device changed = devices.changeKey(
                        call.realm(), caller.citizen(), caller.device().id(), PublicKeys.kept(key))
                .orElseThrow(() -> Problem.of(ProblemCode.KEY_KNOWN));
        call.journal().done(AppOutcome.KEY_CHANGED, caller.citizen(), changed.id());
        return describe(changed);
    }

    /** Says where the calling device is reached when it sleeps. */
    public void subscribe(Body body) {
        devices.subscribe(
                call.realm(),
                caller.device().id(),
                Optional.of(Subscriptions.read(body, call.settings().pushHosts())));
    }

    /** It is reached nowhere. */
    public void unsubscribe() {
        devices.subscribe(call.realm(), caller.device().id(), Optional.empty());
    }

    private String resolved(String id) {
        return id.equals(ME) ? caller.device().id() : id;
    }

    private Map<String, ?> describe(Device device) {
        return describe(device, device.id().equals(caller.device().id()));
    }

    /** A device as the answers have it. */
    public static Map<String, ?> describe(Device device, boolean current) {
        return Map.of(
                "id", device.id(),
                "name", device.name(),
                "activatedAt", device.activatedAt().toString(),
                "lastUsedAt", device.lastUsedAt().toString(),
                "current", current,
                "push", device.push().isPresent());
    }

    private static Problem notFound() {
        return Problem.of(ProblemCode.NOT_FOUND);
    }
}
