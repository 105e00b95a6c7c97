package es.clave.login;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.RegistrationLevel;
import es.clave.platform.LoginNotes;
import es.clave.registry.Citizen;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.UserSessionModel;

/**
 * What a login has established: by which way, at which level. Kept in the notes of the user session, from where single
 * sign-on and the agencies' attributes read it.
 *
 * @param registration empty for who is not registered
 */
public record EstablishedLogin(
        AuthenticationMethod method, Optional<RegistrationLevel> registration, AssuranceLevel level) {

    /** What the session of an earlier login established; empty if it was not one of ours. */
    public static Optional<EstablishedLogin> of(UserSessionModel session) {
        return read(session::getNote);
    }

    /** What the login under way has established so far. */
    public static Optional<EstablishedLogin> of(AuthenticationFlowContext context) {
        return read(
                name -> context.getAuthenticationSession().getUserSessionNotes().get(name));
    }

    private static Optional<EstablishedLogin> read(Function<String, String> notes) {
        Optional<AuthenticationMethod> method = named(AuthenticationMethod.values(), notes.apply(LoginNotes.METHOD));
        Optional<RegistrationLevel> registration =
                named(RegistrationLevel.values(), notes.apply(LoginNotes.REGISTRATION));
        Optional<AssuranceLevel> level = named(AssuranceLevel.values(), notes.apply(LoginNotes.LEVEL));
        return method.flatMap(m -> level.map(l -> new EstablishedLogin(m, registration, l)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /**
     * What this way reaches for a citizen who has just proven to be one. A step on top of an earlier login never lowers what
     * that login had reached.
     */
    public static EstablishedLogin reach(
            AuthenticationFlowContext context, AuthenticationMethod method, Citizen citizen) {
        AssuranceLevel reached = SharedSettings.of(context.getRealm()).levels().reached(method, citizen.level());
        EstablishedLogin now = new EstablishedLogin(method, Optional.of(citizen.level()), reached);
        return of(context)
                .filter(earlier -> context.getUser() != null && earlier.level().atLeast(reached))
                .orElse(now);
    }

    /** Makes it the result of the login under way, and what Keycloak tells agencies as {@code acr}. */
    public void establish(AuthenticationFlowContext context) {
        context.getAuthenticationSession().setUserSessionNote(LoginNotes.METHOD, method.name());
        registration.ifPresent(
                is -> context.getAuthenticationSession().setUserSessionNote(LoginNotes.REGISTRATION, is.name()));
        context.getAuthenticationSession().setUserSessionNote(LoginNotes.LEVEL, level.name());
        tellAgency(context);
    }

    /** What Keycloak tells this agency as {@code acr}. */
    public void tellAgency(AuthenticationFlowContext context) {
        new AcrStore(context.getSession(), context.getAuthenticationSession())
                .setLevelAuthenticatedToCurrentRequest(level.loa());
    }
}
