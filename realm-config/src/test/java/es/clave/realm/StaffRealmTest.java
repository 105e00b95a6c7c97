package es.clave.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the officers' realm must keep to, in every environment. */
final class StaffRealmTest {

    private static final RealmAssembler ASSEMBLER = new RealmAssembler(Path.of("src/main/staff"));

    static Stream<ObjectNode> realms() {
        return ASSEMBLER.environments().stream().map(ASSEMBLER::assemble);
    }

    @Test
    void productionHasNoOfficersAndKnowsNothingOfTheDemo() {
        ObjectNode production = ASSEMBLER.assemble("production");

        assertThat(ASSEMBLER.environments()).containsExactly("development", "production");
        assertThat(production.has("users")).isFalse();
        assertThat(production.toString()).doesNotContainIgnoringCase("demo").doesNotContain("localhost", "secretData");
    }

    @ParameterizedTest
    @MethodSource("realms")
    void aLoginAlwaysWantsAPasswordAndASecondFactor(ObjectNode realm) {
        JsonNode login = flow(realm, "staff login");

        assertThat(login.findValuesAsText("authenticator"))
                .containsExactly("auth-username-password-form", "auth-otp-form");
        assertThat(login.findValuesAsText("requirement")).containsOnly("REQUIRED");
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("realms")
    void nobodyGetsInBySomethingElseThanTheDesk(ObjectNode realm) {
        for (JsonNode client : realm.path("clients")) {
            boolean desk = client.path("clientId").textValue().equals("clave-desk");
            assertThat(client.path("enabled").booleanValue()).isEqualTo(desk);
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        }
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("resetPasswordAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("ssoSessionIdleTimeout").intValue()).isLessThanOrEqualTo(900);
    }

    @ParameterizedTest
    @MethodSource("realms")
    void whoHasAnAccountIsNoRegistrarYet(ObjectNode realm) {
        assertThat(realm.path("defaultRole").has("composites")).isFalse();
    }

    private static JsonNode flow(ObjectNode realm, String alias) {
        for (JsonNode flow : realm.path("authenticationFlows")) {
            if (flow.path("alias").textValue().equals(alias)) {
                return flow;
            }
        }
        throw new AssertionError("there is no flow " + alias);
    }
}
