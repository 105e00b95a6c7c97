package es.clave.relyingparty;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.platform.LoginNotes;
import es.clave.registry.Citizen;
import es.clave.registry.PersonName;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.UserSessionModel;

/** Citizens and sessions to tell of. */
public final class Samples {

    private Samples() {}

    /** A Spaniard. */
    public static Citizen spaniard() {
        return citizen("00000000T", new PersonName("María del Mar", "Peña", Optional.of("Güell")));
    }

    /** A foreigner, who has one surname. */
    public static Citizen foreigner() {
        return citizen("X0000000T", new PersonName("Zoë", "Smith", Optional.empty()));
    }

    private static Citizen citizen(String id, PersonName name) {
        return new Citizen(
                "8d9f",
                "5e1c",
                NationalId.of(id),
                name,
                LocalDate.of(1980, 2, 29),
                Citizen.Status.ACTIVE,
                RegistrationLevel.ADVANCED,
                Citizen.Route.OFFICE,
                Instant.parse("2026-01-01T00:00:00Z"),
                MobileNumber.parse("600000001").orElseThrow(),
                Optional.empty());
    }

    /** The notes that a login leaves. */
    public static Map<String, String> notes(
            AuthenticationMethod method, AssuranceLevel level, RegistrationLevel registration) {
        return new HashMap<>(Map.of(
                LoginNotes.METHOD, method.name(),
                LoginNotes.LEVEL, level.name(),
                LoginNotes.REGISTRATION, registration.name()));
    }

    /** A session that knows its notes and nothing else. */
    public static UserSessionModel session(Map<String, String> notes) {
        return (UserSessionModel) Proxy.newProxyInstance(
                Samples.class.getClassLoader(), new Class<?>[] {UserSessionModel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getNote")) {
                        return notes.get((String) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
