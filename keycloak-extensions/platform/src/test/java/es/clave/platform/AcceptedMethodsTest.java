package es.clave.platform;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.AuthenticationMethod;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.sessions.AuthenticationSessionModel;

final class AcceptedMethodsTest {

    @Test
    void anAgencyThatSaysNothingWillHaveEveryWay() {
        assertThat(accepted(Map.of())).containsExactly(AuthenticationMethod.values());
    }

    @Test
    void excludingAServiceExcludesAllItsWays() {
        assertThat(accepted(Map.of("clave.methods.excluded", "PIN##certificate")))
                .containsExactly(
                        AuthenticationMethod.PERMANENT,
                        AuthenticationMethod.PERMANENT_SMS,
                        AuthenticationMethod.MOBILE,
                        AuthenticationMethod.PASSKEY);
    }

    @Test
    void oneWayOfAServiceCanBeNamed() {
        assertThat(accepted(Map.of("clave.methods.demanded", "CERTIFICATE_DEVICE, MOBILE")))
                .containsExactly(AuthenticationMethod.MOBILE, AuthenticationMethod.CERTIFICATE_DEVICE);
    }

    @Test
    void whatIsExcludedIsNotAcceptedThoughItIsDemanded() {
        assertThat(accepted(Map.of(
                        "clave.methods.demanded", "PIN##MOBILE",
                        "clave.methods.excluded", "PIN")))
                .containsExactly(AuthenticationMethod.MOBILE);
    }

    @Test
    void aDemandThatNamesNothingWeKnowAcceptsNothing() {
        assertThat(accepted(Map.of("clave.methods.demanded", "RETINA"))).isEmpty();
        assertThat(accepted(Map.of("clave.methods.demanded", "##"))).isEmpty();
    }

    @Test
    void aRequestExcludesOnTopOfTheSettings() {
        AuthenticationSessionModel login = login(Map.of("clave.methods.excluded", "PIN"));
        AcceptedMethods.exclude(login, List.of(AuthenticationMethod.MOBILE, AuthenticationMethod.PERMANENT));

        assertThat(accepted(login))
                .containsExactly(
                        AuthenticationMethod.PERMANENT_SMS,
                        AuthenticationMethod.PASSKEY,
                        AuthenticationMethod.CERTIFICATE_SOFTWARE,
                        AuthenticationMethod.CERTIFICATE_DEVICE);
    }

    private static List<AuthenticationMethod> accepted(Map<String, String> attributes) {
        return accepted(login(attributes));
    }

    private static List<AuthenticationMethod> accepted(AuthenticationSessionModel login) {
        AcceptedMethods accepted = AcceptedMethods.of(login);
        return Arrays.stream(AuthenticationMethod.values())
                .filter(accepted::accepts)
                .toList();
    }

    private static AuthenticationSessionModel login(Map<String, String> attributes) {
        ClientModel agency = answering(ClientModel.class, (name, arguments) -> attributes.get(arguments[0]));
        Map<String, String> notes = new HashMap<>();
        return answering(AuthenticationSessionModel.class, (name, arguments) -> switch (name) {
            case "getClient" -> agency;
            case "getClientNote" -> notes.get(arguments[0]);
            case "setClientNote" -> notes.put((String) arguments[0], (String) arguments[1]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    @FunctionalInterface
    private interface Answer {
        Object to(String name, Object[] arguments);
    }
}
