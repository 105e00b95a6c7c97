package es.clave.demo.conformance;

import static es.clave.demo.conformance.Check.bad;
import static es.clave.demo.conformance.Check.good;

import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.web.Html;
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

/** Agencies by SAML 2.0: what SAML Profiles 4.1.4.3 and the attacks on signatures of XML make an agency check. */
public final class SamlExamination implements Examination {

    private static final String NOT_IT = "urn:example:somebody-else";
    private static final String AUTHN_FAILED = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";

    private static final List<Check> CHECKS = List.of(
            good("good", "Respuesta correcta, con la aserción firmada", "A good answer, its assertion signed"),
            good("good-both", "Respuesta correcta, con aserción y respuesta firmadas", "A good answer, signed twice"),
            bad("unsigned", "Sin firma", "Not signed"),
            bad(
                    "other-key",
                    "Firmada por otro, con su certificado dentro",
                    "Signed by somebody else, who put in their certificate"),
            bad("changed", "Cambiada después de firmarla", "Changed after it was signed"),
            bad("issuer", "De otro emisor", "From another issuer"),
            bad("audience", "Para otro organismo", "For another agency"),
            bad("recipient", "Para otra dirección", "For another address"),
            bad("expired", "Caducada", "Expired"),
            bad("not-yet", "Todavía no válida", "Not valid yet"),
            bad("other-request", "Respuesta a otra petición", "The answer to another request"),
            bad("unsolicited", "Sin que nadie la pidiera", "Nobody asked for it"),
            bad("replayed", "Usada antes, en otro navegador", "Used before, in another browser"),
            bad("level", "Con un nivel menor que el pedido", "With a lower level than was asked for"),
            bad(
                    "status",
                    "Con un estado de error y aun así una aserción firmada",
                    "With the status of an error, and a signed assertion nevertheless"),
            bad("error", "Un error, sin aserción", "An error, without an assertion"),
            bad("comment", "Con un comentario que corta el DNI", "With a comment that cuts the DNI short"),
            bad(
                    "wrapped-before",
                    "Envuelta: una aserción falsa delante de la firmada",
                    "Wrapped: a forged assertion before the signed one"),
            bad(
                    "wrapped-inside",
                    "Envuelta: la firmada dentro de la firma de una falsa",
                    "Wrapped: the signed one inside the signature of a forged one"),
            bad("wrapped-extensions", "Envuelta: la firmada en Extensions", "Wrapped: the signed one in Extensions"),
            bad("doctype", "Con un DOCTYPE", "With a DOCTYPE"));

    private final Supplier<SigningKey> key;
    private final Supplier<SigningKey> forger;
    private final Clock clock;
    private final URI entityId;

    /**
     * Opens the identity provider of the examination on a server.
     *
     * @param key with which it signs
     * @param forger with which somebody else does
     */
    public SamlExamination(WebServer server, Supplier<SigningKey> key, Supplier<SigningKey> forger, Clock clock) {
        this.key = key;
        this.forger = forger;
        this.clock = clock;
        this.entityId = URI.create(server.baseUrl() + "/conformance/saml");
        server.get(
                "/conformance/saml/metadata",
                request -> Response.of(
                        200, "application/samlmetadata+xml", metadata().getBytes(StandardCharsets.UTF_8)));
    }

    /** The identity provider's name. */
    public URI entityId() {
        return entityId;
    }

    /** Where agencies read its key and addresses. */
    public URI metadataAddress() {
        return URI.create(entityId + "/metadata");
    }

    private URI door() {
        return URI.create(entityId + "/sso");
    }

    @Override
    public String id() {
        return "saml";
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
        SamlRequest request = ask(candidate, browser);
        TestPerson person = TestPerson.somebody();
        String message = SamlAnswer.base64(message(check, request, person));
        AgencyBrowser attacked = browser;
        if (check.id().equals("replayed")) {
            post(browser, request, message);
            attacked = new AgencyBrowser();
            ask(candidate, attacked);
        }
        return new Judge.Delivered(attacked, post(attacked, request, message), person);
    }

    private SamlRequest ask(Candidate candidate, AgencyBrowser browser) throws IOException, InterruptedException {
        return SamlRequest.read(browser.begin(candidate, door())
                .orElseThrow(() -> new IOException("the login does not lead to " + door())));
    }

    private static AgencyBrowser.Page post(AgencyBrowser browser, SamlRequest request, String message)
            throws IOException, InterruptedException {
        return browser.post(
                URI.create(request.replyTo()),
                request.relayState().isEmpty()
                        ? Map.of("SAMLResponse", message)
                        : Map.of("SAMLResponse", message, "RelayState", request.relayState()));
    }

    private String message(Check check, SamlRequest request, TestPerson person) {
        Instant now = clock.instant();
        SamlAnswer answer = new SamlAnswer(request, entityId.toString(), person, now);
        return switch (check.id()) {
            case "good", "replayed" -> answer.response(signed(answer));
            case "good-both" -> SamlAnswer.signed(answer.response(signed(answer)), key.get());
            case "unsigned" -> answer.response(answer.assertion());
            case "other-key" -> answer.response(SamlAnswer.signed(answer.assertion(), forger.get()));
            case "changed" -> changed(request, person, now);
            case "issuer" -> ordinary(answer.issuer(NOT_IT));
            case "audience" -> ordinary(answer.audience(NOT_IT));
            case "recipient" -> ordinary(answer.recipient("https://elsewhere.example/acs"));
            case "expired" -> ordinary(answer.valid(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1))));
            case "not-yet" -> ordinary(answer.valid(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2))));
            case "other-request" -> ordinary(answer.inResponseTo("_another-request"));
            case "unsolicited" -> ordinary(answer.inResponseTo(""));
            case "level" -> ordinary(answer.level(lower(request.level())));
            case "status" -> ordinary(answer.failed(AUTHN_FAILED));
            case "error" -> answer.failed(AUTHN_FAILED).response("");
            case "comment" -> commented(request, person, now);
            case "doctype" -> "<!DOCTYPE saml2p:Response>" + answer.response(signed(answer));
            default -> wrapped(check.id(), request, person, now);
        };
    }

    private String ordinary(SamlAnswer answer) {
        return answer.response(signed(answer));
    }

    private String signed(SamlAnswer answer) {
        return SamlAnswer.signed(answer.assertion(), key.get());
    }

    private String changed(SamlRequest request, TestPerson person, Instant now) {
        TestPerson other = TestPerson.somebody();
        SamlAnswer answer = new SamlAnswer(request, entityId.toString(), other, now);
        return answer.response(
                signed(answer).replace(other.dni(), person.dni()).replace(other.givenName(), person.givenName()));
    }

    /** Signed is the number of somebody else, which begins with the person's. Comments are not part of what is signed. */
    private String commented(SamlRequest request, TestPerson person, Instant now) {
        String number = person.dni() + TestPerson.SUFFIX;
        TestPerson other = new TestPerson(number, "Otra", person.subject());
        SamlAnswer answer = new SamlAnswer(request, entityId.toString(), other, now);
        return answer.response(signed(answer).replace(number, person.dni() + "<!---->" + TestPerson.SUFFIX));
    }

    private String wrapped(String how, SamlRequest request, TestPerson person, Instant now) {
        SamlAnswer honest = new SamlAnswer(request, entityId.toString(), TestPerson.somebody(), now);
        SamlAnswer answer = new SamlAnswer(request, entityId.toString(), person, now);
        String signed = signed(honest);
        String forged = answer.assertion();
        String signature = signed.substring(
                signed.indexOf("<ds:Signature"), signed.indexOf("</ds:Signature>") + "</ds:Signature>".length());
        String original = signed.replace(signature, "");
        return switch (how) {
            case "wrapped-before" -> answer.response(forged + signed);
            case "wrapped-inside" -> {
                String around =
                        signature.replace("</ds:Signature>", "<ds:Object>" + original + "</ds:Object></ds:Signature>");
                yield answer.response(afterIssuer(forged, around));
            }
            case "wrapped-extensions" -> answer.response(original, afterIssuer(forged, signature));
            default -> throw new IllegalArgumentException(how);
        };
    }

    private static String afterIssuer(String assertion, String signature) {
        return assertion.replaceFirst(
                "</saml2:Issuer>", java.util.regex.Matcher.quoteReplacement("</saml2:Issuer>" + signature));
    }

    /** A level below that one. */
    static String lower(String level) {
        return level.endsWith("/high") || level.endsWith("/substantial")
                ? "http://eidas.europa.eu/LoA/low"
                : "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";
    }

    private String metadata() {
        return Html.of("""
                        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="{}">
                          <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                            <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                            <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="{}/slo"/>
                            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="{}"/>
                            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="{}"/>
                          </md:IDPSSODescriptor>
                        </md:EntityDescriptor>
                        """, entityId, key.get().certificateBase64(), entityId, door(), door())
                .toString();
    }
}
