package es.clave.registration.desk;

import es.clave.platform.ServerKeys;
import es.clave.registration.Notes;
import es.clave.registration.PersonNote;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.jose.jwe.JWEException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.TokenUtil;

/**
 * The case at one officer's desk, in the notes of the officer's session: it ends with it. Who the person is stands there
 * sealed, because Keycloak keeps sessions in its database.
 */
final class DeskNotes {

    private static final String PREFIX = "clave.desk.";
    private static final String STAGE = PREFIX + "stage";
    private static final String APPOINTMENT = PREFIX + "appointment";
    private static final String PERSON = PREFIX + "person";
    private static final String ERRAND = PREFIX + "errand";
    private static final String NEWS = PREFIX + "news";
    private static final String SEEN = PREFIX + "seen";
    private static final String KEYS = "desk-case";

    private final KeycloakSession session;
    private final Notes notes;

    DeskNotes(KeycloakSession session, Notes notes) {
        this.session = session;
        this.notes = notes;
    }

    /** The case that is open. */
    Optional<DeskCase> open() {
        return notes.get(STAGE)
                .map(DeskStage::valueOf)
                .map(stage -> new DeskCase(
                        stage,
                        notes.get(APPOINTMENT),
                        notes.get(PERSON).map(this::unsealed).map(PersonNote::read),
                        notes.get(ERRAND).map(Errand::valueOf)));
    }

    /** Keeps the case as it is now. */
    void keep(DeskCase current) {
        forget();
        notes.set(STAGE, current.stage().name());
        current.appointmentId().ifPresent(id -> notes.set(APPOINTMENT, id));
        current.person().ifPresent(person -> notes.set(PERSON, sealed(PersonNote.write(person))));
        current.errand().ifPresent(errand -> notes.set(ERRAND, errand.name()));
    }

    /** The desk is free. */
    void forget() {
        for (String note : new String[] {STAGE, APPOINTMENT, PERSON, ERRAND}) {
            notes.remove(note);
        }
    }

    /** What the next page tells first, once: the key of a text. */
    void tell(String key) {
        notes.set(NEWS, key);
    }

    /** What this page tells first. */
    Optional<String> news() {
        Optional<String> news = notes.get(NEWS);
        news.ifPresent(told -> notes.remove(NEWS));
        return news;
    }

    /** Whether this session's officer has seen the appointments of this day; from now on, yes. */
    boolean seesFirst(String day) {
        boolean first = !notes.get(SEEN).equals(Optional.of(day));
        notes.set(SEEN, day);
        return first;
    }

    private String sealed(String text) {
        try {
            return TokenUtil.jweDirectEncode(
                    key("encryption"), key("authentication"), text.getBytes(StandardCharsets.UTF_8));
        } catch (JWEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String unsealed(String sealed) {
        try {
            return new String(
                    TokenUtil.jweDirectVerifyAndDecode(key("encryption"), key("authentication"), sealed),
                    StandardCharsets.UTF_8);
        } catch (JWEException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private SecretKey key(String use) {
        return new SecretKeySpec(session.getProvider(ServerKeys.class).derive(KEYS + "-" + use), "AES");
    }
}
