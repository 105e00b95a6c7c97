package es.clave.certificate.handover;

import es.clave.platform.KeyedHash;
import es.clave.platform.ServerKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Random words that each open one thing once, on any node. Kept as keyed hashes. */
final class SingleUse {

    private static final int BYTES = 32;
    private static final String EXPIRES_AT = "expires";
    private static final String PREFIX = "clave-certificate.";

    private final KeycloakSession session;
    private final SecureRandom random;
    private final Clock clock;

    SingleUse(KeycloakSession session, SecureRandom random, Clock clock) {
        this.session = session;
        this.random = random;
        this.clock = clock;
    }

    String randomWord() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Keeps something, and tells the word that opens it. */
    String keep(String kind, Duration lifetime, Map<String, String> what) {
        String word = randomWord();
        Map<String, String> dated = new HashMap<>(what);
        // The store forgets by the machine's clock; what counts is the server's.
        dated.put(EXPIRES_AT, Long.toString(clock.instant().plus(lifetime).toEpochMilli()));
        session.singleUseObjects().put(key(kind, word), lifetime.toSeconds(), dated);
        return word;
    }

    /** What the word opens, the first time that anybody says it. */
    Optional<Map<String, String>> claim(String kind, String word) {
        return Optional.ofNullable(session.singleUseObjects().remove(key(kind, word)))
                .filter(kept -> clock.millis() < Long.parseLong(kept.get(EXPIRES_AT)));
    }

    private String key(String kind, String word) {
        KeyedHash hash = session.getProvider(ServerKeys.class).keyedHash("certificate-handover");
        return PREFIX + kind + "." + hash.of(session.getContext().getRealm().getId(), kind, word);
    }
}
