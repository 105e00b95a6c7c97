package es.clave.relyingparty;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.RegistrationLevel;
import es.clave.platform.LoginNotes;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** What the login left in the user session. All empty where the session did not begin with a login of ours. */
public record LoginFacts(
        Optional<AuthenticationMethod> method,
        Optional<AssuranceLevel> level,
        Optional<RegistrationLevel> registration,
        Optional<String> certificate) {

    /** The facts of this session. */
    public static LoginFacts of(UserSessionModel session) {
        return new LoginFacts(
                named(AuthenticationMethod.values(), session.getNote(LoginNotes.METHOD)),
                named(AssuranceLevel.values(), session.getNote(LoginNotes.LEVEL)),
                named(RegistrationLevel.values(), session.getNote(LoginNotes.REGISTRATION)),
                Optional.ofNullable(session.getNote(LoginNotes.CERTIFICATE)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
