package es.clave.demo.conformance;

import static es.clave.demo.conformance.Check.bad;
import static es.clave.demo.conformance.Check.good;

import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Applications by Cl@ve 2, where the Response is what is signed, and is for the reply address. */
public final class Clave2Examination implements Examination {

    private static final String NOT_IT = "https://elsewhere.example/return";

    private static final List<Check> CHECKS = List.of(
            good("good", "Respuesta correcta", "A good answer"),
            bad("unsigned", "Sin firma", "Not signed"),
            bad(
                    "other-key",
                    "Firmada por otro, con su certificado dentro",
                    "Signed by somebody else, who put in their certificate"),
            bad("changed", "Cambiada después de firmarla", "Changed after it was signed"),
            bad("added", "Con una aserción más, añadida después", "With one more assertion, added after it was signed"),
            bad("issuer", "De otro emisor", "From another issuer"),
            bad("audience", "Para otro organismo (Audience)", "For another agency (Audience)"),
            bad("recipient", "Para otra dirección (Recipient)", "For another address (Recipient)"),
            bad("destination", "Para otra dirección (Destination)", "For another address (Destination)"),
            bad("expired", "Caducada", "Expired"),
            bad("not-yet", "Todavía no válida", "Not valid yet"),
            bad("other-request", "Respuesta a otra petición", "The answer to another request"),
            bad("unsolicited", "Sin que nadie la pidiera", "Nobody asked for it"),
            bad("replayed", "Usada antes, en otro navegador", "Used before, in another browser"),
            bad("level", "Con un nivel menor que el pedido", "With a lower level than was asked for"),
            bad(
                    "status",
                    "Con un estado de error y aun así una aserción de alguien",
                    "With the status of an error, and an assertion about somebody nevertheless"),
            bad(
                    "error",
                    "Un error (003002), con la aserción de nadie",
                    "An error (003002), with the assertion about nobody"),
            bad("refused", "La persona dijo que no (202007)", "The citizen said no (202007)"),
            bad("comment", "Con un comentario que corta el DNI", "With a comment that cuts the DNI short"),
            bad("wrapped-extensions", "Envuelta: la firmada en Extensions", "Wrapped: the signed one in Extensions"),
            bad(
                    "wrapped-inside",
                    "Envuelta: la firmada dentro de la firma de una falsa",
                    "Wrapped: the signed one inside the signature of a forged one"),
            bad(
                    "wrapped-after",
                    "Envuelta: la firmada al final de una falsa",
                    "Wrapped: the signed one ends a forged one"),
            bad("doctype", "Con un DOCTYPE", "With a DOCTYPE"));

    private final Supplier<SigningKey> key;
    private final Supplier<SigningKey> forger;
    private final Clock clock;
    private final URI realm;

    /**
     * Opens the Cl@ve of the examination on a server.
     *
     * @param key with which it signs
     * @param forger with which somebody else does
     */
    public Clave2Examination(WebServer server, Supplier<SigningKey> key, Supplier<SigningKey> forger, Clock clock) {
        this.key = key;
        this.forger = forger;
        this.clock = clock;
        this.realm = URI.create(server.baseUrl() + "/conformance/clave2");
        server.get(
                certificate().getPath(),
                request -> Response.of(
                        200,
                        "text/plain; charset=us-ascii",
                        ("-----BEGIN CERTIFICATE-----\n" + key.get().certificateBase64()
                                        + "\n-----END CERTIFICATE-----\n")
                                .getBytes(StandardCharsets.US_ASCII)));
    }

    /** What it calls itself. */
    public URI issuer() {
        return realm;
    }

    /** Where applications send citizens to log in. */
    public URI serviceProvider() {
        return URI.create(realm + "/protocol/clave2/Proxy2/ServiceProvider");
    }

    /** Where its certificate is. */
    public URI certificate() {
        return URI.create(realm + "/protocol/clave2/certificate");
    }

    @Override
    public String id() {
        return "clave2";
    }

    @Override
    public List<Check> checks() {
        return CHECKS;
    }

    @Override
    public Result examine(Check check, Candidate candidate) throws InterruptedException {
        return Judge.judge(check, candidate, browser -> deliver(check, candidate, browser));
    }

    private Judge.Delivered deliver(Check check, Candidate candidate, AgencyBrowser browser)
            throws IOException, InterruptedException {
        Clave2Request request = ask(candidate, browser);
        TestPerson person = TestPerson.somebody();
        String message = SamlAnswer.base64(message(check, request, person));
        if (!check.id().equals("replayed")) {
            return new Judge.Delivered(browser, post(browser, request, request.relayState(), message), person);
        }
        post(browser, request, request.relayState(), message);
        AgencyBrowser attacked = new AgencyBrowser();
        String relayState = ask(candidate, attacked).relayState();
        return new Judge.Delivered(attacked, post(attacked, request, relayState, message), person);
    }

    private Clave2Request ask(Candidate candidate, AgencyBrowser browser) throws IOException, InterruptedException {
        return Clave2Request.read(browser.begin(candidate, serviceProvider())
                .orElseThrow(() -> new IOException("the login does not lead to " + serviceProvider())));
    }

    private static AgencyBrowser.Page post(
            AgencyBrowser browser, Clave2Request request, String relayState, String message)
            throws IOException, InterruptedException {
        return browser.post(URI.create(request.replyTo()), Map.of("SAMLResponse", message, "RelayState", relayState));
    }

    private String message(Check check, Clave2Request request, TestPerson person) {
        Instant now = clock.instant();
        Clave2Answer answer = new Clave2Answer(request, realm.toString(), person, now);
        return switch (check.id()) {
            case "good", "replayed" -> signed(answer);
            case "unsigned" -> answer.response(answer.assertion());
            case "other-key" -> Clave2Answer.signed(answer.response(answer.assertion()), forger.get());
            case "issuer" -> signed(answer.issuer(NOT_IT));
            case "audience" -> signed(answer.audience(NOT_IT));
            case "recipient" -> signed(answer.recipient(NOT_IT));
            case "destination" -> signed(answer.destination(NOT_IT));
            case "expired" -> signed(answer.from(now.minus(Duration.ofHours(2))));
            case "not-yet" -> signed(answer.from(now.plus(Duration.ofHours(1))));
            case "other-request" -> signed(answer.inResponseTo("_another-request"));
            case "unsolicited" -> signed(answer.inResponseTo(""));
            case "level" -> signed(answer.level(SamlExamination.lower(request.level())));
            case "status" -> signed(answer.failed("AuthnFailed", "003002 - Authentication Failed"));
            case "error" -> failed(answer.failed("AuthnFailed", "003002 - Authentication Failed"));
            case "refused" -> failed(answer.failed("RequestDenied", "202007 - The citizen did not consent"));
            case "doctype" -> "<!DOCTYPE saml2p:Response>" + signed(answer);
            default -> forged(check.id(), request, answer, person, now);
        };
    }

    private String signed(Clave2Answer answer) {
        return Clave2Answer.signed(answer.response(answer.assertion()), key.get());
    }

    private String failed(Clave2Answer answer) {
        return Clave2Answer.signed(answer.response(answer.assertionOfNobody()), key.get());
    }

    /** Made of what was signed about somebody else. */
    private String forged(String how, Clave2Request request, Clave2Answer answer, TestPerson person, Instant now) {
        TestPerson other = TestPerson.somebody();
        String original = signed(new Clave2Answer(request, realm.toString(), other, now));
        String signature = original.substring(
                original.indexOf("<ds:Signature"), original.indexOf("</ds:Signature>") + "</ds:Signature>".length());
        String bare = original.replace(signature, "");
        return switch (how) {
            case "changed" ->
                original.replace(other.dni(), person.dni()).replace(other.givenName(), person.givenName());
            case "added" -> original.replace("<saml2:Assertion", answer.assertion() + "<saml2:Assertion");
            case "comment" -> commented(request, person, now);
            case "wrapped-extensions" -> answer.response(signature, original, answer.assertion());
            case "wrapped-inside" ->
                answer.response(
                        signature.replace("</ds:Signature>", "<ds:Object>" + bare + "</ds:Object></ds:Signature>"),
                        "",
                        answer.assertion());
            case "wrapped-after" -> answer.response(signature, "", answer.assertion() + bare);
            default -> throw new IllegalArgumentException(how);
        };
    }

    /** Signed is the number of somebody else, which begins with the person's. Comments are not part of what is signed. */
    private String commented(Clave2Request request, TestPerson person, Instant now) {
        String number = person.dni() + TestPerson.SUFFIX;
        TestPerson other = new TestPerson(number, "Otra", person.subject());
        return signed(new Clave2Answer(request, realm.toString(), other, now))
                .replace(number, person.dni() + "<!---->" + TestPerson.SUFFIX);
    }
}
