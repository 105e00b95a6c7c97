package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Await;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpCitizen;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.OidcAgency;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agencies get by OpenID Connect, beyond what the town hall asks for. */
@ExtendWith(WorldExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcAgenciesTest {

    private final Clave clave;

    OidcAgenciesTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void theDiscoveryDocumentTellsWhatAgenciesMayUse() {
        JsonNode document =
                Administration.json(HttpVisitor.document(clave.node().realmUrl("/.well-known/openid-configuration")));

        assertThat(document.get("issuer").asText())
                .isEqualTo(clave.node().realmUrl("").toString());
        assertThat(texts(document, "code_challenge_methods_supported")).contains("S256");
        assertThat(texts(document, "token_endpoint_auth_methods_supported"))
                .contains("private_key_jwt", "tls_client_auth");
        assertThat(texts(document, "acr_values_supported")).contains("http://eidas.europa.eu/LoA/substantial");
        assertThat(texts(document, "scopes_supported")).contains("clave_identity", "clave_birthdate");
        assertThat(document.get("pushed_authorization_request_endpoint").asText())
                .isNotEmpty();
        assertThat(texts(document, "dpop_signing_alg_values_supported")).contains("ES256");
        assertThat(document.get("backchannel_logout_supported").asBoolean()).isTrue();
        assertThat(document.get("claims_parameter_supported").asBoolean()).isTrue();
        assertThat(document.get("authorization_response_iss_parameter_supported")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyAgencyKnowsACitizenByANameOfItsOwnTheSameInTokenAndUserInfo() {
        try (OidcAgency agency = OidcAgency.registered(clave);
                OidcAgency other = OidcAgency.registered(clave)) {
            HttpCitizen citizen = citizen("99990001P");
            JsonNode tokens = agency.tokens(
                    agency.broughtBack(citizen.logIn(citizen.browser().get(agency.request())), "code")
                            .orElseThrow());
            Map<String, Object> idToken =
                    OidcAgency.claims(tokens.get("id_token").asText());
            JsonNode userInfo = Administration.json(
                    agency.userInfo(tokens.get("access_token").asText(), Optional.empty())
                            .body());

            assertThat(userInfo.get("sub").asText()).isEqualTo(idToken.get("sub"));
            assertThat(OidcAgency.claims(tokens.get("access_token").asText())).containsEntry("sub", idToken.get("sub"));
            for (String claim :
                    new String[] {"person_identifier", "given_name", "family_name", "first_surname", "second_surname"
                    }) {
                assertThat(userInfo.get(claim).asText()).as(claim).isEqualTo(idToken.get(claim));
            }

            Map<String, Object> again = OidcAgency.claims(
                    singleSignOn(agency, citizen).get("id_token").asText());
            Map<String, Object> elsewhere = OidcAgency.claims(
                    singleSignOn(other, citizen).get("id_token").asText());
            assertThat(again.get("sub")).isEqualTo(idToken.get("sub"));
            assertThat(elsewhere.get("sub")).isNotEqualTo(idToken.get("sub"));
            assertThat(elsewhere.get("person_identifier")).isEqualTo(idToken.get("person_identifier"));
        }
    }

    @Test
    void singleDataAreAskedForByTheClaimsParameter() {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            HttpCitizen citizen = citizen("99990002D");
            JsonNode tokens = agency.tokens(agency.broughtBack(
                            citizen.logIn(
                                    citizen.browser()
                                            .get(
                                                    agency.request(
                                                            "scope",
                                                            "openid",
                                                            "claims",
                                                            "{\"id_token\":{\"given_name\":null},\"userinfo\":{\"birthdate\":{\"essential\":true}}}"))),
                            "code")
                    .orElseThrow());

            Map<String, Object> idToken =
                    OidcAgency.claims(tokens.get("id_token").asText());
            JsonNode userInfo = Administration.json(
                    agency.userInfo(tokens.get("access_token").asText(), Optional.empty())
                            .body());
            assertThat(idToken)
                    .containsEntry("given_name", citizen.citizen().givenName())
                    .doesNotContainKeys("birthdate", "family_name", "person_identifier");
            assertThat(userInfo.get("birthdate").asText())
                    .isEqualTo(citizen.citizen().birthDate());
            assertThat(userInfo.has("given_name")).isFalse();
        }
    }

    @Test
    void theClaimsParameterGivesNothingThatTheAgencyWasNotGranted() {
        try (OidcAgency agency = OidcAgency.registered(clave, client -> {
            client.putArray("optionalClientScopes").add("clave_registration");
            return client;
        })) {
            HttpCitizen citizen = citizen("99990003X");
            JsonNode tokens = agency.tokens(agency.broughtBack(
                            citizen.logIn(
                                    citizen.browser()
                                            .get(
                                                    agency.request(
                                                            "scope",
                                                            "openid",
                                                            "claims",
                                                            "{\"id_token\":{\"person_identifier\":{\"essential\":true}},\"userinfo\":{\"birthdate\":null}}"))),
                            "code")
                    .orElseThrow());

            assertThat(OidcAgency.claims(tokens.get("id_token").asText())).doesNotContainKey("person_identifier");
            assertThat(agency.userInfo(tokens.get("access_token").asText(), Optional.empty())
                            .body())
                    .doesNotContain("birthdate");
        }
    }

    @Test
    void theNumberThatTheAgencyHintsAtStandsInTheFormAndIsBelievedByNobody() {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            HttpCitizen citizen = citizen("99990004B");
            HttpVisitor.Answer page =
                    citizen.browser().get(agency.request("login_hint", "99.990.001-p", "ui_locales", "eu"));
            assertThat(page.page().getElementById("nationalId").val()).isEqualTo("99990001P");
            assertThat(page.page().selectFirst("html").attr("lang")).isEqualTo("eu");

            JsonNode tokens = agency.tokens(
                    agency.broughtBack(citizen.logIn(page), "code").orElseThrow());

            assertThat(OidcAgency.claims(tokens.get("id_token").asText()))
                    .containsEntry("person_identifier", citizen.citizen().nationalId());
            HttpVisitor.Answer nonsense =
                    new HttpVisitor().get(agency.request("login_hint", "\"><script>alert(1)</script>"));
            assertThat(nonsense.page().getElementById("nationalId").val()).isEmpty();
        }
    }

    @Test
    void theCitizenReadsWhichAgencyGetsWhichData() {
        try (OidcAgency agency = OidcAgency.registered(clave, client -> {
            OidcAgency.attributes(client).put("clave.service", "Padrón municipal");
            return client;
        })) {
            HttpVisitor.Answer page =
                    new HttpVisitor().get(agency.request("scope", "openid clave_birthdate", "ui_locales", "es"));

            assertThat(page.page().select(".agency").text())
                    .contains("Agencia de prueba", "Padrón municipal", "fecha de nacimiento")
                    .doesNotContain("apellidos");
        }
    }

    @Test
    void whoMayNotBeAskedIsNotAskedAndWhoMustBeIs() {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            HttpCitizen citizen = citizen("99990005N");
            assertThat(agency.broughtBack(citizen.browser().get(agency.request("prompt", "none")), "error"))
                    .contains("login_required");
            citizen.logIn(citizen.browser().get(agency.request()));
            assertThat(agency.broughtBack(citizen.browser().get(agency.request("prompt", "none")), "code"))
                    .isPresent();

            assertThat(citizen.browser()
                            .get(agency.request("prompt", "login"))
                            .page()
                            .select("main form"))
                    .isNotEmpty();
            assertThat(agency.broughtBack(citizen.browser().get(agency.request("max_age", "600")), "code"))
                    .isPresent();
            clave.letPass(Duration.ofMinutes(11));
            assertThat(agency.broughtBack(citizen.browser().get(agency.request("max_age", "600")), "code"))
                    .isEmpty();
        }
    }

    @Test
    void anAgencyThatHasAKeyNeedsNoSecret() {
        try (OidcAgency agency = OidcAgency.registered(clave, OidcAgency::byKey)) {
            HttpCitizen citizen = citizen("99990006J");
            String code = agency.broughtBack(citizen.logIn(citizen.browser().get(agency.request())), "code")
                    .orElseThrow();

            assertThat(agency.redeem(code, agency.byAssertion(), Optional.empty())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRequestMayBePushedOrSigned() {
        try (OidcAgency agency = OidcAgency.registered(clave, OidcAgency::byKey)) {
            HttpCitizen citizen = citizen("99990008S");
            String pushed = Administration.json(agency.push(agency.parameters(), agency.byAssertion())
                            .body())
                    .get("request_uri")
                    .asText();
            assertThat(agency.broughtBack(citizen.logIn(citizen.browser().get(agency.pushed(pushed))), "code"))
                    .isPresent();

            URI signed = agency.request(HttpVisitor.fields(
                    "client_id",
                    agency.clientId(),
                    "request",
                    agency.requestObject(agency.parameters()),
                    "scope",
                    "openid",
                    "response_type",
                    "code"));
            assertThat(agency.broughtBack(citizen.browser().get(signed), "code"))
                    .isPresent();
        }
    }

    @Test
    void anAgencyThatEndsASessionIsSentBackAndEveryOtherHearsOfItByASignedToken() throws Exception {
        try (OidcAgency agency = OidcAgency.registered(clave);
                OidcAgency other = OidcAgency.registered(clave)) {
            HttpCitizen citizen = citizen("99990009Q");
            JsonNode tokens = agency.tokens(
                    agency.broughtBack(citizen.logIn(citizen.browser().get(agency.request())), "code")
                            .orElseThrow());
            Map<String, Object> elsewhere = OidcAgency.claims(
                    singleSignOn(other, citizen).get("id_token").asText());

            HttpVisitor.Answer back = citizen.browser()
                    .get(clave.node()
                            .realmUrl("/protocol/openid-connect/logout?state=s&id_token_hint="
                                    + tokens.get("id_token").asText() + "&post_logout_redirect_uri="
                                    + agency.loggedOutUri()));

            assertThat(back.redirect()).contains(URI.create(agency.loggedOutUri() + "?state=s"));
            String token = Await.until("the logout token", Duration.ofSeconds(20), () -> other.logoutTokens().stream()
                    .findFirst());
            SignedJWT logout = SignedJWT.parse(token);
            RSAKey key =
                    (RSAKey) JWKSet.parse(HttpVisitor.document(clave.node().realmUrl("/protocol/openid-connect/certs")))
                            .getKeyByKeyId(logout.getHeader().getKeyID());
            assertThat(logout.verify(new RSASSAVerifier(key))).isTrue();
            assertThat(logout.getHeader().getType()).hasToString("logout+jwt");
            Map<String, Object> claims = logout.getJWTClaimsSet().getClaims();
            assertThat(logout.getJWTClaimsSet().getAudience()).containsExactly(other.clientId());
            assertThat(claims)
                    .containsEntry("iss", agency.issuer())
                    .containsEntry("sid", elsewhere.get("sid"))
                    .containsEntry("sub", elsewhere.get("sub"))
                    .containsKeys("iat", "jti", "exp")
                    .doesNotContainKey("nonce");
            assertThat(claims.get("events")).hasToString("{http://schemas.openid.net/event/backchannel-logout={}}");
            assertThat(agency.broughtBack(citizen.browser().get(agency.request("prompt", "none")), "error"))
                    .contains("login_required");
        }
    }

    private JsonNode singleSignOn(OidcAgency agency, HttpCitizen citizen) {
        return agency.tokens(agency.broughtBack(citizen.browser().get(agency.request()), "code")
                .orElseThrow());
    }

    private HttpCitizen citizen(String nationalId) {
        Citizen citizen = Population.of(nationalId);
        return new HttpCitizen(clave, citizen);
    }

    private static String[] texts(JsonNode document, String name) {
        String[] texts = new String[document.get(name).size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = document.get(name).get(i).asText();
        }
        return texts;
    }
}
