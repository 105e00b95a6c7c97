package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.AuditEntries;
import es.clave.integrationtests.harness.BehindProxy;
import es.clave.integrationtests.harness.Certificates;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.CertificateRoutePages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that has certificates from its proxy's header: from that proxy, and from nobody else who sends the header. */
@ExtendWith(WorldExtension.class)
class CertificateHeaderTest {

    private static final Citizen CITIZEN = Population.of("99990021M");
    private static final String PROXY = "127.0.0.2";
    private static final String ANYBODY = "127.0.0.3";

    private final Clave clave;
    private final Certificates certificates;
    private final CertificateRoutePages route;
    private final HttpVisitor visitor = new HttpVisitor();

    CertificateHeaderTest(@BehindProxy Clave clave) {
        this.clave = clave;
        this.certificates = clave.certificates();
        this.route = new CertificateRoutePages(clave, CITIZEN);
    }

    @Test
    void theProxysHeaderIsBelieved() throws Exception {
        double proven = proven();

        comeBack(readFrom(PROXY, header()));

        assertThat(proven()).isEqualTo(proven + 1);
    }

    @Test
    void theSameHeaderOfAnybodyElseIsNot() throws Exception {
        double proven = proven();
        AuditEntries audit = AuditEntries.from(clave);

        String alert = comeBack(readFrom(ANYBODY, header()));

        assertThat(alert).contains("ha llegado por un camino que no es de confianza");
        assertThat(proven()).isEqualTo(proven);
        assertThat(audit.last("CERTIFICATE_REFUSED").orElseThrow().details()).contains("SENDER_NOT_TRUSTED");
    }

    @Test
    void norWhereTheSenderSaysThatItCanBeTrusted() throws Exception {
        double proven = proven();

        String alert = comeBack(readFrom(
                ANYBODY,
                header()
                        + "X-Forwarded-Trusted-Proxy: true\r\n"
                        + "X-Forwarded-For: " + PROXY + "\r\n"
                        + "Forwarded: for=" + PROXY + "\r\n"));

        assertThat(alert).contains("ha llegado por un camino que no es de confianza");
        assertThat(proven()).isEqualTo(proven);
    }

    @Test
    void aProxyThatSendsNoHeaderShowsNone() throws Exception {
        assertThat(comeBack(readFrom(PROXY, ""))).contains("no nos ha enseñado ningún certificado");
    }

    private String header() throws CertificateEncodingException {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getEncoder()
                        .encodeToString(
                                certificates.inSoftware(CITIZEN).certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return "ssl-client-cert: "
                + URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20") + "\r\n";
    }

    private String comeBack(Optional<URI> back) {
        return visitor.get(back.orElseThrow()).alert();
    }

    /** Asks as the proxy or somebody else would, from an address of their own. */
    private Optional<URI> readFrom(String source, String headers) throws IOException {
        URI ticket = CertificateRoutePages.ticket(visitor, route.intro(visitor));
        assertThat(ticket.getHost()).isEqualTo("certificates.example");
        URI node = clave.node().baseUrl();
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.getPort()));
            socket.getOutputStream()
                    .write(("GET " + ticket.getRawPath() + "?" + ticket.getRawQuery() + " HTTP/1.1\r\nHost: "
                                    + node.getRawAuthority() + "\r\nConnection: close\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines()
                    .filter(line -> line.regionMatches(true, 0, "location: ", 0, "location: ".length()))
                    .map(line ->
                            URI.create(line.substring("location: ".length()).strip()))
                    .findFirst();
        }
    }

    private double proven() {
        return CertificateRoutePages.counted(
                clave, "clave_registration_total", "outcome=\"proven\"", "route=\"certificate\"");
    }
}
