package es.clave.demo.taxagency;

import es.clave.demo.agency.Ask;
import es.clave.demo.agency.Datum;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.impl.XSAnyBuilder;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Extensions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDPolicy;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;

/** Asks Cl@ve to identify somebody (SAML 2.0 Core, 3.4; eIDAS SAML Message Format). */
final class AuthnRequests {

    private static final String EIDAS = "http://eidas.europa.eu/saml-extensions";

    private final ServiceProvider self;
    private final SigningKey key;

    AuthnRequests(ServiceProvider self, SigningKey key) {
        this.self = self;
        this.key = key;
    }

    /** A signed request. */
    AuthnRequest make(LoginAttempt attempt, URI destination) {
        SamlXml xml = SamlXml.get();
        Ask ask = attempt.ask();
        AuthnRequest request = xml.make(AuthnRequest.class, AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setID(attempt.requestId());
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(attempt.startedAt());
        request.setDestination(destination.toString());
        request.setForceAuthn(ask.fresh());
        request.setIsPassive(false);
        request.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        request.setAssertionConsumerServiceURL(self.assertionConsumerService().toString());

        Issuer issuer = xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(self.entityId().toString());
        request.setIssuer(issuer);
        request.setExtensions(extensions(ask));

        NameIDPolicy policy = xml.make(NameIDPolicy.class, NameIDPolicy.DEFAULT_ELEMENT_NAME);
        policy.setFormat(NameIDType.PERSISTENT);
        policy.setAllowCreate(true);
        request.setNameIDPolicy(policy);

        AuthnContextClassRef level = xml.make(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
        level.setURI(ask.level().uri());
        RequestedAuthnContext context =
                xml.make(RequestedAuthnContext.class, RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
        context.setComparison(AuthnContextComparisonTypeEnumeration.MINIMUM);
        context.getAuthnContextClassRefs().add(level);
        request.setRequestedAuthnContext(context);

        key.sign(request);
        return request;
    }

    private static Extensions extensions(Ask ask) {
        XSAny type = eidas("SPType");
        type.setTextContent("public");
        XSAny attributes = eidas("RequestedAttributes");
        ask.data().stream().sorted().flatMap(AuthnRequests::attributesOf).forEach(name -> attributes
                .getUnknownXMLObjects()
                .add(requested(name)));
        Extensions extensions = SamlXml.get().make(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().addAll(List.of(type, attributes));
        return extensions;
    }

    private static XSAny requested(String name) {
        XSAny attribute = eidas("RequestedAttribute");
        attribute.getUnknownAttributes().put(new QName("Name"), name);
        attribute.getUnknownAttributes().put(new QName("NameFormat"), Attribute.URI_REFERENCE);
        attribute.getUnknownAttributes().put(new QName("isRequired"), "false");
        return attribute;
    }

    private static Stream<String> attributesOf(Datum datum) {
        return switch (datum) {
            case IDENTITY ->
                Stream.of(
                        EidasNames.PERSON_IDENTIFIER,
                        EidasNames.GIVEN_NAME,
                        EidasNames.FAMILY_NAME,
                        EidasNames.FIRST_SURNAME,
                        EidasNames.SECOND_SURNAME);
            case BIRTH_DATE -> Stream.of(EidasNames.DATE_OF_BIRTH);
            case REGISTRATION -> Stream.of(EidasNames.REGISTER_TYPE);
        };
    }

    private static XSAny eidas(String element) {
        return new XSAnyBuilder().buildObject(EIDAS, element, "eidas");
    }
}
