package es.clave.login.code;

import es.clave.identity.AuthenticationMethod;
import java.util.Optional;

/**
 * What a code is for.
 *
 * @param name of its slot and its notes: codes for different ends never stand in for each other
 * @param sms key of the text message: code, agency, minutes
 * @param texts what the keys of what is said of it begin with
 * @param method in counters and events
 * @param methodByApp what it is where the app shows it; empty if it does not go there
 */
public record CodeUse(
        String name,
        String sms,
        String texts,
        AuthenticationMethod method,
        Optional<AuthenticationMethod> methodByApp) {

    /** A code that comes by SMS only. */
    public CodeUse(String name, String sms, String texts, AuthenticationMethod method) {
        this(name, sms, texts, method, Optional.empty());
    }

    String text(String what) {
        return texts + what;
    }
}
