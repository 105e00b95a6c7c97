package es.clave.registry;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The phones that carry the app. Works in the transaction of its session, where nothing else is said, and appends its acts
 * to the {@link es.clave.registry.audit.AuditLog} itself. Who leaves, is disabled or displaced has no device any more.
 */
public interface Devices extends Provider {

    /** The most devices a citizen has, unless set otherwise. */
    int MOST_BY_DEFAULT = 3;

    /** The longest name of a device. */
    int NAME_LENGTH = 60;

    /** A public key: as JWK with nothing but its public members, and its thumbprint (RFC 7638, SHA-256). */
    record DeviceKey(String jwk, String thumbprint) {}

    /** What became of an activation. */
    sealed interface Activation {

        /** The device speaks for the citizen from now on. */
        record Activated(Device device) implements Activation {}

        /** The citizen has so many devices already. */
        record TooMany(int most) implements Activation {}

        /** The key is, or was, another device's or an earlier one's: each device makes a key of its own. */
        record KeyKnown() implements Activation {}

        /** The registration is not active any more. */
        record NotRegistered() implements Activation {}
    }

    /** What became of a counter. */
    sealed interface Counting {

        /** It is higher than all before. */
        record Counted() implements Counting {}

        /** It was used before: there are two of this device, and none of them is believed any more. */
        record Copied() implements Counting {}

        /** The device is not active. */
        record NotActive() implements Counting {}
    }

    /**
     * Makes a device speak for a citizen. Of those who activate at once, no more than {@code most} get through.
     *
     * @param name of {@link #NAME_LENGTH} characters at most
     */
    Activation activate(RealmModel realm, Citizen citizen, String name, DeviceKey key, int most);

    /** The devices that speak for this Keycloak user, the oldest first. One look-up by index. */
    List<Device> active(RealmModel realm, String userId);

    /** The device of this id, whatever its status. */
    Optional<Device> find(RealmModel realm, String deviceId);

    /** The device that has this key now, whatever its status. */
    Optional<Device> findByThumbprint(RealmModel realm, String thumbprint);

    /** Gives an active device of this user another name; empty where there is none. */
    Optional<Device> rename(RealmModel realm, String userId, String deviceId, String name);

    /**
     * Takes an active device away from the citizen.
     *
     * @param by the citizen's own registry id, or an officer's user id
     * @return the device as it was; empty where the citizen has no such active device
     */
    Optional<Device> remove(RealmModel realm, Citizen citizen, String deviceId, String by);

    /** Gives an active device of the citizen another key; empty where there is none, or the key is known. */
    Optional<Device> changeKey(RealmModel realm, Citizen citizen, String deviceId, DeviceKey key);

    /**
     * Counts an answer of a device, at once and for good, whatever becomes of the request: of two who bring the same
     * counter at once, the second finds it used, which shuts the device out.
     */
    Counting countUp(RealmModel realm, Citizen citizen, String deviceId, long counter);

    /** Keeps that a device was used, unless that was kept within the last hour. */
    void used(RealmModel realm, Device device);

    /** Says where an active device is reached when it sleeps; empty for nowhere. */
    void subscribe(RealmModel realm, String deviceId, Optional<PushSubscription> subscription);
}
