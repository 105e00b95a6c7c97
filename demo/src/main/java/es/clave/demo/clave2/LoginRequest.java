package es.clave.demo.clave2;

import es.clave.demo.taxagency.SamlXml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.impl.XSAnyBuilder;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Extensions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDPolicy;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;
import org.w3c.dom.Element;

/** A request to identify somebody, in all the ways in which applications make it. */
public final class LoginRequest {

    /** What an attribute of Cl@ve's own begins with. */
    public static final String CLAVE = "http://es.minhafp.clave/";

    private static final String EIDAS = "http://eidas.europa.eu/saml-extensions";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Sets OpenSAML up, before any of its elements is made. */
    private final SamlXml xml = SamlXml.get();

    private final Application application;
    private final String id = newId();
    private final List<XSAny> attributes = new ArrayList<>();
    private Instant issuedAt;
    private String providerName;
    private String replyAddress;
    private String destination;
    private Optional<String> issuer = Optional.empty();
    private Optional<String> level = Optional.of("http://eidas.europa.eu/LoA/low");
    private Optional<String> nameIdFormat = Optional.of(NameIDType.UNSPECIFIED);
    private Optional<String> spType = Optional.of("public");
    private AuthnContextComparisonTypeEnumeration comparison = AuthnContextComparisonTypeEnumeration.MINIMUM;
    private boolean force;
    private boolean passive;
    private SigningStyle style = SigningStyle.USUAL;
    private Consumer<Element> edit = element -> {};

    /** The usual request of this application. */
    public LoginRequest(Application application, Instant now) {
        this.application = application;
        this.issuedAt = now;
        this.providerName = application.providerName();
        this.replyAddress = application.replyAddress().toString();
        this.destination = application.serviceProvider().toString();
    }

    /** Its ID, which the answer names. */
    public String id() {
        return id;
    }

    public LoginRequest issuedAt(Instant other) {
        issuedAt = other;
        return this;
    }

    public LoginRequest providerName(String other) {
        providerName = other;
        return this;
    }

    public LoginRequest replyAddress(String other) {
        replyAddress = other;
        return this;
    }

    public LoginRequest destination(URI other) {
        destination = other.toString();
        return this;
    }

    /** An Issuer, which Cl@ve 2 does without. */
    public LoginRequest issuer(String value) {
        issuer = Optional.of(value);
        return this;
    }

    /** The level, a URI; none if empty. */
    public LoginRequest level(Optional<String> uri) {
        level = uri;
        return this;
    }

    public LoginRequest comparison(AuthnContextComparisonTypeEnumeration other) {
        comparison = other;
        return this;
    }

    public LoginRequest nameIdFormat(Optional<String> format) {
        nameIdFormat = format;
        return this;
    }

    public LoginRequest spType(Optional<String> type) {
        spType = type;
        return this;
    }

    public LoginRequest force() {
        force = true;
        return this;
    }

    public LoginRequest passive() {
        passive = true;
        return this;
    }

    /** Asks for an attribute, or says something by it. */
    public LoginRequest attribute(String name, boolean required, Optional<String> value) {
        XSAny attribute = eidas("RequestedAttribute");
        attribute.getUnknownAttributes().put(new QName("FriendlyName"), name.substring(name.lastIndexOf('/') + 1));
        attribute.getUnknownAttributes().put(new QName("Name"), name);
        attribute.getUnknownAttributes().put(new QName("NameFormat"), Attribute.URI_REFERENCE);
        attribute.getUnknownAttributes().put(new QName("isRequired"), Boolean.toString(required));
        value.ifPresent(text -> {
            XSAny element = eidas("AttributeValue");
            element.getUnknownAttributes()
                    .put(new QName(SCHEMA_INSTANCE, "type", "xsi"), "eidas-natural:PersonIdentifierType");
            element.setTextContent(text);
            attribute.getUnknownXMLObjects().add(element);
        });
        attributes.add(attribute);
        return this;
    }

    /** A way in that is not to be offered: {@code AEATIdP}, say. */
    public LoginRequest without(String way) {
        return attribute(CLAVE + way, false, Optional.empty());
    }

    /** What is to come back with the answer, signed. */
    public LoginRequest relayState(String value) {
        return attribute(CLAVE + "RelayState", false, Optional.of(value));
    }

    public LoginRequest style(SigningStyle other) {
        style = other;
        return this;
    }

    /** Changes the element just before it is signed. */
    public LoginRequest edit(Consumer<Element> change) {
        edit = change;
        return this;
    }

    /** The signed XML. */
    public String xml() {
        return style.sign(message(), application.key(), edit);
    }

    /** The value of the field {@code SAMLRequest}. */
    public String base64() {
        return Base64.getEncoder().encodeToString(xml().getBytes(StandardCharsets.UTF_8));
    }

    private AuthnRequest message() {
        AuthnRequest request = xml.make(AuthnRequest.class, AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setID(id);
        request.setVersion(SAMLVersion.VERSION_20);
        request.setConsent("urn:oasis:names:tc:SAML:2.0:consent:unspecified");
        request.setIssueInstant(issuedAt);
        request.setProviderName(providerName);
        request.setDestination(destination);
        request.setAssertionConsumerServiceURL(replyAddress);
        request.setForceAuthn(force);
        request.setIsPassive(passive);
        issuer.ifPresent(value -> {
            Issuer element = xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
            element.setValue(value);
            request.setIssuer(element);
        });
        request.setExtensions(extensions());
        nameIdFormat.ifPresent(format -> {
            NameIDPolicy policy = xml.make(NameIDPolicy.class, NameIDPolicy.DEFAULT_ELEMENT_NAME);
            policy.setFormat(format);
            policy.setAllowCreate(true);
            request.setNameIDPolicy(policy);
        });
        level.ifPresent(uri -> {
            AuthnContextClassRef element =
                    xml.make(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
            element.setURI(uri);
            RequestedAuthnContext context =
                    xml.make(RequestedAuthnContext.class, RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
            context.setComparison(comparison);
            context.getAuthnContextClassRefs().add(element);
            request.setRequestedAuthnContext(context);
        });
        return request;
    }

    private Extensions extensions() {
        Extensions extensions = xml.make(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        spType.ifPresent(type -> {
            XSAny element = eidas("SPType");
            element.setTextContent(type);
            extensions.getUnknownXMLObjects().add(element);
        });
        XSAny requested = eidas("RequestedAttributes");
        requested.getUnknownXMLObjects().addAll(attributes);
        extensions.getUnknownXMLObjects().add(requested);
        return extensions;
    }

    private static XSAny eidas(String element) {
        return new XSAnyBuilder().buildObject(EIDAS, element, "eidas");
    }

    /** 160 random bits, and an NCName. */
    static String newId() {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }
}
