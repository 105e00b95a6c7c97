package es.clave.demo.conformance;

import es.clave.demo.taxagency.SamlXml;
import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.web.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.opensaml.saml.common.SignableSAMLObject;

/** The parts of a SAML Response, each of which can be right or wrong. As text: wrapping needs what no object model makes. */
final class SamlAnswer {

    private static final Duration VALID = Duration.ofMinutes(5);
    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    private final Instant now;
    private String issuer;
    private String audience;
    private String recipient;
    private String inResponseTo;
    private String level;
    private String status =
            Html.of("<saml2p:StatusCode Value=\"{}\"/>", SUCCESS).toString();
    private Instant validFrom;
    private Instant validUntil;
    private final TestPerson person;
    private final String destination;

    SamlAnswer(SamlRequest request, String issuer, TestPerson person, Instant now) {
        this.now = now;
        this.issuer = issuer;
        this.audience = request.issuer();
        this.recipient = request.replyTo();
        this.destination = request.replyTo();
        this.inResponseTo = request.id();
        this.level = request.level();
        this.validFrom = now.minusSeconds(5);
        this.validUntil = now.plus(VALID);
        this.person = person;
    }

    SamlAnswer issuer(String other) {
        issuer = other;
        return this;
    }

    SamlAnswer audience(String other) {
        audience = other;
        return this;
    }

    SamlAnswer recipient(String other) {
        recipient = other;
        return this;
    }

    SamlAnswer inResponseTo(String other) {
        inResponseTo = other;
        return this;
    }

    SamlAnswer level(String other) {
        level = other;
        return this;
    }

    SamlAnswer valid(Instant from, Instant until) {
        validFrom = from;
        validUntil = until;
        return this;
    }

    SamlAnswer failed(String code) {
        status = Html.of(
                        "<saml2p:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\"><saml2p:StatusCode"
                                + " Value=\"{}\"/></saml2p:StatusCode>",
                        code)
                .toString();
        return this;
    }

    /** The assertion, not signed. */
    String assertion() {
        return Html.of(
                        """
                        <saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="{}" Version="2.0" IssueInstant="{}">\
                        <saml2:Issuer>{}</saml2:Issuer>\
                        <saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{}</saml2:NameID>\
                        <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
                        <saml2:SubjectConfirmationData{} NotOnOrAfter="{}" Recipient="{}"/></saml2:SubjectConfirmation></saml2:Subject>\
                        <saml2:Conditions NotBefore="{}" NotOnOrAfter="{}"><saml2:AudienceRestriction>\
                        <saml2:Audience>{}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>\
                        <saml2:AuthnStatement AuthnInstant="{}" SessionIndex="{}"><saml2:AuthnContext>\
                        <saml2:AuthnContextClassRef>{}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>\
                        <saml2:AttributeStatement>""",
                        id(),
                        time(now),
                        issuer,
                        person.subject(),
                        inResponseTo(),
                        time(validUntil),
                        recipient,
                        time(validFrom),
                        time(validUntil),
                        audience,
                        time(now),
                        id(),
                        level)
                + attribute("http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier", person.dni())
                + attribute("http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName", person.givenName())
                + attribute("http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName", "Conformidad")
                + "</saml2:AttributeStatement></saml2:Assertion>";
    }

    private Html inResponseTo() {
        return inResponseTo.isEmpty() ? Html.nothing() : Html.of(" InResponseTo=\"{}\"", inResponseTo);
    }

    private static String attribute(String name, String markup) {
        return "<saml2:Attribute Name=\"" + name + "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\">"
                + "<saml2:AttributeValue>" + markup + "</saml2:AttributeValue></saml2:Attribute>";
    }

    /** A Response with that in it, not signed. */
    String response(String assertions) {
        return response("", assertions);
    }

    /** The same with extensions. */
    String response(String extensions, String assertions) {
        return Html.of(
                        "<saml2p:Response xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"{}\" Version=\"2.0\""
                                + " IssueInstant=\"{}\" Destination=\"{}\"{}><saml2:Issuer"
                                + " xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">{}</saml2:Issuer>",
                        id(),
                        time(now),
                        destination,
                        inResponseTo(),
                        issuer)
                + (extensions.isEmpty() ? "" : "<saml2p:Extensions>" + extensions + "</saml2p:Extensions>")
                + "<saml2p:Status>" + status + "</saml2p:Status>" + assertions + "</saml2p:Response>";
    }

    /** The same XML with a signature over its root. */
    static String signed(String xml, SigningKey key) {
        try {
            SamlXml saml = SamlXml.get();
            SignableSAMLObject object = (SignableSAMLObject) saml.read(xml.getBytes(StandardCharsets.UTF_8));
            key.sign(object);
            return withoutDeclaration(saml.write(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base64(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutDeclaration(String xml) {
        return xml.startsWith("<?xml") ? xml.substring(xml.indexOf("?>") + 2).strip() : xml;
    }

    private static String id() {
        return "_" + UUID.randomUUID();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
