package es.clave.registration.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserSessionModel;

class PendingChangeTest {

    private static final Instant UNTIL = Instant.parse("2026-11-24T19:10:00.5Z");

    private final Map<String, String> notes = new HashMap<>();
    private final UserSessionModel session = (UserSessionModel) Proxy.newProxyInstance(
            PendingChangeTest.class.getClassLoader(),
            new Class<?>[] {UserSessionModel.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getNote" -> notes.get((String) arguments[0]);
                case "setNote" -> notes.put((String) arguments[0], (String) arguments[1]);
                case "removeNote" -> notes.remove((String) arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void whatIsKeptWithTheSessionComesBackWhateverTheAddressHolds() {
        PendingChange change = new PendingChange("a|b,c=d@example.com", Set.of("newCode", "oldCode"), UNTIL);
        change.keep(session, "email");
        assertThat(PendingChange.of(session, "email", UNTIL.minusMillis(1))).contains(change);
        assertThat(PendingChange.of(session, "phone", UNTIL.minusMillis(1))).isEmpty();
    }

    @Test
    void nothingIsProvenAtFirstAndEachCodeProvesItsOwn() {
        PendingChange change = new PendingChange("+34600000001", Set.of(), UNTIL);
        change.keep(session, "phone");
        assertThat(PendingChange.of(session, "phone", Instant.EPOCH)
                        .orElseThrow()
                        .proven())
                .isEmpty();
        change.proving("newCode").keep(session, "phone");
        assertThat(PendingChange.of(session, "phone", Instant.EPOCH)
                        .orElseThrow()
                        .proven())
                .containsExactly("newCode");
    }

    @Test
    void afterItsTimeItIsGoneAndForgottenItIsGoneAtOnce() {
        PendingChange change = new PendingChange("+34600000001", Set.of(), UNTIL);
        change.keep(session, "phone");
        assertThat(PendingChange.of(session, "phone", UNTIL)).isEmpty();
        PendingChange.forget(session, "phone");
        assertThat(notes).isEmpty();
    }

    @Test
    void itTellsNoAddressInALog() {
        assertThat(new PendingChange("+34600000001", Set.of("newCode"), UNTIL).toString())
                .doesNotContain("600000001");
    }
}
