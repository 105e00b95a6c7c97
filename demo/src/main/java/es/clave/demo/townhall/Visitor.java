package es.clave.demo.townhall;

import com.nimbusds.oauth2.sdk.id.State;
import es.clave.demo.web.Language;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the town hall remembers of one browser. */
final class Visitor {

    /** As many tabs may be on their way to Cl@ve at once. */
    private static final int MOST_ATTEMPTS = 8;

    private final Deque<LoginAttempt> attempts = new ArrayDeque<>();
    private Optional<Citizen> citizen = Optional.empty();
    private Optional<State> leaving = Optional.empty();
    private Language language = Language.ES;

    static Visitor loggedIn(Citizen citizen, Language language) {
        Visitor visitor = new Visitor();
        visitor.citizen = Optional.of(citizen);
        visitor.language = language;
        return visitor;
    }

    static Visitor leaving(State state, Language language) {
        Visitor visitor = new Visitor();
        visitor.leaving = Optional.of(state);
        visitor.language = language;
        return visitor;
    }

    synchronized void sent(LoginAttempt attempt) {
        if (attempts.size() == MOST_ATTEMPTS) {
            attempts.removeFirst();
        }
        attempts.addLast(attempt);
    }

    /** The attempt with this state, which with this is used up. */
    synchronized Optional<LoginAttempt> cameBack(String state) {
        Optional<LoginAttempt> found = attempts.stream()
                .filter(attempt -> attempt.state().getValue().equals(state))
                .findFirst();
        found.ifPresent(attempts::remove);
        return found;
    }

    /** Whether this browser was sent to Cl@ve to log out with this state, which with this is used up. */
    synchronized boolean left(String state) {
        boolean expected = leaving.filter(sent -> sent.getValue().equals(state)).isPresent();
        if (expected) {
            leaving = Optional.empty();
        }
        return expected;
    }

    synchronized Optional<Citizen> citizen() {
        return citizen;
    }

    synchronized Language language() {
        return language;
    }

    synchronized void language(Language chosen) {
        language = chosen;
    }
}
