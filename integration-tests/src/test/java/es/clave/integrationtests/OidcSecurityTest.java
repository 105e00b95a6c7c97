package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpCitizen;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.OidcAgency;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who is between an agency and Cl@ve, or is an agency and not the one that it says. */
@ExtendWith(WorldExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcSecurityTest {

    private final Clave clave;

    OidcSecurityTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void aCodeIsGoodOnceAndItsSecondUseTakesTheTokensBack() {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            String code = code(agency, "99990010V");
            String accessToken = agency.tokens(code).get("access_token").asText();
            assertThat(agency.userInfo(accessToken, Optional.empty()).statusCode())
                    .isEqualTo(200);

            refused(agency.redeem(code, agency.bySecret(), Optional.empty()), "invalid_grant");

            assertThat(agency.userInfo(accessToken, Optional.empty()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aCodeOfOneAgencyIsNothingToAnother() {
        try (OidcAgency agency = OidcAgency.registered(clave);
                OidcAgency thief = OidcAgency.registered(clave)) {
            String code = code(agency, "99990011H");

            refused(
                    thief.redeem(code, thief.bySecret(), Optional.empty(), "redirect_uri", agency.redirectUri()),
                    "invalid_grant");
        }
    }

    @Test
    void aCodeIsRedeemedWithTheAddressAndTheVerifierOfItsRequest() {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            HttpCitizen citizen = citizen("99990012L");
            refused(
                    agency.redeem(
                            code(agency, citizen),
                            agency.bySecret(),
                            Optional.empty(),
                            "redirect_uri",
                            agency.redirectUri() + "/other"),
                    "invalid_grant");
            for (String verifier : new String[] {"another-verifier-of-forty-three-characters-or-more", null}) {
                HttpResponse<String> answer = agency.redeem(
                        again(agency, citizen), agency.bySecret(), Optional.empty(), "code_verifier", verifier);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                assertThat(answer.body()).doesNotContain("access_token");
            }
        }
    }

    @Test
    void noRequestGoesWithoutAProperChallenge() {
        try (OidcAgency agency = OidcAgency.registered(clave, client -> {
            // Also where an administrator takes the setting away.
            OidcAgency.attributes(client).put("pkce.code.challenge.method", "");
            return client;
        })) {
            HttpVisitor visitor = new HttpVisitor();
            for (String[] changes : new String[][] {
                {"code_challenge", null, "code_challenge_method", null},
                {"code_challenge_method", null},
                {"code_challenge_method", "plain"},
                {"code_challenge_method", "plain", "code_challenge", OidcAgency.VERIFIER},
                {"code_challenge", "short"}
            }) {
                HttpVisitor.Answer answer = visitor.get(agency.request(changes));
                assertThat(agency.broughtBack(answer, "error"))
                        .as(Arrays.toString(changes))
                        .contains("invalid_request");
                assertThat(agency.broughtBack(answer, "code")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token", "id_token token", "code id_token", "code token"})
    void noFlowButTheCodesIsOpen(String responseType) {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            HttpVisitor.Answer answer = new HttpVisitor().get(agency.request("response_type", responseType));

            assertThat(answer.has("nationalId")).isFalse();
            assertThat(answer.redirect().map(Object::toString).orElse("")).doesNotContain("access_token", "id_token=");
        }
    }

    @Test
    void noPasswordAndNoClientCredentialOpensAnything() {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            for (String grant :
                    new String[] {"password", "client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"
                    }) {
                HttpResponse<String> answer = agency.redeem(
                        "x",
                        agency.bySecret(),
                        Optional.empty(),
                        "grant_type",
                        grant,
                        "username",
                        "u",
                        "password",
                        "p");
                assertThat(answer.statusCode()).as(grant).isBetween(400, 403);
            }
        }
    }

    @Test
    void theAnswerGoesToARegisteredAddressOnlyAndNamesItsIssuer() {
        try (OidcAgency agency = OidcAgency.registered(clave)) {
            HttpVisitor visitor = new HttpVisitor();
            for (String address : new String[] {
                agency.redirectUri() + "/../evil",
                agency.redirectUri() + "?x=y",
                agency.redirectUri().replace("localhost", "localhost@evil.example"),
                agency.redirectUri().replace("http:", "https:"),
                agency.redirectUri() + "#fragment",
                "javascript:alert(1)",
                "//evil.example/callback"
            }) {
                HttpVisitor.Answer answer = visitor.get(agency.request("redirect_uri", address));
                assertThat(answer.status()).as(address).isEqualTo(400);
                assertThat(answer.redirect()).as(address).isEmpty();
            }
            HttpVisitor.Answer none = visitor.get(agency.request("prompt", "none"));
            assertThat(agency.broughtBack(none, "iss")).contains(agency.issuer());
            HttpCitizen citizen = citizen("99990013C");
            HttpVisitor.Answer back = citizen.logIn(citizen.browser().get(agency.request("state", "mine")));
            assertThat(agency.broughtBack(back, "iss")).contains(agency.issuer());
            assertThat(agency.broughtBack(back, "state")).contains("mine");
        }
    }

    @Test
    void anAssertionCountsOnceForThisServerOnlyAndOnlyWithTheAgencysKey() throws Exception {
        try (OidcAgency agency = OidcAgency.registered(clave, OidcAgency::byKey)) {
            HttpCitizen citizen = citizen("99990014K");
            String used = agency.assertion(agency.issuer());
            assertThat(agency.redeem(code(agency, citizen), agency.byAssertion(used), Optional.empty())
                            .statusCode())
                    .isEqualTo(200);
            denied(agency, again(agency, citizen), used, "used before");
            denied(agency, again(agency, citizen), agency.assertion("https://another.example"), "another audience");

            JWTClaimsSet claims = agency.assertionClaims(agency.issuer());
            denied(agency, again(agency, citizen), new PlainJWT(claims).serialize(), "alg none");
            SignedJWT hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            hmac.sign(new MACSigner(agency.key().toPublicJWK().toString()));
            denied(agency, again(agency, citizen), hmac.serialize(), "HMAC with the public key");
            SignedJWT weaker = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(agency.key().getKeyID())
                            .build(),
                    claims);
            weaker.sign(new com.nimbusds.jose.crypto.RSASSASigner(agency.key()));
            denied(agency, again(agency, citizen), weaker.serialize(), "another algorithm than registered");
            HttpResponse<String> secret = agency.redeem(again(agency, citizen), agency.bySecret(), Optional.empty());
            assertThat(secret.statusCode()).isIn(400, 401);
        }
    }

    @Test
    void aRequestObjectCountsOnlyWhereTheAgencySignedIt() {
        try (OidcAgency agency = OidcAgency.registered(clave, client -> {
            OidcAgency.byKey(client);
            OidcAgency.attributes(client).put("request.object.signature.alg", "PS256");
            OidcAgency.attributes(client).put("clave.security", "signed-requests");
            return client;
        })) {
            HttpVisitor visitor = new HttpVisitor();
            assertThat(visitor.get(agency.request()).has("nationalId"))
                    .as("none")
                    .isFalse();
            String good = agency.requestObject(agency.parameters());
            assertThat(visitor.get(agency.request(carrying(agency, good))).has("nationalId"))
                    .isTrue();
            assertThat(agency.broughtBack(visitor.get(agency.request(carrying(agency, good))), "error_description"))
                    .as("the same once more")
                    .contains("the request object was used before");
            assertThat(new HttpVisitor()
                            .get(agency.request(carrying(agency, good)))
                            .has("nationalId"))
                    .as("the same in another browser")
                    .isFalse();
            String nameless = agency.requestObject(agency.parameters(), claims -> claims.jwtID(null));
            assertThat(visitor.get(agency.request(carrying(agency, nameless))).has("nationalId"))
                    .as("without jti")
                    .isFalse();
            String elsewhere = agency.requestObject(
                    agency.parameters(), claims -> claims.audience("https://another.example/realms/clave"));
            assertThat(visitor.get(agency.request(carrying(agency, elsewhere))).has("nationalId"))
                    .as("for another server")
                    .isFalse();

            String[] parts = good.split("\\.", -1);
            String unsigned = new PlainJWT(claimsOf(good)).serialize();
            assertThat(visitor.get(agency.request(carrying(agency, unsigned))).has("nationalId"))
                    .as("alg none")
                    .isFalse();
            String other = agency.requestObject(agency.parameters("scope", "openid clave_birthdate"));
            String mixed = parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2];
            assertThat(visitor.get(agency.request(carrying(agency, mixed))).has("nationalId"))
                    .as("another content")
                    .isFalse();
            clave.letPass(java.time.Duration.ofMinutes(10));
            assertThat(visitor.get(agency.request(carrying(agency, good))).has("nationalId"))
                    .as("expired")
                    .isFalse();
        }
    }

    @Test
    void aPushedRequestIsGoodOnceAndForTheAgencyThatPushedIt() {
        try (OidcAgency agency = OidcAgency.registered(clave);
                OidcAgency thief = OidcAgency.registered(clave)) {
            String first = pushed(agency);
            assertThat(new HttpVisitor().get(thief.pushed(first)).has("nationalId"))
                    .isFalse();

            String second = pushed(agency);
            HttpCitizen citizen = citizen("99990015E");
            assertThat(agency.broughtBack(citizen.logIn(citizen.browser().get(agency.pushed(second))), "code"))
                    .isPresent();
            assertThat(new HttpVisitor().get(agency.pushed(second)).has("nationalId"))
                    .isFalse();
        }
    }

    private static String pushed(OidcAgency agency) {
        return Administration.json(
                        agency.push(agency.parameters(), agency.bySecret()).body())
                .get("request_uri")
                .asText();
    }

    private static Map<String, String> carrying(OidcAgency agency, String requestObject) {
        return HttpVisitor.fields(
                "client_id",
                agency.clientId(),
                "response_type",
                "code",
                "scope",
                "openid clave_identity",
                "request",
                requestObject);
    }

    private static JWTClaimsSet claimsOf(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static void denied(OidcAgency agency, String code, String assertion, String why) {
        HttpResponse<String> answer = agency.redeem(code, agency.byAssertion(assertion), Optional.empty());
        assertThat(answer.statusCode()).as(why + ": " + answer.body()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    private static void refused(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Administration.json(answer.body()).get("error").asText()).isEqualTo(error);
    }

    private String code(OidcAgency agency, String nationalId) {
        return code(agency, citizen(nationalId));
    }

    private static String code(OidcAgency agency, HttpCitizen citizen) {
        return agency.broughtBack(citizen.logIn(citizen.browser().get(agency.request())), "code")
                .orElseThrow();
    }

    private static String again(OidcAgency agency, HttpCitizen citizen) {
        return agency.broughtBack(citizen.browser().get(agency.request()), "code")
                .orElseThrow();
    }

    private HttpCitizen citizen(String nationalId) {
        return new HttpCitizen(clave, Population.of(nationalId));
    }
}
