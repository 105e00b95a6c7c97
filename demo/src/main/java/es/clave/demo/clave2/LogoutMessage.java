package es.clave.demo.clave2;

import es.clave.demo.taxagency.SamlXml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.NameIDType;
import org.w3c.dom.Element;

/** A request to end the session of the browser that brings it. Its fields mean other things than in SAML. */
public final class LogoutMessage {

    private static final Duration MEANT_FOR = Duration.ofMinutes(5);

    private final Application application;
    private final String id = LoginRequest.newId();
    private final Instant issuedAt;
    private String agency;
    private String returnAddress;
    private Consumer<Element> edit = element -> {};

    /** The usual request of this application. */
    public LogoutMessage(Application application, Instant now) {
        this.application = application;
        this.issuedAt = now;
        this.agency = application.agency();
        this.returnAddress = application.returnAddress().toString();
    }

    /** Its ID, which the answer names. */
    public String id() {
        return id;
    }

    public LogoutMessage agency(String other) {
        agency = other;
        return this;
    }

    public LogoutMessage returnAddress(String other) {
        returnAddress = other;
        return this;
    }

    /** Changes the element just before it is signed. */
    public LogoutMessage edit(Consumer<Element> change) {
        edit = change;
        return this;
    }

    /** The signed XML. */
    public String xml() {
        SamlXml xml = SamlXml.get();
        LogoutRequest request = xml.make(LogoutRequest.class, LogoutRequest.DEFAULT_ELEMENT_NAME);
        request.setID(id);
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(issuedAt);
        request.setNotOnOrAfter(issuedAt.plus(MEANT_FOR));
        request.setReason(LogoutRequest.USER_REASON);
        request.setDestination(application.logoutAction().toString());
        Issuer issuer = xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(returnAddress);
        request.setIssuer(issuer);
        NameID name = xml.make(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
        name.setFormat(NameIDType.UNSPECIFIED);
        name.setSPNameQualifier(returnAddress);
        name.setValue(agency);
        request.setNameID(name);
        return SigningStyle.USUAL.sign(request, application.key(), edit);
    }

    /** The value of the field {@code logoutRequest}. */
    public String base64() {
        return Base64.getEncoder().encodeToString(xml().getBytes(StandardCharsets.UTF_8));
    }
}
