package es.clave.demo.taxagency;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.LogoutResponse;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Element;

/** The tax agency, seen from a browser; Cl@ve is a stand-in that can be made to answer anything. */
class TaxAgencyTest {

    private static final String DSIG = SignatureConstants.XMLSIG_NS;
    private static final String SAML = SAMLConstants.SAML20_NS;
    private static final String SAMLP = SAMLConstants.SAML20P_NS;

    private final Clock clock = Clock.systemUTC();
    private final SamlXml xml = SamlXml.get();
    private static SigningKey claveKey;
    private static SigningKey agencyKey;
    private static SigningKey otherKey;
    private StandInIdp idp;
    private TaxAgency agency;
    private Browser browser;

    @BeforeAll
    static void makeKeys() throws Exception {
        claveKey = StandInIdp.newKey();
        agencyKey = StandInIdp.newKey();
        otherKey = StandInIdp.newKey();
    }

    @BeforeEach
    void open() {
        idp = new StandInIdp(clock, claveKey);
        agency = TaxAgency.open(0, new SamlSettings(idp.entityId(), idp.metadataAddress(), agencyKey), clock);
        browser = new Browser(agency.baseUrl());
    }

    @AfterEach
    void close() {
        agency.close();
        idp.close();
    }

    @Test
    void aCitizenGetsInAndSeesWhoCameIn() throws Exception {
        AuthnRequest request = askForLogin("level", "substantial", "data", "identity");

        HttpResponse<String> home = bringBack(idp.answer(request).base64());

        assertThat(Browser.text(home, "person-identifier")).hasValue("00000001R");
        assertThat(Browser.text(home, "given-name")).hasValue("Ana");
        assertThat(Browser.text(home, "level-uri")).hasValue("http://eidas.europa.eu/LoA/substantial");
        assertThat(home.body()).contains("id=\"assertion\"");
    }

    @Test
    void theRequestSaysWhatWasChosenAndIsSigned() throws Exception {
        AuthnRequest request = askForLogin("level", "high", "data", "birthdate", "fresh", "yes");

        SignatureValidator.validate(request.getSignature(), new BasicX509Credential(certificate()));
        assertThat(request.isForceAuthn()).isTrue();
        assertThat(request.getRequestedAuthnContext().getComparison()).hasToString("minimum");
        assertThat(request.getRequestedAuthnContext().getAuthnContextClassRefs())
                .extracting(reference -> reference.getURI())
                .containsExactly("http://eidas.europa.eu/LoA/high");
        assertThat(request.getIssuer().getValue()).isEqualTo(agency.baseUrl() + "/metadata");
        assertThat(request.getDestination()).isEqualTo(idp.entityId() + "/protocol/saml");
        assertThat(xml.write(request)).contains("naturalperson/DateOfBirth").doesNotContain("PersonIdentifier");
    }

    @Test
    void theMetadataTellsItsAddressesAndItsCertificate() throws Exception {
        String metadata = browser.get("/metadata").body();

        assertThat(metadata)
                .contains("entityID=\"" + agency.baseUrl() + "/metadata\"")
                .contains(agency.baseUrl() + "/acs")
                .contains(agency.baseUrl() + "/slo")
                .contains("AuthnRequestsSigned=\"true\"")
                .contains("WantAssertionsSigned=\"true\"");
        assertThat(metadata.replaceAll("\\s", "")).contains(agencyKey.certificateBase64());
    }

    @Test
    void anAssertionOnlyInsideASignedResponseIsNotEnough() throws Exception {
        refuse("unsigned", answer -> answer.withoutSignatureOnTheAssertion());
    }

    @Test
    void aSignedAssertionInAnUnsignedResponseIsEnough() throws Exception {
        AuthnRequest request = askForLogin();

        HttpResponse<String> home =
                bringBack(idp.answer(request).withoutSignatureOnTheResponse().base64());

        assertThat(Browser.text(home, "person-identifier")).hasValue("00000001R");
    }

    @Test
    void anUnsignedAssertionIsRefused() throws Exception {
        refuse("unsigned", answer -> answer.withoutSignatures());
    }

    @Test
    void aSignatureByAnotherKeyIsRefusedAlthoughItCarriesItsCertificate() throws Exception {
        refuse("signature", answer -> answer.signedWith(otherKey));
    }

    @Test
    void anAssertionChangedAfterItWasSignedIsRefused() throws Exception {
        refuse("signature", answer -> answer.withoutSignatureOnTheResponse()
                .tampered(response -> identifier(assertion(response)).setTextContent("99999999R")));
    }

    @Test
    void aCommentInTheIdentifierDoesNotCutItShort() throws Exception {
        AuthnRequest request = askForLogin();
        String answer = idp.answer(request)
                .tampered(response -> {
                    Element identifier = identifier(assertion(response));
                    identifier.setTextContent("0000");
                    identifier.appendChild(response.getOwnerDocument().createComment("x"));
                    identifier.appendChild(response.getOwnerDocument().createTextNode("0001R"));
                })
                .base64();

        HttpResponse<String> home = bringBack(answer);

        assertThat(Browser.text(home, "person-identifier")).hasValue("00000001R");
    }

    @Test
    void anotherAudienceIsRefused() throws Exception {
        refuse(
                "audience",
                answer -> answer.changed(assertion -> assertion
                        .getConditions()
                        .getAudienceRestrictions()
                        .get(0)
                        .getAudiences()
                        .get(0)
                        .setURI("https://another.example/metadata")));
    }

    @Test
    void noAudienceIsRefused() throws Exception {
        refuse(
                "audience",
                answer -> answer.changed(assertion ->
                        assertion.getConditions().getAudienceRestrictions().clear()));
    }

    @Test
    void anotherRecipientIsRefused() throws Exception {
        refuse(
                "recipient",
                answer -> answer.changed(
                        assertion -> confirmation(assertion).setRecipient("https://another.example/acs")));
    }

    @Test
    void aConfirmationForAnotherRequestIsRefused() throws Exception {
        refuse(
                "recipient",
                answer -> answer.changed(assertion -> confirmation(assertion).setInResponseTo("_other")));
    }

    @Test
    void anExpiredConfirmationIsRefused() throws Exception {
        refuse(
                "recipient",
                answer -> answer.changed(
                        assertion -> confirmation(assertion).setNotOnOrAfter(ago(Duration.ofMinutes(1)))));
    }

    @Test
    void anotherDestinationIsRefused() throws Exception {
        refuse(
                "destination",
                answer -> answer.changedOutside(response -> response.setDestination("https://another.example/acs")));
    }

    @Test
    void anExpiredAssertionIsRefused() throws Exception {
        refuse(
                "expired",
                answer -> answer.changed(
                        assertion -> assertion.getConditions().setNotOnOrAfter(ago(Duration.ofMinutes(1)))));
    }

    @Test
    void anAssertionWithoutAnEndIsRefused() throws Exception {
        refuse(
                "expired",
                answer -> answer.changed(assertion -> assertion.getConditions().setNotOnOrAfter(null)));
    }

    @Test
    void anAssertionFromTheFutureIsRefused() throws Exception {
        refuse(
                "not_yet",
                answer -> answer.changed(assertion ->
                        assertion.getConditions().setNotBefore(clock.instant().plus(Duration.ofMinutes(2)))));
    }

    @Test
    void anOldResponseIsRefused() throws Exception {
        refuse(
                "issue_instant",
                answer -> answer.changedOutside(response -> response.setIssueInstant(ago(Duration.ofMinutes(10)))));
    }

    @Test
    void anotherIssuerOfTheAssertionIsRefused() throws Exception {
        refuse(
                "issuer",
                answer -> answer.changed(assertion -> assertion.setIssuer(idp.issuer("https://another.example/idp"))));
    }

    @Test
    void anotherIssuerOfTheResponseIsRefused() throws Exception {
        refuse(
                "issuer",
                answer -> answer.changedOutside(
                        response -> response.setIssuer(idp.issuer("https://another.example/idp"))));
    }

    @Test
    void aLowerLevelThanAskedForIsRefused() throws Exception {
        refuse(
                "level",
                answer -> answer.changed(assertion -> assertion
                        .getAuthnStatements()
                        .get(0)
                        .getAuthnContext()
                        .setAuthnContextClassRef(idp.level("http://eidas.europa.eu/LoA/low"))));
    }

    @Test
    void aLevelThatIsNotOfEidasIsRefused() throws Exception {
        refuse(
                "level",
                answer -> answer.changed(assertion -> assertion
                        .getAuthnStatements()
                        .get(0)
                        .getAuthnContext()
                        .setAuthnContextClassRef(idp.level("urn:oasis:names:tc:SAML:2.0:ac:classes:Password"))));
    }

    @Test
    void anOldLoginIsRefusedWhereANewOneWasAskedFor() throws Exception {
        AuthnRequest request = askForLogin("level", "low", "fresh", "yes");
        String answer = idp.answer(request)
                .changed(assertion -> assertion.getAuthnStatements().get(0).setAuthnInstant(ago(Duration.ofMinutes(5))))
                .base64();

        assertRefused(browser.postFromElsewhere("/acs", "SAMLResponse", answer), "authn_instant");
    }

    @Test
    void aResponseNobodyAskedForIsRefused() throws Exception {
        AuthnRequest request = askForLogin();
        String answer = idp.answer(request)
                .changedOutside(response -> response.setInResponseTo(null))
                .base64();

        assertRefused(browser.postFromElsewhere("/acs", "SAMLResponse", answer), "unsolicited");
    }

    @Test
    void aResponseToAnotherBrowserIsRefused() throws Exception {
        AuthnRequest request = askForLogin();
        Browser victim = new Browser(agency.baseUrl());
        victim.submit("/login", "level", "low");

        HttpResponse<String> page = victim.postFromElsewhere(
                "/acs", "SAMLResponse", idp.answer(request).base64());

        assertThat(Browser.text(page, "error-code")).hasValue("unsolicited");
        assertThat(victim.get("/").body()).doesNotContain("person-identifier");
    }

    @Test
    void aResponseSentTwiceIsRefusedTheSecondTime() throws Exception {
        AuthnRequest request = askForLogin();
        String answer = idp.answer(request).base64();
        bringBack(answer);
        browser.submit("/logout");

        assertRefused(browser.postFromElsewhere("/acs", "SAMLResponse", answer), "unsolicited");
    }

    @Test
    void anAssertionUsedBeforeIsRefusedInAnotherResponse() throws Exception {
        ServiceProvider self = ServiceProvider.at(agency.baseUrl());
        SamlSettings settings = new SamlSettings(idp.entityId(), idp.metadataAddress(), agencyKey);
        ResponseCheck check = new ResponseCheck(self, new IdentityProvider(settings, clock), clock);
        LoginAttempt attempt = new LoginAttempt("_a", es.clave.demo.agency.Ask.usual(), clock.instant());
        AuthnRequest request =
                new AuthnRequests(self, agencyKey).make(attempt, URI.create(idp.entityId() + "/protocol/saml"));
        byte[] answer = Base64.getDecoder().decode(idp.answer(request).base64());

        assertThat(check.check((org.opensaml.saml.saml2.core.Response) xml.read(answer), attempt))
                .isInstanceOf(es.clave.demo.agency.Outcome.Identified.class);
        assertThat(check.check((org.opensaml.saml.saml2.core.Response) xml.read(answer), attempt))
                .extracting(Object::toString)
                .asString()
                .contains("replay");
    }

    static Stream<Arguments> wrappings() {
        return Stream.of(
                Arguments.of("forged before the signed one", (Consumer<Element>)
                        response -> response.insertBefore(forged(response, "_forged"), assertion(response))),
                Arguments.of("forged after the signed one", (Consumer<Element>)
                        response -> response.appendChild(forged(response, "_forged"))),
                Arguments.of("forged around the signed one", (Consumer<Element>) response -> {
                    Element original = assertion(response);
                    Element forged = forged(response, "_forged");
                    response.replaceChild(forged, original);
                    forged.appendChild(original);
                }),
                Arguments.of("forged with the signature, the signed one inside the signature", (Consumer<Element>)
                        response -> {
                            Element original = assertion(response);
                            Element forged = forged(response, "_forged");
                            Element signature = child(original, DSIG, "Signature");
                            response.replaceChild(forged, original);
                            forged.insertBefore(
                                    signature, forged.getFirstChild().getNextSibling());
                            Element object = response.getOwnerDocument().createElementNS(DSIG, "ds:Object");
                            object.appendChild(original);
                            signature.appendChild(object);
                        }),
                Arguments.of(
                        "forged with the same ID, the signed one in the extensions", (Consumer<Element>) response -> {
                            Element original = assertion(response);
                            Element forged = (Element) original.cloneNode(true);
                            identifier(forged).setTextContent("99999999R");
                            response.replaceChild(forged, original);
                            Element extensions = response.getOwnerDocument().createElementNS(SAMLP, "samlp:Extensions");
                            extensions.appendChild(original);
                            response.insertBefore(extensions, child(response, SAMLP, "Status"));
                        }),
                Arguments.of(
                        "forged with the signature, the signed one in the extensions", (Consumer<Element>) response -> {
                            Element original = assertion(response);
                            Element forged = forged(response, "_forged");
                            forged.insertBefore(
                                    child(original, DSIG, "Signature").cloneNode(true),
                                    forged.getFirstChild().getNextSibling());
                            response.replaceChild(forged, original);
                            Element extensions = response.getOwnerDocument().createElementNS(SAMLP, "samlp:Extensions");
                            extensions.appendChild(original);
                            response.insertBefore(extensions, child(response, SAMLP, "Status"));
                        }),
                Arguments.of("signature with two references", (Consumer<Element>) response -> {
                    Element info = child(child(assertion(response), DSIG, "Signature"), DSIG, "SignedInfo");
                    info.appendChild(child(info, DSIG, "Reference").cloneNode(true));
                }),
                Arguments.of("signature with an empty reference", (Consumer<Element>) response -> {
                    Element info = child(child(assertion(response), DSIG, "Signature"), DSIG, "SignedInfo");
                    child(info, DSIG, "Reference").setAttribute("URI", "");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void noFormOfSignatureWrappingGetsAnybodyIn(String name, Consumer<Element> wrapping) throws Exception {
        AuthnRequest request = askForLogin("level", "low", "data", "identity");
        String answer = idp.answer(request)
                .withoutSignatureOnTheResponse()
                .tampered(wrapping)
                .base64();

        HttpResponse<String> page = browser.postFromElsewhere("/acs", "SAMLResponse", answer);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(Browser.text(page, "error-code").orElse("none")).isIn("wrapping", "signature");
        assertThat(browser.get("/").body()).doesNotContain("person-identifier");
    }

    @Test
    void aDocumentTypeIsRefused() throws Exception {
        AuthnRequest request = askForLogin();
        String plain = new String(Base64.getDecoder().decode(idp.answer(request).base64()), StandardCharsets.UTF_8);
        String withDoctype =
                plain.replaceFirst("(<\\?xml[^>]*>)?", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");

        assertRefused(browser.postFromElsewhere("/acs", "SAMLResponse", idp.encode(withDoctype)), "malformed");
    }

    @Test
    void rubbishIsRefusedWithAPage() throws Exception {
        for (String rubbish :
                new String[] {"", "%%%", "PGE+", "AAAA", idp.encode("<a/>"), idp.encode("<a>\u0000</a>")}) {
            assertRefused(browser.postFromElsewhere("/acs", "SAMLResponse", rubbish), "malformed");
        }
    }

    @Test
    void somethingHugeIsRefusedWithAPage() throws Exception {
        HttpResponse<String> page = browser.postFromElsewhere("/acs", "SAMLResponse", "A".repeat(300_000));

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("Demasiado grande");
    }

    @Test
    void anErrorOfClaveIsShownWithAWayToTryAgain() throws Exception {
        AuthnRequest request = askForLogin("level", "high", "data", "identity");

        HttpResponse<String> page = browser.postFromElsewhere(
                "/acs",
                "SAMLResponse",
                idp.answer(request).refusing(StatusCode.NO_AUTHN_CONTEXT).base64());

        assertThat(Browser.text(page, "error-code")).hasValue(StatusCode.NO_AUTHN_CONTEXT);
        assertThat(page.body()).contains("id=\"retry\"");
        assertThat(Browser.hidden(page, "level")).isEqualTo("high");
    }

    @Test
    void aNewKeyOfClaveIsFoundInItsMetadata() throws Exception {
        MovableClock moving = new MovableClock(Instant.now());
        try (TaxAgency patient =
                TaxAgency.open(0, new SamlSettings(idp.entityId(), idp.metadataAddress(), agencyKey), moving)) {
            browser = new Browser(patient.baseUrl());
            askForLogin();
            idp.changeKey(otherKey);
            moving.forward(Duration.ofMinutes(1));
            AuthnRequest request = askForLogin();

            HttpResponse<String> home = bringBack(idp.answer(request).base64());

            assertThat(Browser.text(home, "person-identifier")).hasValue("00000001R");
        }
    }

    @Test
    void aLoginThatStandsOnAnotherSitesPageIsRefused() throws Exception {
        assertThat(browser.postFromElsewhere("/login", "level", "low").statusCode())
                .isEqualTo(403);
        assertThat(browser.postFromElsewhere("/logout").statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionGetsANewNameAtLogin() throws Exception {
        browser.submit("/login", "level", "low");
        AuthnRequest request = askForLogin();

        HttpResponse<String> answer = browser.postFromElsewhere(
                "/acs", "SAMLResponse", idp.answer(request).base64());

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("tributos=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void loggingOutHereTellsClaveAndBelievesItsAnswer() throws Exception {
        bringBack(idp.answer(askForLogin()).base64());

        HttpResponse<String> page = browser.submit("/logout");

        LogoutRequest request = (LogoutRequest) xml.read(decoded(page, "SAMLRequest"));
        SignatureValidator.validate(request.getSignature(), new BasicX509Credential(certificate()));
        assertThat(request.getNameID().getValue()).isEqualTo(StandInIdp.NAME_ID);
        assertThat(request.getSessionIndexes())
                .extracting(index -> index.getValue())
                .containsExactly(StandInIdp.SESSION);
        assertThat(browser.get("/").body()).doesNotContain("person-identifier");

        LogoutResponse answer = idp.logoutResponse(request, at("/slo"));
        idp.key().sign(answer);
        HttpResponse<String> after = browser.postFromElsewhere("/slo", "SAMLResponse", idp.encode(xml.write(answer)));
        assertThat(after.headers().firstValue("Location")).hasValue("/logged-out");
    }

    @Test
    void anAnswerToALogoutThatClaveDidNotSignIsNotBelieved() throws Exception {
        bringBack(idp.answer(askForLogin()).base64());
        LogoutRequest request = (LogoutRequest) xml.read(decoded(browser.submit("/logout"), "SAMLRequest"));

        LogoutResponse answer = idp.logoutResponse(request, at("/slo"));
        HttpResponse<String> after = browser.postFromElsewhere("/slo", "SAMLResponse", idp.encode(xml.write(answer)));

        assertThat(after.headers().firstValue("Location")).hasValue("/logged-out-here");
    }

    @Test
    void aLogoutBegunElsewhereEndsTheSessionAndIsAnswered() throws Exception {
        bringBack(idp.answer(askForLogin()).base64());
        LogoutRequest request = idp.logoutRequest(at("/slo"));
        idp.key().sign(request);

        // From a browser without the agency's cookies, as when Cl@ve's server itself sends it.
        HttpResponse<String> page = new Browser(agency.baseUrl())
                .postFromElsewhere("/slo", "SAMLRequest", idp.encode(xml.write(request)), "RelayState", "abc");

        LogoutResponse answer = (LogoutResponse) xml.read(decoded(page, "SAMLResponse"));
        SignatureValidator.validate(answer.getSignature(), new BasicX509Credential(certificate()));
        assertThat(answer.getInResponseTo()).isEqualTo(request.getID());
        assertThat(answer.getStatus().getStatusCode().getValue()).isEqualTo(StatusCode.SUCCESS);
        assertThat(Browser.hidden(page, "RelayState")).isEqualTo("abc");
        assertThat(browser.get("/").body()).doesNotContain("person-identifier");
    }

    @Test
    void aLogoutOfAnotherSessionLeavesThisOne() throws Exception {
        bringBack(idp.answer(askForLogin()).base64());
        LogoutRequest request = idp.logoutRequest(at("/slo"));
        request.getSessionIndexes().get(0).setValue("another-session");
        idp.key().sign(request);

        HttpResponse<String> page = browser.postFromElsewhere("/slo", "SAMLRequest", idp.encode(xml.write(request)));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(browser.get("/").body()).contains("person-identifier");
    }

    @Test
    void aLogoutThatClaveDidNotSignEndsNothing() throws Exception {
        bringBack(idp.answer(askForLogin()).base64());
        for (Consumer<LogoutRequest> signing :
                java.util.List.<Consumer<LogoutRequest>>of(request -> {}, otherKey::sign)) {
            LogoutRequest request = idp.logoutRequest(at("/slo"));
            signing.accept(request);

            HttpResponse<String> page =
                    browser.postFromElsewhere("/slo", "SAMLRequest", idp.encode(xml.write(request)));

            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(browser.get("/").body()).contains("person-identifier");
        }
    }

    @Test
    void aLogoutRequestSentTwiceIsRefusedTheSecondTime() throws Exception {
        LogoutRequest request = idp.logoutRequest(at("/slo"));
        idp.key().sign(request);
        String message = idp.encode(xml.write(request));
        browser.postFromElsewhere("/slo", "SAMLRequest", message);
        bringBack(idp.answer(askForLogin()).base64());

        assertThat(browser.postFromElsewhere("/slo", "SAMLRequest", message).statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/").body()).contains("person-identifier");
    }

    @Test
    void whereClaveCannotBeReachedThePageSaysSo() throws Exception {
        idp.close();

        HttpResponse<String> page = browser.submit("/login", "level", "low");

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.body()).contains("id=\"retry\"");
    }

    // --- steps -----------------------------------------------------------------------------------------------------

    private AuthnRequest askForLogin(String... fields) throws Exception {
        String[] chosen = fields.length == 0 ? new String[] {"level", "substantial", "data", "identity"} : fields;
        return (AuthnRequest) xml.read(decoded(browser.submit("/login", chosen), "SAMLRequest"));
    }

    private HttpResponse<String> bringBack(String answer) throws Exception {
        HttpResponse<String> page = browser.postFromElsewhere("/acs", "SAMLResponse", answer);
        assertThat(page.headers().firstValue("Location"))
                .as(() -> Browser.text(page, "error-code") + " " + Browser.text(page, "error-detail"))
                .hasValue("/");
        return browser.get("/");
    }

    private void refuse(String code, Consumer<StandInIdp.Answer> how) throws Exception {
        StandInIdp.Answer answer = idp.answer(askForLogin());
        how.accept(answer);
        assertRefused(browser.postFromElsewhere("/acs", "SAMLResponse", answer.base64()), code);
    }

    private void assertRefused(HttpResponse<String> page, String code) throws Exception {
        assertThat(page.statusCode()).isBetween(400, 403);
        assertThat(Browser.text(page, "error-code")).hasValue(code);
        assertThat(page.body()).contains("id=\"retry\"");
        assertThat(browser.get("/").body()).doesNotContain("person-identifier");
    }

    private static byte[] decoded(HttpResponse<String> page, String field) {
        return Base64.getDecoder().decode(Browser.hidden(page, field));
    }

    private java.security.cert.X509Certificate certificate() throws Exception {
        return (java.security.cert.X509Certificate) java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new java.io.ByteArrayInputStream(Base64.getDecoder().decode(agencyKey.certificateBase64())));
    }

    private URI at(String path) {
        return URI.create(agency.baseUrl() + path);
    }

    private Instant ago(Duration duration) {
        return clock.instant().minus(duration);
    }

    private static SubjectConfirmationData confirmation(Assertion assertion) {
        return assertion.getSubject().getSubjectConfirmations().get(0).getSubjectConfirmationData();
    }

    // --- forging ---------------------------------------------------------------------------------------------------

    private static Element assertion(Element response) {
        return child(response, SAML, "Assertion");
    }

    private static Element forged(Element response, String id) {
        Element forged = (Element) assertion(response).cloneNode(true);
        forged.removeChild(child(forged, DSIG, "Signature"));
        forged.setAttribute("ID", id);
        identifier(forged).setTextContent("99999999R");
        return forged;
    }

    private static Element identifier(Element assertion) {
        var attributes = assertion.getElementsByTagNameNS(SAML, "Attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            if (attribute.getAttribute("Name").equals(EidasNames.PERSON_IDENTIFIER)) {
                return child(attribute, SAML, "AttributeValue");
            }
        }
        throw new AssertionError("no identifier");
    }

    private static Element child(Element parent, String namespace, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                return element;
            }
        }
        throw new AssertionError("no " + name);
    }
}
