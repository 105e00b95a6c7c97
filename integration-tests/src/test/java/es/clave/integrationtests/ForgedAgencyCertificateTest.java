package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.authority.Authority;
import es.clave.demo.authority.Credential;
import es.clave.demo.authority.Profiles;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The handshake takes any certificate. An agency that identifies by mutual TLS is not known by one that anybody can make. */
@ExtendWith(WorldExtension.class)
class ForgedAgencyCertificateTest {

    private static final String CLIENT = "agency-by-mutual-tls";

    private final Clave clave;

    ForgedAgencyCertificateTest(@WithCertificates Clave clave) {
        this.clave = clave;
    }

    @Test
    void aCertificateThatNobodyVouchesForOpensNoAgencysClient() throws IOException, InterruptedException {
        registerClient();
        Credential forged = Authority.make("Forger", "http://127.0.0.1:9", Clock.systemUTC())
                .issue(Profiles.named(new X500Name("CN=agency")));

        HttpResponse<String> answer = clave.certificates()
                .post(
                        forged,
                        URI.create(clave.node().tlsUrl() + "/realms/master/protocol/openid-connect/token"),
                        "grant_type=client_credentials&client_id=" + CLIENT);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    /** In the realm of the administrators, whose policies leave this way open. */
    private void registerClient() throws IOException, InterruptedException {
        HttpVisitor.Answer login = new HttpVisitor()
                .postOnly(
                        URI.create(clave.node().baseUrl() + "/realms/master/protocol/openid-connect/token"),
                        fields(
                                "client_id",
                                "admin-cli",
                                "grant_type",
                                "password",
                                "username",
                                Clave.ADMIN,
                                "password",
                                Clave.ADMIN));
        String token = login.body().replaceFirst("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
        HttpResponse<String> made = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(clave.node().baseUrl() + "/admin/realms/master/clients"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("""
                                        {"clientId": "%s", "clientAuthenticatorType": "client-x509",
                                         "serviceAccountsEnabled": true, "standardFlowEnabled": false,
                                         "attributes": {"x509.subjectdn": "CN=agency",
                                                        "x509.allow.regex.pattern.comparison": "false"}}
                                        """.formatted(CLIENT)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isIn(201, 409);
    }
}
