package es.clave.integrationtests.harness;

import es.clave.demo.KeyFiles;
import es.clave.demo.taxagency.SamlXml;
import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.web.Html;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jsoup.nodes.Document;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.LogoutResponse;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.SessionIndex;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.Credential;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.DecryptionException;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;

/** An agency that speaks SAML in the test's own hand, by OpenSAML: registered by its metadata, with two addresses. */
public final class SamlAgency implements AutoCloseable {

    private static final String METADATA = """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="%1$s/metadata">
              <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%2$s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                %3$s
                <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%1$s/slo"/>
                <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%1$s/acs" index="1" isDefault="true"/>
                <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%1$s/second-acs" index="7"/>
                <md:AttributeConsumingService index="0">
                  <md:ServiceName xml:lang="es">Trámites de prueba</md:ServiceName>
                  <md:RequestedAttribute Name="http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>
                  <md:RequestedAttribute Name="http://eidas.europa.eu/attributes/naturalperson/DateOfBirth" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"/>
                </md:AttributeConsumingService>
              </md:SPSSODescriptor>
              <md:Organization>
                <md:OrganizationName xml:lang="es">Agencia de prueba</md:OrganizationName>
                <md:OrganizationDisplayName xml:lang="es">Agencia de prueba SAML</md:OrganizationDisplayName>
                <md:OrganizationURL xml:lang="es">%1$s</md:OrganizationURL>
              </md:Organization>
            </md:EntityDescriptor>
            """;

    private static final String ENCRYPTION = """
            <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            """;

    private static final String PASSWORD = "only-for-tests";

    private final Clave clave;
    private final WebServer server;
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;
    private final List<String> loggedOut = Collections.synchronizedList(new ArrayList<>());
    private final List<String> logoutStatus = Collections.synchronizedList(new ArrayList<>());

    private SamlAgency(Clave clave, PrivateKey key, X509Certificate certificate) {
        this.clave = clave;
        this.clock = clave.clock();
        this.key = key;
        this.certificate = certificate;
        this.server = WebServer.open("test-agency", 0, (status, request) -> Response.page(status, Html.nothing()))
                .get("/slo", this::logOut)
                .start();
    }

    /** Opens an agency with a key of its own, not registered yet. */
    public static SamlAgency open(Clave clave) {
        try {
            Path file = Files.createTempDirectory("saml-agency").resolve("key.p12");
            KeyFiles.forSigning(file, PASSWORD, "test-agency");
            KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            String alias = store.aliases().nextElement();
            return new SamlAgency(clave, (PrivateKey) store.getKey(alias, PASSWORD.toCharArray()), (X509Certificate)
                    store.getCertificate(alias));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Where it is. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    public String entityId() {
        return baseUrl() + "/metadata";
    }

    /** What it tells of itself. */
    public String metadata(boolean encrypted) {
        String der = base64(encoded(certificate));
        return METADATA.formatted(baseUrl(), der, encrypted ? ENCRYPTION.formatted(der) : "");
    }

    /** A request, changed by the test and not yet signed. */
    public AuthnRequest request(Consumer<AuthnRequest> change) {
        SamlXml xml = SamlXml.get();
        AuthnRequest request = xml.make(AuthnRequest.class, AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setID("_" + UUID.randomUUID());
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(clock.instant());
        request.setDestination(endpoint().toString());
        request.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        Issuer issuer = xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(entityId());
        request.setIssuer(issuer);
        change.accept(request);
        return request;
    }

    /** Signs it inside, as HTTP-POST wants it. */
    public Map<String, String> posted(AuthnRequest request) {
        SigningKey.of(key, certificate).sign(request);
        return unsigned(request);
    }

    /** The form without any signature. */
    public Map<String, String> unsigned(AuthnRequest request) {
        return HttpVisitor.fields("SAMLRequest", base64(bytes(request)), "RelayState", "state-of-the-agency");
    }

    /** Signs it outside, as HTTP-Redirect wants it (SAML Bindings 2.0, 3.4.4.1). */
    public URI redirected(AuthnRequest request) {
        return signedOutside("SAMLRequest", request, "x");
    }

    /** A request to log out whoever this assertion is about, signed as {@link #redirected}. */
    public URI logout(Assertion assertion) {
        SamlXml xml = SamlXml.get();
        LogoutRequest request = xml.make(LogoutRequest.class, LogoutRequest.DEFAULT_ELEMENT_NAME);
        request.setID("_" + UUID.randomUUID());
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(clock.instant());
        request.setDestination(endpoint().toString());
        Issuer issuer = xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(entityId());
        request.setIssuer(issuer);
        NameID name = xml.make(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
        name.setFormat(assertion.getSubject().getNameID().getFormat());
        name.setValue(assertion.getSubject().getNameID().getValue());
        request.setNameID(name);
        SessionIndex session = xml.make(SessionIndex.class, SessionIndex.DEFAULT_ELEMENT_NAME);
        session.setValue(assertion.getAuthnStatements().get(0).getSessionIndex());
        request.getSessionIndexes().add(session);
        return signedOutside("SAMLRequest", request, "x");
    }

    /** The status of the last answer to a logout that this agency asked for: all its codes, the first one first. */
    public List<String> logoutStatus() {
        return List.copyOf(logoutStatus);
    }

    private URI signedOutside(String field, XMLObject message, String relayState) {
        String query = field + "=" + HttpVisitor.encode(base64(deflated(bytes(message)))) + "&RelayState="
                + HttpVisitor.encode(relayState) + "&SigAlg="
                + HttpVisitor.encode("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(query.getBytes(StandardCharsets.UTF_8));
            return URI.create(endpoint() + "?" + query + "&Signature=" + HttpVisitor.encode(base64(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where Cl@ve takes SAML. */
    public URI endpoint() {
        return clave.node().realmUrl("/protocol/saml");
    }

    /** The answer that a page carries to the agency, its signature verified against this key of Cl@ve's metadata. */
    public org.opensaml.saml.saml2.core.Response answer(HttpVisitor.Answer page, Credential claves) {
        Document document = page.page();
        String field = document.select("input[name=SAMLResponse]").attr("value");
        if (field.isEmpty()) {
            throw new AssertionError("HTTP " + page.status() + " without an answer: " + document.text());
        }
        try {
            XMLObject message = SamlXml.get().read(Base64.getDecoder().decode(field));
            var response = (org.opensaml.saml.saml2.core.Response) message;
            new SAMLSignatureProfileValidator().validate(response.getSignature());
            SignatureValidator.validate(response.getSignature(), claves);
            return response;
        } catch (IOException | SignatureException e) {
            throw new AssertionError(e);
        }
    }

    /** The one assertion of an answer, decrypted with the agency's key where it is encrypted. */
    public Assertion assertion(org.opensaml.saml.saml2.core.Response response) {
        if (response.getEncryptedAssertions().isEmpty()) {
            return response.getAssertions().get(0);
        }
        EncryptedAssertion encrypted = response.getEncryptedAssertions().get(0);
        Decrypter decrypter = new Decrypter(
                null,
                new StaticKeyInfoCredentialResolver(new BasicX509Credential(certificate, key)),
                new InlineEncryptedKeyResolver());
        decrypter.setRootInNewDocument(true);
        try {
            return decrypter.decrypt(encrypted);
        } catch (DecryptionException e) {
            throw new AssertionError(e);
        }
    }

    /** The requests to log out that came here in a browser. */
    public List<String> logouts() {
        return List.copyOf(loggedOut);
    }

    /** Ends whatever session it is, and sends the browser back. */
    private Response logOut(Request request) throws IOException {
        Optional<String> answered = request.query("SAMLResponse");
        if (answered.isPresent()) {
            LogoutResponse answer = (LogoutResponse)
                    SamlXml.get().read(inflated(Base64.getDecoder().decode(answered.get())));
            StatusCode code = answer.getStatus().getStatusCode();
            logoutStatus.add(code.getValue());
            Optional.ofNullable(code.getStatusCode()).map(StatusCode::getValue).ifPresent(logoutStatus::add);
            return Response.page(200, Html.nothing());
        }
        String field = request.query("SAMLRequest").orElseThrow();
        LogoutRequest asked =
                (LogoutRequest) SamlXml.get().read(inflated(Base64.getDecoder().decode(field)));
        loggedOut.add(asked.getSessionIndexes().get(0).getValue());
        SamlXml xml = SamlXml.get();
        LogoutResponse answer = xml.make(LogoutResponse.class, LogoutResponse.DEFAULT_ELEMENT_NAME);
        answer.setID("_" + UUID.randomUUID());
        answer.setVersion(SAMLVersion.VERSION_20);
        answer.setIssueInstant(clock.instant());
        answer.setDestination(endpoint().toString());
        answer.setInResponseTo(asked.getID());
        Issuer issuer = xml.make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(entityId());
        answer.setIssuer(issuer);
        StatusCode code = xml.make(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
        code.setValue(StatusCode.SUCCESS);
        Status status = xml.make(Status.class, Status.DEFAULT_ELEMENT_NAME);
        status.setStatusCode(code);
        answer.setStatus(status);
        return Response.redirect(signedOutside(
                "SAMLResponse", answer, request.query("RelayState").orElse("")));
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static byte[] bytes(XMLObject message) {
        return SamlXml.get().write(message).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
