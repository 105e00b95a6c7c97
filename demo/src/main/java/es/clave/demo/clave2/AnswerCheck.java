package es.clave.demo.clave2;

import es.clave.demo.taxagency.SamlXml;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.LogoutResponse;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.DecryptionException;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;

/** Everything that must hold before an application believes what a browser brought back from Cl@ve. */
public final class AnswerCheck {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(15);
    private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    private final Application application;
    private final X509Certificate certificate;
    private final Clock clock;

    /**
     * A check.
     *
     * @param certificate Cl@ve's, as it was handed over when the application was registered
     */
    public AnswerCheck(Application application, X509Certificate certificate, Clock clock) {
        this.application = application;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** The answer in the field {@code SAMLResponse} to the request of this ID. */
    public Answer login(String base64, String requestId) throws NotBelieved {
        Response response = signed(base64, Response.class);
        require(requestId.equals(response.getInResponseTo()), "it answers another request");
        require(application.replyAddress().toString().equals(response.getDestination()), "it is for elsewhere");
        require(isOfClave(response.getIssuer()), "it is of another issuer");
        require(isOfNow(response.getIssueInstant()), "it is old, or of the future");
        Status status = response.getStatus();
        StatusCode code = status.getStatusCode();
        if (!code.getValue().equals(StatusCode.SUCCESS)) {
            // The official kit cannot read an error without an assertion.
            require(response.getAssertions().size() == 1, "an error must bring an assertion");
            Assertion nobody = response.getAssertions().get(0);
            require("NotAvailable".equals(nobody.getSubject().getNameID().getValue()), "an error names somebody");
            return new Answer.Failed(
                    code.getValue().substring(STATUS.length()),
                    code.getStatusCode().getValue().substring(STATUS.length()),
                    status.getStatusMessage().getValue());
        }
        require(StatusCode.SUCCESS.equals(status.getStatusMessage().getValue()), "the message is not that of success");
        return identified(assertion(response), requestId);
    }

    /** Believes, or not, the answer in the field {@code logoutResponse} to the request of this ID. */
    public void logout(String base64, String requestId) throws NotBelieved {
        LogoutResponse response = signed(base64, LogoutResponse.class);
        require(requestId.equals(response.getInResponseTo()), "it answers another request");
        require(application.returnAddress().toString().equals(response.getDestination()), "it is for elsewhere");
        require("Cl@ve".equals(response.getIssuer().getValue()), "it is of another issuer");
        require(isOfNow(response.getIssueInstant()), "it is old, or of the future");
        require(
                StatusCode.SUCCESS.equals(response.getStatus().getStatusCode().getValue()),
                "the session was not ended");
    }

    private Answer identified(Assertion assertion, String requestId) throws NotBelieved {
        require(isOfClave(assertion.getIssuer()), "the assertion is of another issuer");
        Subject subject = assertion.getSubject();
        require(
                application.realm().toString().equals(subject.getNameID().getNameQualifier()),
                "the name is qualified by another");
        SubjectConfirmationData confirmation = subject.getSubjectConfirmations().stream()
                .filter(each -> BEARER.equals(each.getMethod()))
                .map(each -> each.getSubjectConfirmationData())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new NotBelieved("nothing says who may bring it"));
        require(requestId.equals(confirmation.getInResponseTo()), "the assertion answers another request");
        require(
                application.replyAddress().toString().equals(confirmation.getRecipient()),
                "the assertion is for elsewhere");
        requireWindow(assertion, confirmation.getNotOnOrAfter());
        // Not an entity id: the official kit wants the reply address here, too.
        List<String> audiences = assertion.getConditions().getAudienceRestrictions().stream()
                .flatMap(restriction -> restriction.getAudiences().stream())
                .map(audience -> audience.getURI())
                .toList();
        require(audiences.equals(List.of(application.replyAddress().toString())), "the audience is another");
        require(assertion.getConditions().getOneTimeUse() != null, "it may be used more than once");
        return new Answer.Identified(
                subject.getNameID().getValue(),
                subject.getNameID().getFormat(),
                assertion
                        .getAuthnStatements()
                        .get(0)
                        .getAuthnContext()
                        .getAuthnContextClassRef()
                        .getURI(),
                assertion.getAuthnStatements().get(0).getAuthnInstant(),
                attributes(assertion),
                assertion);
    }

    private void requireWindow(Assertion assertion, Instant confirmedUntil) throws NotBelieved {
        Instant from = assertion.getConditions().getNotBefore();
        Instant until = assertion.getConditions().getNotOnOrAfter();
        require(from != null && until != null && until.equals(confirmedUntil), "it has no window, or two");
        require(Duration.between(from, until).compareTo(LONGEST_WINDOW) <= 0, "the window is too long");
        Instant now = clock.instant();
        require(!now.isBefore(from.minus(CLOCK_SKEW)) && now.isBefore(until.plus(CLOCK_SKEW)), "its time is over");
    }

    private static Map<String, String> attributes(Assertion assertion) throws NotBelieved {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : assertion.getAttributeStatements().get(0).getAttributes()) {
            List<XMLObject> values = attribute.getAttributeValues();
            require(values.size() == 1, "an attribute has not one value");
            String before =
                    attributes.put(attribute.getName(), values.get(0).getDOM().getTextContent());
            require(before == null, "an attribute came twice");
        }
        return attributes;
    }

    private Assertion assertion(Response response) throws NotBelieved {
        if (response.getEncryptedAssertions().isEmpty()) {
            require(response.getAssertions().size() == 1, "there is not one assertion");
            return response.getAssertions().get(0);
        }
        require(
                response.getAssertions().isEmpty()
                        && response.getEncryptedAssertions().size() == 1,
                "there is not one assertion");
        Decrypter decrypter = new Decrypter(
                null,
                new StaticKeyInfoCredentialResolver(application.key().credential()),
                new InlineEncryptedKeyResolver());
        decrypter.setRootInNewDocument(true);
        try {
            return decrypter.decrypt(response.getEncryptedAssertions().get(0));
        } catch (DecryptionException e) {
            throw new NotBelieved("the assertion cannot be decrypted", e);
        }
    }

    private <T extends SignableSAMLObject> T signed(String base64, Class<T> type) throws NotBelieved {
        XMLObject read;
        try {
            read = SamlXml.get().read(Base64.getDecoder().decode(base64));
        } catch (IOException | IllegalArgumentException e) {
            throw new NotBelieved("it cannot be read", e);
        }
        require(type.isInstance(read), "it is not a " + type.getSimpleName());
        T message = type.cast(read);
        require(message.getSignature() != null, "it is not signed");
        require(
                SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA512.equals(
                        message.getSignature().getSignatureAlgorithm()),
                "it is signed by another algorithm");
        try {
            new SAMLSignatureProfileValidator().validate(message.getSignature());
            SignatureValidator.validate(message.getSignature(), new BasicX509Credential(certificate));
        } catch (SignatureException e) {
            throw new NotBelieved("it is not signed by Cl@ve", e);
        }
        return message;
    }

    private boolean isOfClave(Issuer issuer) {
        return Optional.ofNullable(issuer)
                .filter(is -> application.realm().toString().equals(is.getValue()))
                .isPresent();
    }

    private boolean isOfNow(Instant issued) {
        Instant now = clock.instant();
        return issued != null && !issued.isAfter(now.plus(CLOCK_SKEW)) && issued.isAfter(now.minus(LONGEST_WINDOW));
    }

    private static void require(boolean holds, String otherwise) throws NotBelieved {
        if (!holds) {
            throw new NotBelieved(otherwise);
        }
    }
}
