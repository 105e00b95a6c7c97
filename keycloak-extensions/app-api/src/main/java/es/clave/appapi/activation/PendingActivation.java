package es.clave.appapi.activation;

import es.clave.appapi.Call;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An activation that waits for its code, known by an id at random. What counts of the code itself is in {@code Codes}.
 *
 * @param userId the Keycloak user; empty where the code is nobody's
 * @param thumbprint of the only key that may go on
 */
record PendingActivation(String id, String subject, Optional<String> userId, String thumbprint, String deviceName) {

    private static final String PREFIX = "clave-app-activation.";
    private static final int ID_BYTES = 16;
    private static final String SUBJECT = "subject";
    private static final String USER_ID = "user";
    private static final String THUMBPRINT = "key";
    private static final String NAME = "name";

    static String newId(Call call) {
        byte[] id = new byte[ID_BYTES];
        call.random().nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    static Optional<PendingActivation> find(Call call, String id) {
        return Optional.ofNullable(call.session().singleUseObjects().get(key(call, id)))
                .map(notes -> new PendingActivation(
                        id,
                        notes.get(SUBJECT),
                        Optional.ofNullable(notes.get(USER_ID)),
                        notes.get(THUMBPRINT),
                        notes.get(NAME)));
    }

    void keep(Call call, Duration lifetime) {
        Map<String, String> notes = new HashMap<>(Map.of(SUBJECT, subject, THUMBPRINT, thumbprint, NAME, deviceName));
        userId.ifPresent(user -> notes.put(USER_ID, user));
        call.session().singleUseObjects().put(key(call, id), lifetime.toSeconds(), notes);
    }

    void forget(Call call) {
        call.session().singleUseObjects().remove(key(call, id));
    }

    /** What the code is bound to, as it is to a browser at the login. */
    String binding() {
        return binding(id, thumbprint);
    }

    static String binding(String id, String thumbprint) {
        return id + " " + thumbprint;
    }

    private static String key(Call call, String id) {
        return PREFIX + call.keyedHash("activation").of(call.realm().getId(), id);
    }

    @Override
    public String toString() {
        return "PendingActivation[****]";
    }
}
