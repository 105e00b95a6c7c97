package es.clave.demo.conformance;

import es.clave.demo.clave2.SigningStyle;
import es.clave.demo.taxagency.SamlXml;
import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.web.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.opensaml.saml.common.SignableSAMLObject;

/** The parts of a Response of Cl@ve 2, each of which can be right or wrong. As text, like {@link SamlAnswer}. */
final class Clave2Answer {

    private static final Duration VALID = Duration.ofMinutes(15);
    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
    private static final String SUCCESS = STATUS + "Success";

    private final Clave2Request request;
    private final TestPerson person;
    private final String id = "_" + UUID.randomUUID();
    private String issuer;
    private String audience;
    private String recipient;
    private String destination;
    private String inResponseTo;
    private String level;
    private Instant from;
    private String status =
            Html.of("<saml2p:StatusCode Value=\"{}\"/>", SUCCESS).toString();
    private String message = SUCCESS;

    Clave2Answer(Clave2Request request, String issuer, TestPerson person, Instant now) {
        this.request = request;
        this.issuer = issuer;
        this.person = person;
        this.from = now;
        this.audience = request.replyTo();
        this.recipient = request.replyTo();
        this.destination = request.replyTo();
        this.inResponseTo = request.id();
        this.level = request.level();
    }

    Clave2Answer issuer(String other) {
        issuer = other;
        return this;
    }

    Clave2Answer audience(String other) {
        audience = other;
        return this;
    }

    Clave2Answer recipient(String other) {
        recipient = other;
        return this;
    }

    Clave2Answer destination(String other) {
        destination = other;
        return this;
    }

    Clave2Answer inResponseTo(String other) {
        inResponseTo = other;
        return this;
    }

    Clave2Answer level(String other) {
        level = other;
        return this;
    }

    /** Good for the usual time from then on. */
    Clave2Answer from(Instant other) {
        from = other;
        return this;
    }

    Clave2Answer failed(String code, String text) {
        status = Html.of(
                        "<saml2p:StatusCode Value=\"{}Responder\"><saml2p:StatusCode Value=\"{}{}\"/></saml2p:StatusCode>",
                        STATUS,
                        STATUS,
                        code)
                .toString();
        message = text;
        return this;
    }

    /** The assertion about the person. Nothing of it is signed by itself in Cl@ve 2. */
    String assertion() {
        return assertion(
                person.dni(),
                Html.of("<saml2:AuthnContextClassRef>{}</saml2:AuthnContextClassRef>", level)
                        .toString(),
                "<saml2:AttributeStatement>"
                        + attribute("FamilyName", natural("CurrentFamilyName"), "Conformidad")
                        + attribute("FirstName", natural("CurrentGivenName"), person.givenName())
                        + attribute("PersonIdentifier", natural("PersonIdentifier"), person.dni())
                        + attribute("FirstSurname", clave("FirstSurname"), "Conformidad")
                        + (request.signedRelayState()
                                ? attribute("RelayState", clave("RelayState"), request.relayState())
                                : "")
                        + attribute("SelectedIdP", clave("SelectedIdP"), "PIN24H") + "</saml2:AttributeStatement>");
    }

    /** The assertion about nobody that errors have, because the official kit reads none without. */
    String assertionOfNobody() {
        return assertion("NotAvailable", "<saml2:AuthnContextDecl/>", "");
    }

    private String assertion(String name, String context, String attributes) {
        return Html.of(
                        """
                        <saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{}" Version="2.0" IssueInstant="{}">\
                        <saml2:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">{}</saml2:Issuer>\
                        <saml2:Subject><saml2:NameID Format="{}" NameQualifier="{}">{}</saml2:NameID>\
                        <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
                        <saml2:SubjectConfirmationData{} NotOnOrAfter="{}" Recipient="{}"/></saml2:SubjectConfirmation></saml2:Subject>\
                        <saml2:Conditions NotBefore="{}" NotOnOrAfter="{}"><saml2:AudienceRestriction>\
                        <saml2:Audience>{}</saml2:Audience></saml2:AudienceRestriction><saml2:OneTimeUse/></saml2:Conditions>\
                        <saml2:AuthnStatement AuthnInstant="{}"><saml2:AuthnContext>""",
                        UUID.randomUUID(),
                        time(from),
                        issuer,
                        request.nameIdFormat(),
                        issuer,
                        name,
                        inResponseTo(),
                        time(from.plus(VALID)),
                        recipient,
                        time(from),
                        time(from.plus(VALID)),
                        audience,
                        time(from))
                + context + "</saml2:AuthnContext></saml2:AuthnStatement>" + attributes + "</saml2:Assertion>";
    }

    private static String natural(String name) {
        return "http://eidas.europa.eu/attributes/naturalperson/" + name;
    }

    private static String clave(String name) {
        return "http://es.minhafp.clave/" + name;
    }

    private static String attribute(String friendlyName, String name, String value) {
        return Html.of(
                        "<saml2:Attribute FriendlyName=\"{}\" Name=\"{}\""
                                + " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\">"
                                + "<saml2:AttributeValue>{}</saml2:AttributeValue></saml2:Attribute>",
                        friendlyName,
                        name,
                        value)
                .toString();
    }

    private Html inResponseTo() {
        return inResponseTo.isEmpty() ? Html.nothing() : Html.of(" InResponseTo=\"{}\"", inResponseTo);
    }

    /** A Response with that in it, not signed. */
    String response(String assertions) {
        return response("", "", assertions);
    }

    /**
     * The same, of whatever an attacker puts together.
     *
     * @param signature what stands where the signature is
     * @param extensions what stands in the extensions
     */
    String response(String signature, String extensions, String assertions) {
        return Html.of(
                        "<saml2p:Response xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\""
                                + " Consent=\"urn:oasis:names:tc:SAML:2.0:consent:obtained\" ID=\"{}\" Version=\"2.0\""
                                + " IssueInstant=\"{}\" Destination=\"{}\"{}><saml2:Issuer"
                                + " xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\""
                                + " Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\">{}</saml2:Issuer>",
                        id,
                        time(from),
                        destination,
                        inResponseTo(),
                        issuer)
                + signature
                + (extensions.isEmpty() ? "" : "<saml2p:Extensions>" + extensions + "</saml2p:Extensions>")
                + "<saml2p:Status>" + status
                + Html.of("<saml2p:StatusMessage>{}</saml2p:StatusMessage>", message)
                + "</saml2p:Status>" + assertions + "</saml2p:Response>";
    }

    /** The same XML with the signature of Cl@ve 2 over its root. */
    static String signed(String xml, SigningKey key) {
        try {
            SignableSAMLObject object = (SignableSAMLObject) SamlXml.get().read(xml.getBytes(StandardCharsets.UTF_8));
            String signed = SigningStyle.USUAL.sign(object, key, element -> {});
            return signed.startsWith("<?xml")
                    ? signed.substring(signed.indexOf("?>") + 2).strip()
                    : signed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
