package es.clave.challenge;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits for an answer of the app: a login that a browser began.
 *
 * @param id 128 random bits in base64url; names the request, proves nothing
 * @param userId the Keycloak user whose answer is waited for; with a QR empty until it is scanned, unless the browser is
 *     logged in already; empty for ever where the typed document is nobody's
 * @param service what the person wants to do there; may be empty
 * @param place where the browser is, as far as its network address tells
 * @param device the phone that scanned it or answered it
 * @param samePhone whether the app was opened by the link on the page: the person goes back by an address, and the browser
 *     does not go on by itself
 * @param browser keyed hash of the browser window that may go on
 * @param anotherScanned whether a second phone tried to scan it, which the page tells
 */
public record AppRequest(
        String id,
        String realmId,
        Kind kind,
        Optional<String> userId,
        String agencyClientId,
        String agencyName,
        String service,
        String place,
        Instant askedAt,
        Instant expiresAt,
        String browser,
        Optional<AppDevice> device,
        boolean samePhone,
        boolean anotherScanned,
        State state) {

    /** How the request comes to the phone. */
    public enum Kind {
        /** Scanned from the page, or opened by its link. */
        QR,
        /** Listed in the app; confirmed by typing there the digits that the page shows. */
        TYPED,
        /** Listed in the app, which shows a PIN to be typed into the page. There is nothing to confirm. */
        PIN
    }

    /** How far it has come. */
    public enum State {
        WAITING(false),
        SCANNED(false),
        /** The browser may go on, once and soon. */
        CONFIRMED(true),
        /** The browser went on. */
        CLAIMED(true),
        REJECTED(true),
        /** The digits were typed wrong too often. */
        EXHAUSTED(true),
        /** The browser wants it no more. */
        WITHDRAWN(true),
        EXPIRED(true);

        private final boolean answered;

        State(boolean answered) {
            this.answered = answered;
        }

        /** Whether the app can do nothing more about it. */
        public boolean isFinal() {
            return answered;
        }
    }

    /** The same, further on. */
    AppRequest with(Optional<AppDevice> answering, boolean onSamePhone, boolean another, Instant until, State next) {
        return new AppRequest(
                id,
                realmId,
                kind,
                userId.or(() -> answering.map(AppDevice::userId)),
                agencyClientId,
                agencyName,
                service,
                place,
                askedAt,
                until,
                browser,
                answering,
                onSamePhone,
                another,
                next);
    }

    @Override
    public String toString() {
        return "AppRequest[" + kind + ", " + state + "]";
    }
}
