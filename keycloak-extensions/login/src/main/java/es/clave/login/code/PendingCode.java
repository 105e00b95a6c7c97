package es.clave.login.code;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What this browser's login remembers of the code it waits for. Only for the page: what counts is in {@code Codes} and
 * {@code Throttle}.
 *
 * @param userId the Keycloak user, empty if the code is nobody's
 * @param appRequest the request by which the app shows it; empty if it went by SMS, or to nobody
 */
public record PendingCode(
        String subject,
        Optional<String> userId,
        String phoneEnding,
        Instant expiresAt,
        Instant resendAt,
        Optional<String> appRequest) {

    private static final String SUBJECT = "subject";
    private static final String USER_ID = "user";
    private static final String PHONE_ENDING = "phone";
    private static final String EXPIRES_AT = "expires";
    private static final String RESEND_AT = "resend";
    private static final String APP_REQUEST = "app";

    static Optional<PendingCode> of(AuthenticationSessionModel login, CodeUse use) {
        return Optional.ofNullable(login.getAuthNote(note(use, SUBJECT)))
                .map(subject -> new PendingCode(
                        subject,
                        Optional.ofNullable(login.getAuthNote(note(use, USER_ID))),
                        login.getAuthNote(note(use, PHONE_ENDING)),
                        instant(login.getAuthNote(note(use, EXPIRES_AT))),
                        instant(login.getAuthNote(note(use, RESEND_AT))),
                        Optional.ofNullable(login.getAuthNote(note(use, APP_REQUEST)))));
    }

    void keepIn(AuthenticationSessionModel login, CodeUse use) {
        forget(login, use);
        login.setAuthNote(note(use, SUBJECT), subject);
        userId.ifPresent(id -> login.setAuthNote(note(use, USER_ID), id));
        login.setAuthNote(note(use, PHONE_ENDING), phoneEnding);
        login.setAuthNote(note(use, EXPIRES_AT), Long.toString(expiresAt.toEpochMilli()));
        login.setAuthNote(note(use, RESEND_AT), Long.toString(resendAt.toEpochMilli()));
        appRequest.ifPresent(id -> login.setAuthNote(note(use, APP_REQUEST), id));
    }

    static void forget(AuthenticationSessionModel login, CodeUse use) {
        for (String note : new String[] {SUBJECT, USER_ID, PHONE_ENDING, EXPIRES_AT, RESEND_AT, APP_REQUEST}) {
            login.removeAuthNote(note(use, note));
        }
    }

    private static String note(CodeUse use, String what) {
        return "clave.code." + use.name() + "." + what;
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
