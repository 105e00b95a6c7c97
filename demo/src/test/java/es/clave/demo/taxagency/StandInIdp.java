package es.clave.demo.taxagency;

import es.clave.demo.web.Html;
import es.clave.demo.web.Keys;
import es.clave.demo.web.WebServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.LogoutResponse;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.SessionIndex;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.SingleLogoutService;
import org.opensaml.saml.saml2.metadata.SingleSignOnService;
import org.opensaml.security.credential.UsageType;
import org.w3c.dom.Element;

/** Stands in for Cl@ve: publishes metadata, and answers as a test wants it to. */
final class StandInIdp implements AutoCloseable {

    static final String SESSION = "session-1";
    static final String NAME_ID = "name-1";

    private final SamlXml xml = SamlXml.get();
    private final Clock clock;
    private final WebServer server;
    private final AtomicReference<SigningKey> key = new AtomicReference<>();

    StandInIdp(Clock clock, SigningKey key) {
        this.clock = clock;
        this.key.set(key);
        server = WebServer.open("idp", 0, (status, request) -> es.clave.demo.web.Response.page(status, Html.nothing()));
        server.get(
                        "/descriptor",
                        request -> es.clave.demo.web.Response.of(
                                200, "application/xml", metadata().getBytes(StandardCharsets.UTF_8)))
                .start();
    }

    static SigningKey newKey() throws Exception {
        var pair = Keys.rsa();
        return SigningKey.of(pair.getPrivate(), Keys.selfSigned(pair));
    }

    SigningKey key() {
        return key.get();
    }

    void changeKey(SigningKey next) {
        key.set(next);
    }

    URI entityId() {
        return URI.create(server.baseUrl() + "/realms/clave");
    }

    URI metadataAddress() {
        return URI.create(server.baseUrl() + "/descriptor");
    }

    /** The answer that a citizen's login would get, signed as Cl@ve signs, to be changed before or after signing. */
    final class Answer {

        private final Response response = make(Response.class, Response.DEFAULT_ELEMENT_NAME);
        private final Assertion assertion = make(Assertion.class, Assertion.DEFAULT_ELEMENT_NAME);
        private SigningKey signer = key.get();
        private boolean signAssertion = true;
        private boolean signResponse = true;
        private Consumer<Element> tampering = untouched -> {};

        Answer(AuthnRequest request) {
            Instant now = clock.instant();
            String recipient = request.getAssertionConsumerServiceURL();
            response.setID(newId());
            response.setVersion(SAMLVersion.VERSION_20);
            response.setIssueInstant(now);
            response.setInResponseTo(request.getID());
            response.setDestination(recipient);
            response.setIssuer(issuer());
            response.setStatus(status(StatusCode.SUCCESS));

            assertion.setID(newId());
            assertion.setVersion(SAMLVersion.VERSION_20);
            assertion.setIssueInstant(now);
            assertion.setIssuer(issuer());

            NameID nameId = make(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
            nameId.setFormat(NameID.PERSISTENT);
            nameId.setValue(NAME_ID);
            SubjectConfirmationData data =
                    make(SubjectConfirmationData.class, SubjectConfirmationData.DEFAULT_ELEMENT_NAME);
            data.setRecipient(recipient);
            data.setInResponseTo(request.getID());
            data.setNotOnOrAfter(now.plus(Duration.ofMinutes(5)));
            SubjectConfirmation confirmation =
                    make(SubjectConfirmation.class, SubjectConfirmation.DEFAULT_ELEMENT_NAME);
            confirmation.setMethod(SubjectConfirmation.METHOD_BEARER);
            confirmation.setSubjectConfirmationData(data);
            Subject subject = make(Subject.class, Subject.DEFAULT_ELEMENT_NAME);
            subject.setNameID(nameId);
            subject.getSubjectConfirmations().add(confirmation);
            assertion.setSubject(subject);

            Audience audience = make(Audience.class, Audience.DEFAULT_ELEMENT_NAME);
            audience.setURI(request.getIssuer().getValue());
            AudienceRestriction restriction = make(AudienceRestriction.class, AudienceRestriction.DEFAULT_ELEMENT_NAME);
            restriction.getAudiences().add(audience);
            Conditions conditions = make(Conditions.class, Conditions.DEFAULT_ELEMENT_NAME);
            conditions.setNotBefore(now);
            conditions.setNotOnOrAfter(now.plus(Duration.ofMinutes(5)));
            conditions.getAudienceRestrictions().add(restriction);
            assertion.setConditions(conditions);

            AuthnStatement statement = make(AuthnStatement.class, AuthnStatement.DEFAULT_ELEMENT_NAME);
            statement.setAuthnInstant(now);
            statement.setSessionIndex(SESSION);
            AuthnContext context = make(AuthnContext.class, AuthnContext.DEFAULT_ELEMENT_NAME);
            context.setAuthnContextClassRef(level("http://eidas.europa.eu/LoA/substantial"));
            statement.setAuthnContext(context);
            assertion.getAuthnStatements().add(statement);

            AttributeStatement attributes = make(AttributeStatement.class, AttributeStatement.DEFAULT_ELEMENT_NAME);
            Map.of(
                            EidasNames.PERSON_IDENTIFIER, "00000001R",
                            EidasNames.GIVEN_NAME, "Ana",
                            EidasNames.FAMILY_NAME, "García López")
                    .forEach((name, value) -> attributes.getAttributes().add(attribute(name, value)));
            assertion.getAttributeStatements().add(attributes);
        }

        Answer changed(Consumer<Assertion> change) {
            change.accept(assertion);
            return this;
        }

        Answer changedOutside(Consumer<Response> change) {
            change.accept(response);
            return this;
        }

        Answer signedWith(SigningKey other) {
            signer = other;
            return this;
        }

        Answer withoutSignatures() {
            signAssertion = false;
            signResponse = false;
            return this;
        }

        Answer withoutSignatureOnTheAssertion() {
            signAssertion = false;
            return this;
        }

        Answer withoutSignatureOnTheResponse() {
            signResponse = false;
            return this;
        }

        /** Changes the XML after it was signed. */
        Answer tampered(Consumer<Element> how) {
            tampering = how;
            return this;
        }

        Answer refusing(String code) {
            response.setStatus(status(StatusCode.RESPONDER));
            StatusCode inner = make(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
            inner.setValue(code);
            response.getStatus().getStatusCode().setStatusCode(inner);
            return this;
        }

        String base64() {
            if (StatusCode.SUCCESS.equals(response.getStatus().getStatusCode().getValue())) {
                if (signAssertion) {
                    signer.sign(assertion);
                }
                response.getAssertions().add(assertion);
            }
            if (signResponse) {
                signer.sign(response);
            }
            Element element = parsed(xml.write(response));
            tampering.accept(element);
            return encode(net.shibboleth.utilities.java.support.xml.SerializeSupport.nodeToString(element));
        }

        private Element parsed(String text) {
            try {
                return xml.read(text.getBytes(StandardCharsets.UTF_8)).getDOM();
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Answer answer(AuthnRequest request) {
        return new Answer(request);
    }

    LogoutRequest logoutRequest(URI destination) {
        LogoutRequest request = make(LogoutRequest.class, LogoutRequest.DEFAULT_ELEMENT_NAME);
        request.setID(newId());
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(clock.instant());
        request.setDestination(destination.toString());
        request.setIssuer(issuer());
        NameID nameId = make(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
        nameId.setValue(NAME_ID);
        request.setNameID(nameId);
        SessionIndex index = make(SessionIndex.class, SessionIndex.DEFAULT_ELEMENT_NAME);
        index.setValue(SESSION);
        request.getSessionIndexes().add(index);
        return request;
    }

    LogoutResponse logoutResponse(LogoutRequest request, URI destination) {
        LogoutResponse response = make(LogoutResponse.class, LogoutResponse.DEFAULT_ELEMENT_NAME);
        response.setID(newId());
        response.setVersion(SAMLVersion.VERSION_20);
        response.setIssueInstant(clock.instant());
        response.setInResponseTo(request.getID());
        response.setDestination(destination.toString());
        response.setIssuer(issuer());
        response.setStatus(status(StatusCode.SUCCESS));
        return response;
    }

    String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    AuthnContextClassRef level(String uri) {
        AuthnContextClassRef reference = make(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
        reference.setURI(uri);
        return reference;
    }

    Issuer issuer() {
        return issuer(entityId().toString());
    }

    Issuer issuer(String name) {
        Issuer issuer = make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(name);
        return issuer;
    }

    @Override
    public void close() {
        server.close();
    }

    private Status status(String value) {
        StatusCode code = make(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
        code.setValue(value);
        Status status = make(Status.class, Status.DEFAULT_ELEMENT_NAME);
        status.setStatusCode(code);
        return status;
    }

    private Attribute attribute(String name, String text) {
        XSString value = new XSStringBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, XSString.TYPE_NAME);
        value.setValue(text);
        Attribute attribute = make(Attribute.class, Attribute.DEFAULT_ELEMENT_NAME);
        attribute.setName(name);
        attribute.setNameFormat(Attribute.URI_REFERENCE);
        attribute.getAttributeValues().add(value);
        return attribute;
    }

    private String metadata() {
        KeyDescriptor signing = make(KeyDescriptor.class, KeyDescriptor.DEFAULT_ELEMENT_NAME);
        signing.setUse(UsageType.SIGNING);
        signing.setKeyInfo(key.get().keyInfo());
        SingleSignOnService signOn = make(SingleSignOnService.class, SingleSignOnService.DEFAULT_ELEMENT_NAME);
        signOn.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        signOn.setLocation(entityId() + "/protocol/saml");
        SingleLogoutService logout = make(SingleLogoutService.class, SingleLogoutService.DEFAULT_ELEMENT_NAME);
        logout.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        logout.setLocation(entityId() + "/protocol/saml");
        IDPSSODescriptor role = make(IDPSSODescriptor.class, IDPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.getKeyDescriptors().add(signing);
        role.getSingleSignOnServices().add(signOn);
        role.getSingleLogoutServices().add(logout);
        EntityDescriptor entity = make(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(entityId().toString());
        entity.getRoleDescriptors().add(role);
        return xml.write(entity);
    }

    private <T extends org.opensaml.core.xml.XMLObject> T make(Class<T> type, javax.xml.namespace.QName name) {
        return xml.make(type, name);
    }

    private static String newId() {
        return "_" + UUID.randomUUID();
    }
}
