package es.clave.challenge;

import es.clave.identity.OneTimeCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.provider.Provider;

/**
 * The requests that wait for the app, on whatever node browser and app are. Every step is one atomic change that holds at
 * once and not with the transaction: of two answers one counts, for good. An instance may be used after its Keycloak session.
 */
public interface AppRequests extends Provider {

    // The side of the browser

    /** What became of asking. */
    sealed interface Started {

        /** It waits. */
        record Waiting(AppRequest request) implements Started {}

        /**
         * Another browser's request waits for the same person.
         *
         * @param other the one that waits
         */
        record Busy(AppRequest other) implements Started {}
    }

    /** Begins to wait. A PIN takes the place of the one before; a typed code waits its turn, unless this browser asked before. */
    Started start(NewAppRequest wanted);

    /** The request, final or not; empty if there is none or it is forgotten. */
    Optional<AppRequest> find(String realmId, String requestId);

    /** The request of this browser window. */
    Optional<AppRequest> findOf(String realmId, String requestId, String browser);

    /**
     * The last request of this kind for this citizen or nobody, as long as it is remembered (an hour after its end): whether it was
     * answered tells whether the next one is wanted.
     */
    Optional<AppRequest> lastOf(String realmId, AppRequest.Kind kind, Awaited awaited);

    /** What a QR holds at this moment; scanned later than {@link #QR_SECONDS} from now, it is refused. */
    String qrToken(AppRequest request);

    /** What the link for the same phone holds; good for as long as the request waits. */
    String openToken(AppRequest request);

    /** The digits of a request: what the page shows and the app sends, or for a {@code PIN} the other way round. */
    OneTimeCode digits(AppRequest request);

    /** The browser wants it no more. */
    void withdraw(String realmId, String requestId, String browser);

    /** Whether the browser may go on. */
    sealed interface Claim {

        /** It may, and never again by this request. */
        record Granted(AppRequest request) implements Claim {}

        /** It was confirmed on the same phone: only who comes back by the address that the app was given goes on. */
        record ComeBackByTheApp() implements Claim {}

        /** Not now: here is where the request stands; empty if there is none of this browser. */
        record Refused(Optional<AppRequest> request) implements Claim {}
    }

    /**
     * Claims what was confirmed, once.
     *
     * @param proof what the address held by which the person came back, if that is how
     */
    Claim claim(String realmId, String requestId, String browser, Optional<String> proof);

    /** Tells of every change of a request, from any node, until closed. Telling must not take time. */
    Watch watch(String requestId, Consumer<AppRequest> listener);

    /** To be closed when nobody waits any more. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    // The side of the app

    /** How old a QR may be. */
    int QR_SECONDS = 5;

    /** What became of a scanned QR, or of an opened link. */
    sealed interface Scan {

        /** It is this phone's to answer. */
        record Scanned(AppRequest request) implements Scan {}

        /** Photographed, or the page stood still: the QR that is on the page now may be scanned. */
        record TooOld() implements Scan {}

        /** Another phone came first; the page tells. */
        record AlreadyScanned() implements Scan {}

        /** The browser is logged in as somebody else. */
        record OtherCitizen() implements Scan {}

        /** Answered, withdrawn or over. */
        record Gone() implements Scan {}

        /** Not made by this server for this realm. */
        record Unknown() implements Scan {}
    }

    /** Reads what a QR or the link for the same phone held. */
    Scan scan(String realmId, String token, AppDevice device);

    /** What waits for this person on this phone: what it scanned, and what was asked by typing. */
    List<AppRequest> pendingFor(String realmId, AppDevice device);

    /** The request as this phone may see it: one that waits for it, or that it answered. */
    Optional<AppRequest> visibleTo(String realmId, String requestId, AppDevice device);

    /** What became of a yes. */
    sealed interface Confirmation {

        /**
         * The browser goes on.
         *
         * @param returnTo where the person goes now, if the app was opened on the phone of the browser
         */
        record Confirmed(AppRequest request, Optional<String> returnTo) implements Confirmation {}

        /** Not the digits of the page; with no try left, it is over. */
        record WrongDigits(int triesLeft) implements Confirmation {}

        /** Answered before, by this phone or another, or withdrawn. */
        record AlreadyFinal(AppRequest.State state) implements Confirmation {}

        /** Somebody else's, or scanned by another phone, or nothing to confirm. */
        record NotYours() implements Confirmation {}

        /** Over, or never there. */
        record Gone() implements Confirmation {}
    }

    /** The person says yes. Digits are asked of kind {@code TYPED} only. */
    Confirmation confirm(String realmId, String requestId, AppDevice device, Optional<OneTimeCode> typed);

    /** What became of a no. */
    sealed interface Rejection {

        /** It is over, and the page says so. */
        record Rejected(AppRequest request) implements Rejection {}

        /** Answered before, or withdrawn. */
        record AlreadyFinal(AppRequest.State state) implements Rejection {}

        /** Somebody else's, or scanned by another phone. */
        record NotYours() implements Rejection {}

        /** Over, or never there. */
        record Gone() implements Rejection {}
    }

    /** The person says no. */
    Rejection reject(String realmId, String requestId, AppDevice device);

    /** The PIN to show, if the request is one of this person's that waits to be typed. */
    Optional<OneTimeCode> revealPin(String realmId, String requestId, AppDevice device);
}
