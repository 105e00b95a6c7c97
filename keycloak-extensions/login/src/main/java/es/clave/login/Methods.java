package es.clave.login;

import es.clave.certificate.CertificateHandOver;
import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import es.clave.identity.RegistrationLevel;
import es.clave.login.mobile.MobileSettings;
import es.clave.platform.AcceptedMethods;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** The ways to log in that this server has. */
public final class Methods {

    private Methods() {}

    /** All of them. */
    public static List<AuthenticationMethod> all() {
        return List.of(
                AuthenticationMethod.PIN_SMS,
                AuthenticationMethod.PIN_APP,
                AuthenticationMethod.PERMANENT,
                AuthenticationMethod.PERMANENT_SMS,
                AuthenticationMethod.PASSKEY,
                AuthenticationMethod.MOBILE,
                AuthenticationMethod.CERTIFICATE_SOFTWARE,
                AuthenticationMethod.CERTIFICATE_DEVICE);
    }

    /** Those that an agency will have, in the order of {@link #all()}: what may be offered to its citizens. */
    public static List<AuthenticationMethod> acceptedBy(AcceptedMethods agency, KeycloakSession session) {
        return all().stream()
                .filter(method -> hasWhatItTakes(method, session))
                .filter(agency::accepts)
                .toList();
    }

    /** Certificates are read only where the server was told how. */
    private static boolean hasWhatItTakes(AuthenticationMethod method, KeycloakSession session) {
        return switch (method) {
            case CERTIFICATE_SOFTWARE, CERTIFICATE_DEVICE ->
                session.getProvider(CertificateHandOver.class).isOpen();
            case MOBILE, PIN_APP ->
                MobileSettings.of(session.getContext().getRealm()).hasApp();
            default -> true;
        };
    }

    /** Whether one of these reaches this level for some citizens. */
    public static boolean anyReaches(List<AuthenticationMethod> methods, LevelTable table, AssuranceLevel level) {
        return methods.stream().anyMatch(method -> table.canReach(method, level));
    }

    /** Whether one of these reaches this level for who is registered like this. */
    public static boolean anyReaches(
            List<AuthenticationMethod> methods,
            LevelTable table,
            AssuranceLevel level,
            RegistrationLevel registration) {
        return methods.stream()
                .anyMatch(method -> table.reached(method, registration).atLeast(level));
    }
}
