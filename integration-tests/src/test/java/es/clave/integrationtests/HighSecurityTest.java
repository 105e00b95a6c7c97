package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpCitizen;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.OidcAgency;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agency that chose the profile of high security: FAPI 2.0 with DPoP. */
@ExtendWith(WorldExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HighSecurityTest {

    private final Clave clave;

    HighSecurityTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void aLoginGoesByPushedAndSignedRequestsAndTokensBoundToAKey() {
        try (OidcAgency agency = agency()) {
            HttpCitizen citizen = citizen("99990017R");
            String code = agency.broughtBack(
                            citizen.logIn(citizen.browser().get(agency.pushed(pushed(agency)))), "code")
                    .orElseThrow();
            ECKey key = OidcAgency.bindingKey();
            HttpResponse<String> answer = agency.redeem(
                    code,
                    agency.byAssertion(),
                    Optional.of(agency.dpop(key, "POST", agency.tokenEndpoint(), Optional.empty())));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode tokens = Administration.json(answer.body());
            assertThat(tokens.get("token_type").asText()).isEqualTo("DPoP");
            String accessToken = tokens.get("access_token").asText();

            String proof = agency.dpop(key, "GET", agency.userInfoEndpoint(), Optional.of(accessToken));
            assertThat(agency.userInfo(accessToken, Optional.of(proof)).statusCode())
                    .isEqualTo(200);
            assertThat(agency.userInfo(accessToken, Optional.of(proof)).statusCode())
                    .as("the same proof again")
                    .isEqualTo(401);
            assertThat(agency.userInfo(accessToken, Optional.empty()).statusCode())
                    .as("no proof")
                    .isIn(400, 401);
            String stolen =
                    agency.dpop(OidcAgency.bindingKey(), "GET", agency.userInfoEndpoint(), Optional.of(accessToken));
            assertThat(agency.userInfo(accessToken, Optional.of(stolen)).statusCode())
                    .as("another key")
                    .isEqualTo(401);
        }
    }

    @Test
    void nothingLessIsTaken() {
        try (OidcAgency agency = agency()) {
            HttpVisitor visitor = new HttpVisitor();
            assertThat(visitor.get(agency.request()).has("nationalId"))
                    .as("not pushed")
                    .isFalse();
            assertThat(agency.push(agency.parameters(), agency.bySecret()).statusCode())
                    .as("by a secret")
                    .isIn(400, 401);
            String unsigned = Administration.json(agency.push(agency.parameters(), agency.byAssertion())
                            .body())
                    .path("request_uri")
                    .asText("");
            assertThat(unsigned.isEmpty()
                            || !visitor.get(agency.pushed(unsigned)).has("nationalId"))
                    .as("pushed and not signed")
                    .isTrue();
            assertThat(agency.push(
                                    agency.parameters(),
                                    agency.byAssertion(agency.assertion(
                                            agency.tokenEndpoint().toString())))
                            .statusCode())
                    .as("an assertion for an endpoint instead of the issuer")
                    .isIn(400, 401);

            HttpCitizen citizen = citizen("99990018W");
            String code = agency.broughtBack(
                            citizen.logIn(citizen.browser().get(agency.pushed(pushed(agency)))), "code")
                    .orElseThrow();
            assertThat(agency.redeem(code, agency.byAssertion(), Optional.empty())
                            .statusCode())
                    .as("no proof of possession")
                    .isEqualTo(400);
        }
    }

    private OidcAgency agency() {
        return OidcAgency.registered(clave, client -> {
            OidcAgency.byKey(client);
            OidcAgency.attributes(client)
                    .put("clave.security", "high")
                    .put("dpop.bound.access.tokens", "true")
                    .put("require.pushed.authorization.requests", "true")
                    .put("request.object.signature.alg", "PS256")
                    .put("id.token.signed.response.alg", "PS256")
                    .put("access.token.signed.response.alg", "PS256");
            return client;
        });
    }

    private static String pushed(OidcAgency agency) {
        Map<String, String> request = HttpVisitor.fields(
                "client_id", agency.clientId(), "request", agency.requestObject(agency.parameters()));
        HttpResponse<String> answer = agency.push(request, agency.byAssertion());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Administration.json(answer.body()).get("request_uri").asText();
    }

    private HttpCitizen citizen(String nationalId) {
        return new HttpCitizen(clave, Population.of(nationalId));
    }
}
