package es.clave.demo.taxagency;

import es.clave.demo.web.Language;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the tax agency remembers of one browser. */
final class Visitor {

    /** As many tabs may be on their way to Cl@ve at once. */
    private static final int MOST_ATTEMPTS = 8;

    private final Deque<LoginAttempt> attempts = new ArrayDeque<>();
    private Optional<TaxCitizen> citizen = Optional.empty();
    private Optional<String> leaving = Optional.empty();
    private Language language = Language.ES;

    static Visitor loggedIn(TaxCitizen citizen, Language language) {
        Visitor visitor = new Visitor();
        visitor.citizen = Optional.of(citizen);
        visitor.language = language;
        return visitor;
    }

    static Visitor leaving(String logoutRequestId, Language language) {
        Visitor visitor = new Visitor();
        visitor.leaving = Optional.of(logoutRequestId);
        visitor.language = language;
        return visitor;
    }

    synchronized void sent(LoginAttempt attempt) {
        if (attempts.size() == MOST_ATTEMPTS) {
            attempts.removeFirst();
        }
        attempts.addLast(attempt);
    }

    /** The attempt with this request, which with this is used up. */
    synchronized Optional<LoginAttempt> cameBack(String requestId) {
        Optional<LoginAttempt> found = attempts.stream()
                .filter(attempt -> attempt.requestId().equals(requestId))
                .findFirst();
        found.ifPresent(attempts::remove);
        return found;
    }

    /** The request to log out that this browser was sent with, which with this is used up. */
    synchronized Optional<String> cameBackFromLeaving() {
        Optional<String> sent = leaving;
        leaving = Optional.empty();
        return sent;
    }

    synchronized Optional<TaxCitizen> citizen() {
        return citizen;
    }

    synchronized Language language() {
        return language;
    }

    synchronized void language(Language chosen) {
        language = chosen;
    }
}
