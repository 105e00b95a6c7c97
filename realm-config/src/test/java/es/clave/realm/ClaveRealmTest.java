package es.clave.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the realm of Cl@ve must keep to, in every environment. */
final class ClaveRealmTest {

    private static final RealmAssembler ASSEMBLER = new RealmAssembler(Path.of("src/main/realm"));

    static Stream<ObjectNode> realms() {
        return ASSEMBLER.environments().stream().map(ASSEMBLER::assemble);
    }

    @Test
    void thereIsARealmForDevelopmentAndOneForProduction() {
        assertThat(ASSEMBLER.environments()).containsExactly("development", "production");
    }

    @Test
    void productionKnowsNothingOfTheDemo() {
        assertThat(ASSEMBLER.assemble("production").toString())
                .doesNotContainIgnoringCase("demo")
                .doesNotContain("localhost");
    }

    @ParameterizedTest
    @MethodSource("realms")
    void everyStepNamesAFlowOrASettingThatExists(ObjectNode realm) {
        Set<String> flows = texts(realm.path("authenticationFlows"), "alias");
        Set<String> settings = texts(realm.path("authenticatorConfig"), "alias");
        JsonNode steps = realm.path("authenticationFlows");
        assertThat(flows)
                .containsAll(texts(steps, "flowAlias"))
                .contains(
                        realm.path("browserFlow").textValue(),
                        realm.path("registrationFlow").textValue());
        assertThat(settings).isEqualTo(texts(steps, "authenticatorConfig"));
    }

    @ParameterizedTest
    @MethodSource("realms")
    void nobodyRegistersByKeycloaksOwnForm(ObjectNode realm) {
        assertThat(realm.path("registrationFlow").textValue()).isEqualTo("clave registration");
        assertThat(texts(realm.path("authenticationFlows"), "authenticator"))
                .noneMatch(step -> step.startsWith("registration-"));
    }

    @ParameterizedTest
    @MethodSource("realms")
    void everyScopeThatIsGivenExistsAndIsOfTheAgencysProtocol(ObjectNode realm) {
        for (JsonNode client : realm.path("clients")) {
            for (String kind : List.of("defaultClientScopes", "optionalClientScopes")) {
                for (JsonNode given : client.path(kind)) {
                    assertThat(protocolOf(realm, given.textValue()))
                            .as("%s of %s", given, client.path("clientId"))
                            .isEqualTo(client.path("protocol").textValue());
                }
            }
        }
        for (JsonNode given : realm.path("defaultDefaultClientScopes")) {
            assertThat(protocolOf(realm, given.textValue())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void nobodyIsLoggedInByPasswordGrantOrImplicitFlowOrWithAllRoles(ObjectNode realm) {
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(false)).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void agenciesThatUseSamlSignAndAreAnsweredSigned(ObjectNode realm) {
        for (JsonNode client : realm.path("clients")) {
            if (client.path("protocol").asText("").equals("saml")) {
                JsonNode attributes = client.path("attributes");
                assertThat(attributes.path("saml.client.signature").textValue()).isEqualTo("true");
                assertThat(attributes.path("saml.server.signature").textValue()).isEqualTo("true");
                assertThat(attributes.path("saml.assertion.signature").textValue())
                        .isEqualTo("true");
                assertThat(attributes.path("saml.signature.algorithm").textValue())
                        .isIn("RSA_SHA256", "RSA_SHA512");
            }
        }
    }

    @Test
    void productionHasEveryPolicyOfDevelopmentAndAsksForTls() {
        JsonNode development = ASSEMBLER.assemble("development").at("/clientPolicies/policies");
        JsonNode production = ASSEMBLER.assemble("production").at("/clientPolicies/policies");
        assertThat(texts(production.get(0).path("profiles"))).contains("agency", "agency by TLS");
        assertThat(production).hasSameSizeAs(development);
        for (int i = 1; i < development.size(); i++) {
            assertThat(production.get(i)).isEqualTo(development.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void everyPolicyNamesAProfileThatExists(ObjectNode realm) {
        Set<String> profiles = texts(realm.at("/clientProfiles/profiles"), "name");
        for (JsonNode policy : realm.at("/clientPolicies/policies")) {
            assertThat(profiles).containsAll(texts(policy.path("profiles")));
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void whatAScopeTellsOfTheCitizenIsToldToTheCitizenInWordsOfTheTheme(ObjectNode realm) {
        for (JsonNode scope : realm.path("clientScopes")) {
            boolean tells = scope.path("name").textValue().matches("clave(2|_saml)?_(identity|birthdate|registration)");
            assertThat(scope.at("/attributes/display.on.consent.screen").textValue())
                    .as(scope.path("name").textValue())
                    .isEqualTo(String.valueOf(tells));
            if (tells) {
                assertThat(scope.at("/attributes/consent.screen.text").textValue())
                        .matches("\\$\\{data[A-Z][a-z]+}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void theLevelsAreThoseOfEidasInBothProtocols(ObjectNode realm) {
        assertThat(realm.at("/attributes/acr.loa.map").textValue())
                .isEqualTo("{\"http://eidas.europa.eu/LoA/low\":1,\"http://eidas.europa.eu/LoA/substantial\":2,"
                        + "\"http://eidas.europa.eu/LoA/high\":3}");
        assertThat(realm.at("/attributes/acr.uri.map").textValue()).contains("LoA/low", "LoA/substantial", "LoA/high");
    }

    private static String protocolOf(ObjectNode realm, String scope) {
        return StreamSupport.stream(realm.path("clientScopes").spliterator(), false)
                .filter(candidate -> candidate.path("name").textValue().equals(scope))
                .map(candidate -> candidate.path("protocol").textValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no client scope " + scope));
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode below, String name) {
        List<JsonNode> found = new ArrayList<>(below.findValues(name));
        return found.stream().map(JsonNode::textValue).collect(Collectors.toSet());
    }
}
