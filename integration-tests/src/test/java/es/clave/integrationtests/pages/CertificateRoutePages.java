package es.clave.integrationtests.pages;

import static es.clave.integrationtests.harness.HttpVisitor.fields;

import es.clave.demo.authority.Credential;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;

/** The registration by certificate, by a program in place of a browser. */
public final class CertificateRoutePages {

    private final Clave clave;
    private final Citizen citizen;

    public CertificateRoutePages(Clave clave, Citizen citizen) {
        this.clave = clave;
        this.citizen = citizen;
    }

    /** Identifies and chooses the route: the page before the certificate. */
    public Answer intro(HttpVisitor visitor) {
        Answer start = visitor.get(clave.node().realmUrl("/registro"));
        Answer routes = visitor.post(
                start.action(),
                fields(
                        "step", "identify",
                        "nationalId", citizen.nationalId(),
                        "contrastDatum", citizen.datumAsPrinted()));
        return visitor.post(routes.action(), fields("step", "certificate.begin"));
    }

    /** Presses the button: the address with the ticket, where the certificate is to be shown. */
    public static URI ticket(HttpVisitor visitor, Answer page) {
        return visitor.postOnly(page.action(), fields("step", "certificate.show"))
                .redirect()
                .orElseThrow(() -> new AssertionError("no way to show a certificate"));
    }

    /** The way back that an answer of that address tells. */
    public static URI back(HttpResponse<String> read) {
        return URI.create(read.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("HTTP " + read.statusCode() + ": " + read.body())));
    }

    /** From the first page up to what comes after a certificate, or none, was shown. */
    public Answer showsFrom(HttpVisitor visitor, Optional<Credential> credential) {
        return shows(visitor, intro(visitor), credential);
    }

    /** Shows a certificate, or none, and comes back. */
    public Answer shows(HttpVisitor visitor, Answer page, Optional<Credential> credential) {
        return visitor.get(back(clave.certificates().show(credential, ticket(visitor, page))));
    }

    /** The value of a counter of the node, 0 if it never counted. */
    public static double counted(Clave clave, String counter, String... labels) {
        return clave.node()
                .metrics()
                .lines()
                .filter(line -> line.startsWith(counter + "{"))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
