package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.ActivationCodes;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.CodeFlow;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.RealmSettings;
import es.clave.integrationtests.harness.WorldExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators may set of Cl@ve Permanente, on the running server. */
@ExtendWith(WorldExtension.class)
class PermanentSettingsTest {

    private final Clave clave;
    private final HttpVisitor visitor = new HttpVisitor();
    private final CodeFlow flow;

    PermanentSettingsTest(Clave clave) {
        this.clave = clave;
        this.flow = new CodeFlow(clave);
    }

    @Test
    void theLegacyPolicyWantsClassesOfCharactersAndLetsPasswordsExpire() {
        Citizen citizen = Population.of("99990003X");
        try (RealmSettings settings = RealmSettings.of(clave)) {
            settings.passwordPolicy(
                            "length(8) and maxLength(128) and clave-classes(3) and forceExpiredPasswordChange(1)")
                    .ways(Map.of("permanent.length.alone", "8"));
            Answer page = proven(citizen);
            page = set(page, "abcdefgh");
            assertThat(page.alert()).contains("al menos 3 de estas clases");
            page = set(page, "Abcdef12");
            assertThat(page.has("clave-permanent-done")).isTrue();
            assertThat(flow.code(visitor.post(page.action(), fields("step", "continue"))))
                    .isPresent();

            clave.letPass(Duration.ofDays(2));
            Answer expired = enter(begin(visitor), citizen, "Abcdef12");
            assertThat(expired.page().text()).contains("Su contraseña ha caducado");
            expired = set(expired, "Abcdef12");
            assertThat(expired.alert()).contains("Esa es la contraseña que ya tenía");
            assertThat(flow.code(set(expired, "Abcdef34"))).isPresent();
        }
    }

    @Test
    void whereTheCodeAlwaysFollowsItFollowsAtLowTooAndPasswordsMayBeShorter() {
        Citizen citizen = Population.of("99990011H");
        try (RealmSettings settings = RealmSettings.of(clave)) {
            Answer page = set(proven(citizen), "xK7#mq9!");
            assertThat(page.alert()).contains("al menos 12 caracteres");
            settings.ways(Map.of("permanent.code", "ALWAYS"));
            page = set(page, "xK7#mq9!");
            assertThat(page.has("clave-permanent-done")).isTrue();

            clave.letPass(Duration.ofSeconds(31));
            int already = clave.messages().to(citizen.mobile()).size();
            HttpVisitor later = new HttpVisitor();
            Answer code = later.post(
                    begin(later).action(),
                    fields("nationalId", citizen.nationalId(), "password", "xK7#mq9!", "step", "enter"));
            assertThat(code.has("code")).isTrue();
            String sms = clave.messages().next(citizen.mobile(), already).pin();
            assertThat(flow.code(later.post(code.action(), fields("code", sms, "step", "verify"))))
                    .isPresent();
        }
    }

    private Answer begin(HttpVisitor somebody) {
        return somebody.get(flow.request(clave.node(), "permanent"));
    }

    private Answer enter(Answer page, Citizen citizen, String password) {
        return visitor.post(
                page.action(), fields("nationalId", citizen.nationalId(), "password", password, "step", "enter"));
    }

    private Answer set(Answer page, String password) {
        return visitor.post(
                page.action(), fields("newPassword", password, "repeatedPassword", password, "step", "set"));
    }

    /** Up to the page of the new password. */
    private Answer proven(Citizen citizen) {
        int already = clave.messages().to(citizen.mobile()).size();
        Answer page = visitor.post(begin(visitor).action(), fields("step", "activate"));
        Answer code = visitor.post(
                page.action(),
                fields(
                        "nationalId",
                        citizen.nationalId(),
                        "email",
                        citizen.email(),
                        "activationCode",
                        ActivationCodes.newFor(citizen, clave),
                        "step",
                        "check"));
        String sms = clave.messages().next(citizen.mobile(), already).pin();
        return visitor.post(code.action(), fields("code", sms, "step", "verify"));
    }
}
