package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.clave2.Answer;
import es.clave.demo.clave2.Application;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.clave2.LogoutMessage;
import es.clave.demo.clave2.SigningStyle;
import es.clave.demo.taxagency.SigningKey;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Clave2Agency;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.PinByWire;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.xmlsec.signature.support.SignatureConstants;

/** An application that speaks Cl@ve 2, by OpenSAML alone, and everything that it may ask. */
@ExtendWith(WorldExtension.class)
class Clave2LoginTest {

    private static final String NATURAL_PERSON = "http://eidas.europa.eu/attributes/naturalperson/";
    private static final String CLAVE = "http://es.minhafp.clave/";
    private static final Citizen CITIZEN = Population.of("99990001P");
    private static final List<String> ALL_WAYS = List.of("AEATIdP", "AFirmaIdP", "GISSIdP", "CLVMOVILIdP", "EIDASIdP");

    private final Clave clave;
    private final Clave2Agency agency;
    private final PinByWire pin;
    private final HttpVisitor visitor = new HttpVisitor();

    Clave2LoginTest(Clave clave) {
        this.clave = clave;
        this.agency = new Clave2Agency(clave.clave2(clave.node()), clave.clock());
        this.pin = new PinByWire(clave.messages());
    }

    @Test
    void aCitizenLogsInAndTheAgencyIsToldTheFiveThatAlwaysCome() throws Exception {
        LoginRequest request = agency.request();

        Answer.Identified answer = logIn(request);

        assertThat(answer.nameId()).isEqualTo(CITIZEN.nationalId());
        assertThat(answer.nameIdFormat()).isEqualTo(NameIDType.UNSPECIFIED);
        assertThat(answer.level()).isEqualTo("http://eidas.europa.eu/LoA/low");
        assertThat(answer.attributes())
                .containsOnlyKeys(
                        NATURAL_PERSON + "CurrentFamilyName",
                        NATURAL_PERSON + "CurrentGivenName",
                        NATURAL_PERSON + "PersonIdentifier",
                        CLAVE + "FirstSurname",
                        CLAVE + "SelectedIdP")
                .containsEntry(NATURAL_PERSON + "PersonIdentifier", CITIZEN.nationalId())
                .containsEntry(NATURAL_PERSON + "CurrentGivenName", CITIZEN.givenName())
                .containsEntry(NATURAL_PERSON + "CurrentFamilyName", CITIZEN.familyName())
                .containsEntry(CLAVE + "SelectedIdP", "PIN24H");
    }

    @Test
    void everyRequestThatApplicationsAreKnownToMakeIsUnderstood() throws Exception {
        logIn(agency.request());
        for (Map.Entry<String, UnaryOperator<LoginRequest>> variant : variants().entrySet()) {
            LoginRequest request = variant.getValue().apply(agency.request());

            // By single sign-on: what is asked here is the request alone.
            assertThat(agency.identified(agency.send(visitor, request), request).nameId())
                    .as(variant.getKey())
                    .isEqualTo(CITIZEN.nationalId());
        }
    }

    private static Map<String, UnaryOperator<LoginRequest>> variants() {
        Map<String, UnaryOperator<LoginRequest>> variants = new LinkedHashMap<>();
        variants.put(
                "a random Issuer", request -> request.issuer(UUID.randomUUID().toString()));
        variants.put("its ProviderName as Issuer", request -> request.issuer("S0000000E_E00000000;DemoApp"));
        variants.put(
                "no certificate in it",
                request -> request.style(new SigningStyle(
                        SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA512,
                        SignatureConstants.ALGO_ID_DIGEST_SHA512,
                        false)));
        variants.put(
                "RSA-SHA256",
                request -> request.style(new SigningStyle(
                        SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256,
                        SignatureConstants.ALGO_ID_DIGEST_SHA256,
                        true)));
        variants.put(
                "RSA-SHA384",
                request -> request.style(new SigningStyle(
                        SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA384,
                        SignatureConstants.ALGO_ID_DIGEST_SHA384,
                        true)));
        variants.put(
                "no Z",
                request -> request.edit(element -> element.setAttributeNS(
                        null,
                        "IssueInstant",
                        element.getAttributeNS(null, "IssueInstant").replace("Z", ""))));
        variants.put("a private application", request -> request.spType(Optional.of("private")));
        variants.put("no SPType", request -> request.spType(Optional.empty()));
        variants.put("no NameIDPolicy", request -> request.nameIdFormat(Optional.empty()));
        variants.put("no level", request -> request.level(Optional.empty()));
        variants.put("ways excluded that were not used", request -> request.without("GISSIdP")
                .without("AFirmaIdP")
                .without("CLVMOVILIdP")
                .without("EIDASIdP"));
        variants.put("attributes that Cl@ve does not have", request -> request.attribute(
                        NATURAL_PERSON + "CurrentAddress", false, Optional.empty())
                .attribute(CLAVE + "SecondSurname", false, Optional.empty()));
        variants.put("what always comes, asked for", request -> request.attribute(
                        NATURAL_PERSON + "PersonIdentifier", true, Optional.empty())
                .attribute(CLAVE + "SelectedIdP", true, Optional.empty()));
        return variants;
    }

    @Test
    void theNameIdIsTheDniInWhicheverFormatWasAskedFor() throws Exception {
        logIn(agency.request());
        for (String format : List.of(NameIDType.UNSPECIFIED, NameIDType.PERSISTENT, NameIDType.TRANSIENT)) {
            LoginRequest request = agency.request().nameIdFormat(Optional.of(format));

            Answer.Identified answer = agency.identified(agency.send(visitor, request), request);

            assertThat(answer.nameIdFormat()).isEqualTo(format);
            assertThat(answer.nameId()).isEqualTo(CITIZEN.nationalId());
        }
        LoginRequest request = agency.request().nameIdFormat(Optional.of(NameIDType.EMAIL));
        assertThat(agency.failed(agency.send(visitor, request), request))
                .isEqualTo(new Answer.Failed(
                        "Requester", "InvalidNameIDPolicy", "200006 - Invalid request: NameIDPolicy"));
    }

    @Test
    void aRelayStateComesBackAsFieldAndWhereItWasSignedAsAttribute() throws Exception {
        LoginRequest signed = agency.request().relayState("_abc12345");
        HttpVisitor.Answer answer = pin.logIn(visitor, agency.send(visitor, signed), CITIZEN);

        assertThat(Clave2Agency.posted(answer).fields()).containsEntry("RelayState", "_abc12345");
        assertThat(agency.identified(answer, signed).attribute(CLAVE + "RelayState"))
                .contains("_abc12345");

        LoginRequest posted = agency.request();
        answer = agency.send(visitor, posted.base64(), Optional.of("beside & <it>"));

        assertThat(Clave2Agency.posted(answer).fields()).containsEntry("RelayState", "beside & <it>");
        assertThat(agency.identified(answer, posted).attribute(CLAVE + "RelayState"))
                .isEmpty();
    }

    @Test
    void aRelayStateThatIsTooLongIsAnErrorThatTheAgencyIsTold() throws Exception {
        LoginRequest longest = agency.request().relayState("x".repeat(80));
        assertThat(agency.send(visitor, longest).action()).isNotNull();
        for (LoginRequest request : List.of(agency.request().relayState("x".repeat(81)))) {
            assertThat(agency.failed(agency.send(visitor, request), request))
                    .isEqualTo(new Answer.Failed("Requester", "InvalidAttrNameOrValue", "200009 - Invalid RelayState"));
        }
        LoginRequest beside = agency.request();
        assertThat(agency.failed(agency.send(visitor, beside.base64(), Optional.of("x".repeat(81))), beside)
                        .message())
                .startsWith("200009");
    }

    @Test
    void whatIsAskedForAndGrantedIsTold() throws Exception {
        LoginRequest request = agency.request()
                .attribute(NATURAL_PERSON + "DateOfBirth", true, Optional.empty())
                .attribute(CLAVE + "RegisterType", false, Optional.empty())
                .attribute(CLAVE + "PartialAfirma", false, Optional.empty());

        Answer.Identified answer = logIn(request);

        assertThat(answer.attribute(NATURAL_PERSON + "DateOfBirth")).contains(CITIZEN.birthDate());
        assertThat(answer.attribute(CLAVE + "RegisterType")).isPresent();
        assertThat(answer.attribute(CLAVE + "PartialAfirma"))
                .as("of a certificate, and there was none")
                .isEmpty();
    }

    @Test
    void withoutAnAttributeThatTheAgencyCannotDoWithoutItGetsAnError() throws Exception {
        LoginRequest unknown = agency.request().attribute(CLAVE + "SecondSurname", true, Optional.empty());
        Answer.Failed missing =
                new Answer.Failed("Requester", "InvalidAttrNameOrValue", "202010 - A mandatory attribute is missing");
        assertThat(agency.failed(agency.send(visitor, unknown), unknown)).isEqualTo(missing);

        LoginRequest ofAnotherWay = agency.request().attribute(CLAVE + "PartialAfirma", true, Optional.empty());
        HttpVisitor.Answer answer = pin.logIn(visitor, agency.send(visitor, ofAnotherWay), CITIZEN);
        assertThat(agency.failed(answer, ofAnotherWay)).isEqualTo(missing);
    }

    @Test
    void forceAuthnAsksAnew() throws Exception {
        Answer.Identified first = logIn(agency.request());
        clave.letPass(Duration.ofMinutes(1));
        LoginRequest request = agency.request().force();

        HttpVisitor.Answer page = agency.send(visitor, request);

        assertThat(page.has("nationalId")).isTrue();
        Answer.Identified again = agency.identified(pin.logIn(visitor, page, CITIZEN), request);
        assertThat(again.loggedInAt()).isAfter(first.loggedInAt());
    }

    @Test
    void isPassiveAsksNobody() throws Exception {
        LoginRequest nobody = agency.request().passive();
        assertThat(agency.failed(agency.send(visitor, nobody), nobody).detail()).isEqualTo("NoPassive");
        logIn(agency.request());

        LoginRequest somebody = agency.request().passive();

        assertThat(agency.identified(agency.send(visitor, somebody), somebody).nameId())
                .isEqualTo(CITIZEN.nationalId());
    }

    @Test
    void aSessionThatWasThereIsToldWithItsOwnTime() throws Exception {
        Answer.Identified first = logIn(agency.request());
        clave.letPass(Duration.ofMinutes(10));
        LoginRequest later = agency.request();

        Answer.Identified answer = agency.identified(agency.send(visitor, later), later);

        assertThat(answer.loggedInAt()).isEqualTo(first.loggedInAt());
    }

    @Test
    void aLevelThatIsNoneOfEidasIsNotSupported() throws Exception {
        LoginRequest unknown = agency.request()
                .level(Optional.of("urn:oasis:names:tc:SAML:2.0:ac:classes:Password"))
                .relayState("_abc12345");
        HttpVisitor.Answer answer = agency.send(visitor, unknown);
        assertThat(agency.failed(answer, unknown))
                .isEqualTo(
                        new Answer.Failed("Requester", "NoAuthnContext", "202004 - Level of assurance not supported"));
        assertThat(Clave2Agency.posted(answer).fields()).containsEntry("RelayState", "_abc12345");
        LoginRequest exact = agency.request().comparison(AuthnContextComparisonTypeEnumeration.EXACT);
        assertThat(agency.failed(agency.send(visitor, exact), exact).message()).startsWith("202004");
    }

    @Test
    void whereAllWaysAreExcludedTheAgencyGetsAnErrorAtOnce() throws Exception {
        logIn(agency.request());
        LoginRequest request = agency.request();
        ALL_WAYS.forEach(request::without);

        Answer.Failed failed = agency.failed(agency.send(visitor, request), request);

        assertThat(failed.status()).isEqualTo("Responder");
        assertThat(failed.detail()).isEqualTo("NoAvailableIDP");
        assertThat(failed.message()).startsWith("003002 - ");
    }

    @Test
    void whoCancelsIsToldAsWhoSaidNo() throws Exception {
        LoginRequest request = agency.request().relayState("back");
        HttpVisitor.Answer page = agency.send(visitor, request);

        HttpVisitor.Answer answer = visitor.post(page.action(), HttpVisitor.fields("step", "cancel"));

        assertThat(agency.failed(answer, request))
                .isEqualTo(new Answer.Failed("Responder", "RequestDenied", "202007 - The citizen did not consent"));
        assertThat(Clave2Agency.posted(answer).fields()).containsEntry("RelayState", "back");
    }

    @Test
    void aLogoutEndsTheSessionAndIsAnswered() throws Exception {
        logIn(agency.request());
        LogoutMessage logout = agency.logout();

        HttpVisitor.Answer answer = agency.sendLogout(visitor, logout.base64(), Optional.of("bye"));

        agency.loggedOut(answer, logout);
        assertThat(Clave2Agency.posted(answer).fields()).containsEntry("RelayState", "bye");
        assertThat(agency.send(visitor, agency.request()).has("nationalId")).isTrue();
    }

    @Test
    void whoIsLoggedOutAlreadyIsLoggedOut() throws Exception {
        LogoutMessage logout = agency.logout();

        agency.loggedOut(agency.sendLogout(visitor, logout.base64(), Optional.empty()), logout);
    }

    @Test
    void anAgencyThatRegisteredForItGetsItsAssertionsEncrypted() throws Exception {
        SigningKey key = clave.newKey("encrypting-agency");
        Clave2Agency encrypting = registered("S2222222B_E22222222;Encrypted", key, Map.of(), key.certificateBase64());
        LoginRequest request = encrypting.request();

        HttpVisitor.Answer answer = pin.logIn(visitor, encrypting.send(visitor, request), CITIZEN);

        String xml = new String(
                Base64.getDecoder().decode(Clave2Agency.posted(answer).fields().get("SAMLResponse")),
                StandardCharsets.UTF_8);
        assertThat(xml).contains("EncryptedAssertion").doesNotContain(CITIZEN.nationalId());
        assertThat(encrypting.identified(answer, request).nameId()).isEqualTo(CITIZEN.nationalId());
    }

    @Test
    void anAgencyThatIsSetToHaveNoneOfTheWaysGetsAnErrorAtOnce() throws Exception {
        SigningKey key = clave.newKey("demanding-agency");
        Clave2Agency demanding =
                registered("S3333333A_E33333333;Demanding", key, Map.of("clave.methods.demanded", "MOBILE"), "");
        LoginRequest request = demanding.request();

        assertThat(demanding.failed(demanding.send(visitor, request), request).detail())
                .isEqualTo("NoAvailableIDP");
    }

    @Test
    void anAgencyByOpenIdConnectThatIsSetToHaveNoneOfTheWaysGetsAnErrorAtOnce() {
        Administration administration = new Administration(clave.node());
        administration.register(Map.of(
                "clientId",
                "excluding-agency",
                "protocol",
                "openid-connect",
                "publicClient",
                false,
                "fullScopeAllowed",
                false,
                "redirectUris",
                List.of("http://localhost/callback"),
                "attributes",
                Map.of("clave.methods.excluded", "PIN##PERMANENT##MOBILE##PASSKEY##CERTIFICATE")));

        HttpVisitor.Answer answer = visitor.get(clave.node()
                .realmUrl("/protocol/openid-connect/auth?response_type=code&client_id=excluding-agency"
                        + "&scope=openid&code_challenge_method=S256&code_challenge=" + "x".repeat(43)
                        + "&redirect_uri=http%3A%2F%2Flocalhost%2Fcallback"));

        assertThat(answer.redirect().orElseThrow().toString())
                .startsWith("http://localhost/callback?error=")
                .contains("No+way+to+log+in+remains");
    }

    @Test
    void aRequestByOpenIdConnectMayExcludeWaysToo() {
        HttpVisitor.Answer answer = visitor.get(clave.node()
                .realmUrl("/protocol/openid-connect/auth?response_type=code&client_id=" + Clave.TOWN_HALL_CLIENT
                        + "&scope=openid&code_challenge_method=S256&code_challenge=" + "x".repeat(43) + "&redirect_uri="
                        + URLEncoder.encode(clave.townHall() + "/callback", StandardCharsets.UTF_8)
                        + "&clave_excluded_methods=PIN+PERMANENT+MOBILE+PASSKEY+CERTIFICATE"));

        assertThat(answer.redirect().orElseThrow().toString())
                .startsWith(clave.townHall() + "/callback?error=")
                .contains("No+way+to+log+in+remains");
    }

    @Test
    void aRequestBySamlMayExcludeWaysToo() {
        URI saml = clave.node().realmUrl("/protocol/saml");
        LoginRequest request = agency.request()
                .issuer(clave.taxAgency() + "/metadata")
                .replyAddress(clave.taxAgency() + "/acs")
                .destination(saml);
        ALL_WAYS.forEach(request::without);

        HttpVisitor.Answer answer = visitor.post(saml, Map.of("SAMLRequest", request.base64()));

        String response = answer.page().select("input[name=SAMLResponse]").attr("value");
        assertThat(new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8))
                .contains("urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext")
                .doesNotContain("<saml:Assertion");
    }

    private Clave2Agency registered(
            String providerName, SigningKey key, Map<String, String> attributes, String encryption) {
        Application application = clave.clave2(clave.node(), providerName, key);
        new Administration(clave.node()).register(Clave2Agency.registration(application, attributes, encryption));
        return new Clave2Agency(application, clave.clock());
    }

    private Answer.Identified logIn(LoginRequest request) throws Exception {
        HttpVisitor.Answer page = agency.send(visitor, request);
        return agency.identified(pin.logIn(visitor, page, CITIZEN), request);
    }
}
