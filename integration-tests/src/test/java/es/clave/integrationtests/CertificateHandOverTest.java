package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.authority.Credential;
import es.clave.integrationtests.harness.Certificates;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.CertificateRoutePages;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Between the pages and the address that asks for certificates: nobody else's browser can use or slip in anything. */
@ExtendWith(WorldExtension.class)
class CertificateHandOverTest {

    private static final int RACERS = 20;
    private static final Citizen CITIZEN = Population.of("99990020G");

    private final Clave clave;
    private final Certificates certificates;
    private final CertificateRoutePages route;
    private final HttpVisitor visitor = new HttpVisitor();

    CertificateHandOverTest(@WithCertificates Clave clave) {
        this.clave = clave;
        this.certificates = clave.certificates();
        this.route = new CertificateRoutePages(clave, CITIZEN);
    }

    @Test
    void aTicketWorksOnce() {
        URI ticket = ticket(visitor);
        Optional<Credential> credential = Optional.of(certificates.inSoftware(CITIZEN));
        assertThat(certificates.show(credential, ticket).statusCode()).isEqualTo(303);

        HttpResponse<String> again = certificates.show(credential, ticket);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Esta dirección ya se ha usado o ha caducado");
        assertThat(again.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void ofManyWhoUseATicketAtOnceOneIsServed() {
        URI ticket = ticket(visitor);
        Optional<Credential> credential = Optional.of(certificates.inSoftware(CITIZEN));
        List<CompletableFuture<Integer>> racers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> certificates.show(credential, ticket).statusCode()))
                .limit(RACERS)
                .toList();

        assertThat(racers.stream().map(CompletableFuture::join).filter(status -> status == 303))
                .hasSize(1);
    }

    @Test
    void aTicketLastsMinutes() {
        URI ticket = ticket(visitor);

        clave.letPass(Duration.ofMinutes(6));

        assertThat(certificates
                        .show(Optional.of(certificates.inSoftware(CITIZEN)), ticket)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTicketThatNeverWasIsNone() {
        URI ticket = URI.create(ticket(visitor).toString().replaceFirst("ticket=.*", "ticket=guessed"));

        assertThat(certificates
                        .show(Optional.of(certificates.inSoftware(CITIZEN)), ticket)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoMakesAnotherShowTheCertificateGetsNothing() {
        HttpVisitor attacker = visitor;
        Answer attackersPage = route.intro(attacker);
        URI ticket = CertificateRoutePages.ticket(attacker, attackersPage);
        double proven = proven();

        // The victim follows a link, and the browser shows the certificate.
        URI back = CertificateRoutePages.back(certificates.show(Optional.of(certificates.inSoftware(CITIZEN)), ticket));
        HttpVisitor victim = new HttpVisitor();
        victim.get(back);
        attacker.get(withoutReceipt(back));

        assertThat(proven()).isEqualTo(proven);
    }

    @Test
    void nobodyCanSlipTheirAnswerIntoAnothersSession() {
        HttpVisitor attacker = new HttpVisitor();
        URI attackersBack = CertificateRoutePages.back(
                certificates.show(Optional.of(certificates.inSoftware(CITIZEN)), ticket(attacker)));
        Answer victimsPage = route.intro(visitor);
        URI victimsTicket = CertificateRoutePages.ticket(visitor, victimsPage);
        URI victimsBack = CertificateRoutePages.back(certificates.show(Optional.empty(), victimsTicket));
        double proven = proven();
        double foreign = counted("certificate_receipt_foreign");

        visitor.get(URI.create(withoutReceipt(victimsBack) + "&receipt=" + receipt(attackersBack)));

        assertThat(proven()).isEqualTo(proven);
        assertThat(counted("certificate_receipt_foreign")).isEqualTo(foreign + 1);
        // Nor is it good for anything afterwards.
        attacker.get(attackersBack);
        assertThat(proven()).isEqualTo(proven);
    }

    @Test
    void aReceiptIsOfTheNewestTicketOnly() {
        Answer page = route.intro(visitor);
        URI first = CertificateRoutePages.ticket(visitor, page);
        URI back = CertificateRoutePages.back(certificates.show(Optional.of(certificates.inSoftware(CITIZEN)), first));
        Answer again = visitor.get(withoutReceipt(back));
        CertificateRoutePages.ticket(visitor, again);
        double proven = proven();

        visitor.get(back);

        assertThat(proven()).isEqualTo(proven);
    }

    @Test
    void aCertificateInAHeaderIsNotOneThatWasShown() throws CertificateEncodingException {
        Credential credential = certificates.inSoftware(CITIZEN);
        byte[] der = credential.certificate().getEncoded();
        String base64 = Base64.getEncoder().encodeToString(der);
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        Answer page = route.intro(visitor);
        URI ticket = CertificateRoutePages.ticket(visitor, page);

        HttpResponse<String> read = certificates.show(
                Optional.empty(),
                ticket,
                "ssl-client-cert",
                URLEncoder.encode(pem, StandardCharsets.US_ASCII),
                "ssl-client-verify",
                "SUCCESS",
                "SSL_CLIENT_CERT",
                pem.replace("\n", " "),
                "x-ssl-cert",
                base64,
                "Client-Cert",
                ":" + base64 + ":",
                "X-Forwarded-Tls-Client-Cert",
                base64);

        Answer refused = visitor.get(CertificateRoutePages.back(read));
        assertThat(refused.alert()).contains("no nos ha enseñado ningún certificado");
    }

    @Test
    void theAddressSetsNoCookieAndLeavesNoTrace() {
        HttpResponse<String> read = certificates.show(Optional.empty(), ticket(visitor));

        assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(read.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(read.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void aFormOfAnotherSiteBeginsNothing() {
        Answer page = route.intro(visitor);

        Answer forged = visitor.copy().withoutCookies().postOnly(page.action(), fields("step", "certificate.show"));

        assertThat(forged.redirect().map(URI::getScheme)).isNotEqualTo(Optional.of("https"));
    }

    private URI ticket(HttpVisitor who) {
        return CertificateRoutePages.ticket(who, route.intro(who));
    }

    private double proven() {
        return CertificateRoutePages.counted(
                clave, "clave_registration_total", "outcome=\"proven\"", "route=\"certificate\"");
    }

    private double counted(String outcome) {
        return CertificateRoutePages.counted(clave, "clave_certificate_total", "outcome=\"" + outcome + "\"");
    }

    private static URI withoutReceipt(URI back) {
        return URI.create(back.toString().replaceFirst("[?&]receipt=[^&]*", ""));
    }

    private static String receipt(URI back) {
        return back.toString().replaceFirst(".*[?&]receipt=([^&]*).*", "$1");
    }
}
