package es.clave.login.pin;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What this browser's login remembers of the PIN it waits for. Only for the page: what counts is in {@code Codes} and
 * {@code Throttle}.
 *
 * @param userId the Keycloak user, empty if the PIN is nobody's
 */
record PendingPin(String subject, Optional<String> userId, String phoneEnding, Instant expiresAt, Instant resendAt) {

    private static final String SUBJECT = "clave.pin.subject";
    private static final String USER_ID = "clave.pin.user";
    private static final String PHONE_ENDING = "clave.pin.phone";
    private static final String EXPIRES_AT = "clave.pin.expires";
    private static final String RESEND_AT = "clave.pin.resend";

    static Optional<PendingPin> of(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(SUBJECT))
                .map(subject -> new PendingPin(
                        subject,
                        Optional.ofNullable(login.getAuthNote(USER_ID)),
                        login.getAuthNote(PHONE_ENDING),
                        Instant.ofEpochMilli(Long.parseLong(login.getAuthNote(EXPIRES_AT))),
                        Instant.ofEpochMilli(Long.parseLong(login.getAuthNote(RESEND_AT)))));
    }

    void keepIn(AuthenticationSessionModel login) {
        forget(login);
        login.setAuthNote(SUBJECT, subject);
        userId.ifPresent(id -> login.setAuthNote(USER_ID, id));
        login.setAuthNote(PHONE_ENDING, phoneEnding);
        login.setAuthNote(EXPIRES_AT, Long.toString(expiresAt.toEpochMilli()));
        login.setAuthNote(RESEND_AT, Long.toString(resendAt.toEpochMilli()));
    }

    static void forget(AuthenticationSessionModel login) {
        for (String note : new String[] {SUBJECT, USER_ID, PHONE_ENDING, EXPIRES_AT, RESEND_AT}) {
            login.removeAuthNote(note);
        }
    }
}
