package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.jwk.JWKSet;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Profiles;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Certificates;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.OidcAgency;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.PinPages;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agency that chose the profile of high security by mutual TLS: FAPI 2.0 with a certificate in place of a key (RFC 8705). */
@ExtendWith(WorldExtension.class)
@Order(3)
class HighSecurityTlsTest {

    /** As RFC 4514 writes names: the other way round than they stand in certificates. */
    private static final String SUBJECT = "CN=agency.example,O=Agencia de prueba,C=ES";

    private final Clave clave;
    private final Visitors visitors;
    private final Certificates certificates;

    HighSecurityTlsTest(@WithCertificates Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
        this.certificates = clave.certificates();
    }

    @Test
    void theAgencyIsKnownByItsCertificateAndItsTokensAreGoodWithThatAlone() throws Exception {
        Credential own = agencyCertificate("agency.example");
        try (OidcAgency agency = agency()) {
            String requestUri = Administration.json(push(agency, own).body())
                    .path("request_uri")
                    .asText();

            String code = codeFor(agency, requestUri);
            HttpResponse<String> answer = redeem(agency, own, code);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode tokens = Administration.json(answer.body());
            String accessToken = tokens.get("access_token").asText();
            assertThat(OidcAgency.claims(accessToken).get("cnf")).asString().contains("x5t#S256");
            assertThat(userInfo(Optional.of(own), accessToken).body()).contains("99990012L");
            assertThat(userInfo(Optional.of(agencyCertificate("agency.example")), accessToken)
                            .statusCode())
                    .as("another certificate of the same name")
                    .isEqualTo(401);
            assertThat(userInfo(Optional.empty(), accessToken).statusCode())
                    .as("no certificate")
                    .isEqualTo(401);
        }
    }

    @Test
    void aCodeIsNothingToAnotherAgencysCertificateNorToNone() throws Exception {
        Credential own = agencyCertificate("agency.example");
        Credential other = agencyCertificate("other.example");
        try (OidcAgency agency = agency()) {
            assertThat(push(agency, other).statusCode()).as("pushed by another").isIn(400, 401);
            String requestUri = Administration.json(push(agency, own).body())
                    .path("request_uri")
                    .asText();
            String code = codeFor(agency, requestUri);

            for (HttpResponse<String> answer : List.of(
                    redeem(agency, other, code),
                    agency.redeem(code, Map.of("client_id", agency.clientId()), Optional.empty()))) {
                assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
                assertThat(answer.body()).doesNotContain("access_token");
            }
        }
    }

    private OidcAgency agency() {
        return OidcAgency.registered(clave, client -> {
            client.put("clientAuthenticatorType", "client-x509").remove("secret");
            OidcAgency.attributes(client)
                    .put("clave.security", "high-tls")
                    .put("x509.subjectdn", SUBJECT)
                    .put("x509.allow.regex.pattern.comparison", "false")
                    .put("tls.client.certificate.bound.access.tokens", "true")
                    .put("require.pushed.authorization.requests", "true")
                    .put("use.jwks.string", "true")
                    .put("jwks.string", new JWKSet(OidcAgency.publicKey()).toString())
                    .put("request.object.signature.alg", "PS256")
                    .put("id.token.signed.response.alg", "PS256")
                    .put("access.token.signed.response.alg", "PS256");
            return client;
        });
    }

    private Credential agencyCertificate(String name) {
        return certificates.agencies().issue(Profiles.named(new X500Name("C=ES,O=Agencia de prueba,CN=" + name)));
    }

    private HttpResponse<String> push(OidcAgency agency, Credential credential) {
        String request = agency.requestObject(
                agency.parameters(), claims -> claims.audience(byTls("").toString()));
        return certificates.post(
                credential,
                byTls("/protocol/openid-connect/ext/par/request"),
                OidcAgency.query(HttpVisitor.fields("client_id", agency.clientId(), "request", request)));
    }

    /** By TLS as well, so that all of it is of one issuer. */
    private String codeFor(OidcAgency agency, String requestUri) {
        Page page = visitors.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
        page.navigate(byTls("/protocol/openid-connect/auth?"
                        + OidcAgency.query(
                                HttpVisitor.fields("client_id", agency.clientId(), "request_uri", requestUri)))
                .toString());
        new PinPages(page, clave.messages()).logIn(Population.of("99990012L"));
        page.waitForURL(url -> url.startsWith(agency.redirectUri()));
        return URLDecoder.decode(page.url().replaceFirst(".*[?&]code=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> redeem(OidcAgency agency, Credential credential, String code) {
        return certificates.post(
                credential,
                byTls("/protocol/openid-connect/token"),
                OidcAgency.query(HttpVisitor.fields(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        agency.clientId(),
                        "code",
                        code,
                        "redirect_uri",
                        agency.redirectUri(),
                        "code_verifier",
                        OidcAgency.VERIFIER)));
    }

    private HttpResponse<String> userInfo(Optional<Credential> credential, String accessToken) {
        return certificates.show(
                credential, byTls("/protocol/openid-connect/userinfo"), "Authorization", "Bearer " + accessToken);
    }

    private URI byTls(String path) {
        return URI.create(clave.node().tlsUrl() + "/realms/clave" + path);
    }
}
