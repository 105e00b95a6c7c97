package es.clave.login.code;

import es.clave.identity.AuthenticationMethod;

/**
 * What a code is for.
 *
 * @param name of its slot and its notes: codes for different ends never stand in for each other
 * @param sms key of the text message: code, agency, minutes
 * @param texts what the keys of what is said of it begin with
 * @param method in counters and events
 */
public record CodeUse(String name, String sms, String texts, AuthenticationMethod method) {

    String text(String what) {
        return texts + what;
    }
}
