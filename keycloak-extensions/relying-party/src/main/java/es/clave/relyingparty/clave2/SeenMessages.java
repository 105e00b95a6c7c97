package es.clave.relyingparty.clave2;

import es.clave.relyingparty.clave2.request.Refusal;
import es.clave.relyingparty.clave2.request.RefusedException;
import es.clave.relyingparty.clave2.request.SignedMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The messages that came, for as long as they would be of now: none comes twice, at whichever nodes, at whatever instant. */
final class SeenMessages {

    private final KeycloakSession keycloak;
    private final RealmModel realm;
    private final Duration remembered;

    SeenMessages(KeycloakSession keycloak, RealmModel realm, Duration remembered) {
        this.realm = realm;
        this.keycloak = keycloak;
        this.remembered = remembered;
    }

    /** Remembers the message; refuses one that is remembered. The store's one atomic operation, which nothing rolls back. */
    void first(String agency, SignedMessage message) throws RefusedException {
        String key = "clave2." + hash(realm.getId() + "\n" + agency + "\n" + message.id());
        if (!keycloak.singleUseObjects().putIfAbsent(key, remembered.toSeconds())) {
            throw new RefusedException(Refusal.REPLAYED, "a message of that ID came before");
        }
    }

    /** IDs are chosen by agencies; the store is shared with much else. */
    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
