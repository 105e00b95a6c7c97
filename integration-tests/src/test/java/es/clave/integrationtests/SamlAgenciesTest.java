package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.demo.taxagency.SamlXml;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpCitizen;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.SamlAgency;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.NameIDPolicy;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.security.credential.Credential;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.keyinfo.KeyInfoSupport;

/** Agencies by plain SAML 2.0, registered by their metadata and nothing else; their side is OpenSAML's. */
@ExtendWith(WorldExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(3)
class SamlAgenciesTest {

    private static final String LOW = "http://eidas.europa.eu/LoA/low";
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:protocol";

    private final Clave clave;
    private final Administration administrator;

    SamlAgenciesTest(Clave clave) {
        this.clave = clave;
        this.administrator = new Administration(clave.node());
    }

    @Test
    void theMetadataAreValidByTheSchemaOfOasis() throws Exception {
        String metadata = metadata();
        var schema = new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11).getSAMLSchema();

        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(metadata))))
                .doesNotThrowAnyException();
        assertThatCode(() -> schema.newValidator()
                        .validate(new StreamSource(
                                new StringReader(metadata.replace("WantAuthnRequestsSigned", "Wanted")))))
                .as("a schema that refuses nothing would prove nothing")
                .isInstanceOf(org.xml.sax.SAXException.class);
    }

    @Test
    void theMetadataSayThatRequestsMustBeSignedAndWhereTheyGo() throws Exception {
        IDPSSODescriptor role = provider();

        assertThat(role.getWantAuthnRequestsSigned()).isTrue();
        assertThat(role.getSingleSignOnServices())
                .extracting(service -> service.getBinding())
                .contains(
                        "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
                        "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect");
        assertThat(role.getSingleLogoutServices()).isNotEmpty();
    }

    @Test
    void anAgencyIsRegisteredByItsMetadataAlone() {
        try (SamlAgency agency = SamlAgency.open(clave)) {
            ObjectNode client = administrator.read(agency.metadata(false));
            administrator.register(client);

            ObjectNode registered = administrator.find(agency.entityId());
            assertThat(registered.get("name").asText()).isEqualTo("Agencia de prueba SAML");
            assertThat(registered.at("/attributes/saml.client.signature").asText())
                    .isEqualTo("true");
            assertThat(registered.at("/attributes/saml.encrypt").asText("false"))
                    .isEqualTo("false");
            assertThat(registered.get("fullScopeAllowed").asBoolean()).isFalse();
            assertThat(registered.get("protocolMappers")).isNull();
            assertThat(registered.get("defaultClientScopes"))
                    .extracting(scope -> scope.asText())
                    .containsExactlyInAnyOrder("clave_saml_login", "clave_saml_identity", "clave_saml_birthdate");

            HttpCitizen citizen = citizen("99990010V");
            Assertion assertion = logIn(agency, citizen, request -> {});

            assertThat(attributes(assertion))
                    .containsEntry("PersonIdentifier", citizen.citizen().nationalId())
                    .containsEntry("FirstName", citizen.citizen().givenName())
                    .containsEntry("FamilyName", citizen.citizen().familyName())
                    .containsEntry("DateOfBirth", citizen.citizen().birthDate())
                    .containsEntry("SelectedIdP", "PIN24H")
                    .doesNotContainKey("RegisterType");
            assertThat(assertion
                            .getAuthnStatements()
                            .get(0)
                            .getAuthnContext()
                            .getAuthnContextClassRef()
                            .getURI())
                    .isEqualTo(LOW);
        }
    }

    @Test
    void metadataWithoutAKeyForSigningMakeNoAgency() {
        try (SamlAgency agency = SamlAgency.open(clave)) {
            String unsigned = agency.metadata(false).replace("use=\"signing\"", "use=\"encryption\"");

            assertThatCode(() -> administrator.read(unsigned)).hasMessageContaining("400");
        }
    }

    @Test
    void requestsComeByPostAndByRedirectAndSignedOnly() {
        try (SamlAgency agency = registered()) {
            HttpVisitor visitor = new HttpVisitor();
            assertThat(visitor.post(agency.endpoint(), agency.posted(agency.request(request -> {})))
                            .has("nationalId"))
                    .isTrue();
            assertThat(visitor.get(agency.redirected(agency.request(request -> {})))
                            .has("nationalId"))
                    .isTrue();

            HttpVisitor.Answer unsigned =
                    visitor.post(agency.endpoint(), agency.unsigned(agency.request(request -> {})));
            assertThat(unsigned.status()).isEqualTo(400);
            assertThat(unsigned.has("nationalId")).isFalse();

            Map<String, String> changed = agency.posted(agency.request(request -> {}));
            changed.computeIfPresent("SAMLRequest", (name, value) -> changed(value));
            HttpVisitor.Answer forged = visitor.post(agency.endpoint(), changed);
            assertThat(forged.status()).isEqualTo(400);

            String redirect = agency.redirected(agency.request(request -> {})).toString();
            assertThat(visitor.get(URI.create(redirect.replaceAll("&Signature=.*", "")))
                            .status())
                    .isEqualTo(400);
            assertThat(visitor.get(URI.create(redirect.replace("RelayState=x", "RelayState=y")))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void theKeyOfAnotherAgencyOpensNothing() {
        try (SamlAgency agency = registered();
                SamlAgency other = registered()) {
            AuthnRequest inTheNameOfTheOther =
                    agency.request(request -> request.getIssuer().setValue(other.entityId()));

            HttpVisitor.Answer answer = new HttpVisitor().post(agency.endpoint(), agency.posted(inTheNameOfTheOther));

            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void theAnswerGoesToTheAddressWithTheNumberThatTheRequestNames() {
        try (SamlAgency agency = registered()) {
            HttpCitizen citizen = citizen("99990011H");
            HttpVisitor.Answer page = answer(agency, citizen, request -> {
                request.setProtocolBinding(null);
                request.setAssertionConsumerServiceIndex(7);
            });

            assertThat(page.action()).isEqualTo(URI.create(agency.baseUrl() + "/second-acs"));
            Assertion assertion = agency.assertion(agency.answer(page, claves()));
            assertThat(assertion
                            .getSubject()
                            .getSubjectConfirmations()
                            .get(0)
                            .getSubjectConfirmationData()
                            .getRecipient())
                    .isEqualTo(agency.baseUrl() + "/second-acs");

            HttpVisitor.Answer unknown = new HttpVisitor()
                    .post(agency.endpoint(), agency.posted(agency.request(request -> {
                        request.setProtocolBinding(null);
                        request.setAssertionConsumerServiceIndex(3);
                    })));
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.has("nationalId")).isFalse();
        }
    }

    @Test
    void anAddressThatIsNotRegisteredGetsNothing() {
        try (SamlAgency agency = registered()) {
            HttpVisitor.Answer answer = new HttpVisitor()
                    .post(
                            agency.endpoint(),
                            agency.posted(agency.request(request ->
                                    request.setAssertionConsumerServiceURL(agency.baseUrl() + "/acs/../elsewhere"))));

            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void whoRegisteredAnEncryptionKeyGetsAssertionsThatOnlyTheyCanRead() throws Exception {
        try (SamlAgency agency = SamlAgency.open(clave)) {
            administrator.register(administrator.read(agency.metadata(true)));
            HttpCitizen citizen = citizen("99990012L");

            HttpVisitor.Answer page = answer(agency, citizen, request -> {});
            Response response = agency.answer(page, claves());

            assertThat(response.getAssertions()).isEmpty();
            assertThat(response.getEncryptedAssertions()).hasSize(1);
            assertThat(SamlXml.get().write(response))
                    .doesNotContain(citizen.citizen().nationalId());
            String algorithm = response.getEncryptedAssertions()
                    .get(0)
                    .getEncryptedData()
                    .getEncryptionMethod()
                    .getAlgorithm();
            assertThat(algorithm).isEqualTo("http://www.w3.org/2009/xmlenc11#aes256-gcm");
            assertThat(attributes(agency.assertion(response)))
                    .containsEntry("PersonIdentifier", citizen.citizen().nationalId());
        }
    }

    @Test
    void aPersistentNameIsTheSameAtOneAgencyAndAnotherAtEveryOther() {
        try (SamlAgency agency = registered();
                SamlAgency other = registered()) {
            HttpCitizen citizen = citizen("99990013C");
            String first = nameId(logIn(agency, citizen, format(NameIDType.PERSISTENT)));
            String again = nameId(singleSignOn(agency, citizen, format(NameIDType.PERSISTENT)));
            String open = nameId(singleSignOn(agency, citizen, format(NameIDType.UNSPECIFIED)));
            String elsewhere = nameId(singleSignOn(other, citizen, format(NameIDType.PERSISTENT)));

            assertThat(again).isEqualTo(first);
            assertThat(open).isEqualTo(first);
            assertThat(elsewhere).isNotEqualTo(first);
        }
    }

    @Test
    void applicationsOfOneAgencyMayShareTheName() {
        try (SamlAgency agency = SamlAgency.open(clave);
                SamlAgency sister = SamlAgency.open(clave)) {
            for (SamlAgency one : List.of(agency, sister)) {
                ObjectNode client = administrator.read(one.metadata(false));
                ((ObjectNode) client.get("attributes")).put("clave.sector", "one-ministry");
                administrator.register(client);
            }
            HttpCitizen citizen = citizen("99990014K");

            String first = nameId(logIn(agency, citizen, format(NameIDType.PERSISTENT)));

            assertThat(nameId(singleSignOn(sister, citizen, format(NameIDType.PERSISTENT))))
                    .isEqualTo(first);
        }
    }

    @Test
    void aTransientNameIsAnotherEachTime() {
        try (SamlAgency agency = registered()) {
            HttpCitizen citizen = citizen("99990015E");
            String first = nameId(logIn(agency, citizen, format(NameIDType.TRANSIENT)));

            assertThat(nameId(singleSignOn(agency, citizen, format(NameIDType.TRANSIENT))))
                    .isNotEqualTo(first);
        }
    }

    @Test
    void whoWantsAnEmailAddressForANameGetsTheErrorOfSaml() {
        try (SamlAgency agency = registered()) {
            HttpVisitor.Answer page = answer(agency, citizen("99990029J"), format(NameIDType.EMAIL));

            Response response = agency.answer(page, claves());
            assertThat(response.getAssertions()).isEmpty();
            assertThat(response.getStatus().getStatusCode().getStatusCode().getValue())
                    .endsWith(":InvalidNameIDPolicy");
        }
    }

    @Test
    void aLevelThatNobodyReachesAndALoginThatMayShowNothingAreErrorsOfSaml() {
        try (SamlAgency agency = registered()) {
            HttpVisitor visitor = new HttpVisitor();
            HttpVisitor.Answer passive = visitor.post(
                    agency.endpoint(), agency.posted(agency.request(request -> request.setIsPassive(true))));
            assertThat(agency.answer(passive, claves())
                            .getStatus()
                            .getStatusCode()
                            .getStatusCode()
                            .getValue())
                    .endsWith(":NoPassive");

            HttpVisitor.Answer nonsense = visitor.post(
                    agency.endpoint(), agency.posted(agency.request(level("http://eidas.europa.eu/LoA/utmost"))));
            assertThat(agency.answer(nonsense, claves())
                            .getStatus()
                            .getStatusCode()
                            .getStatusCode()
                            .getValue())
                    .endsWith(":NoAuthnContext");
        }
    }

    @Test
    void theCitizenWhoseNumberTheAgencyKnowsNeedNotTypeIt() {
        try (SamlAgency agency = registered()) {
            String number = "99990017R";
            HttpVisitor.Answer page =
                    new HttpVisitor().post(agency.endpoint(), agency.posted(agency.request(subject(number))));

            assertThat(page.page().getElementById("nationalId").val()).isEqualTo(number);
        }
    }

    @Test
    void anAgencyThatDoesNotAnswerDoesNotKeepALogoutFromTheOthers() {
        SamlAgency gone = registered();
        try (SamlAgency there = registered();
                SamlAgency also = registered()) {
            HttpCitizen citizen = citizen("99990018W");
            logIn(gone, citizen, request -> {});
            singleSignOn(there, citizen, request -> {});
            singleSignOn(also, citizen, request -> {});
            gone.close();

            HttpVisitor.Answer confirm =
                    citizen.browser().get(clave.node().realmUrl("/protocol/openid-connect/logout"));
            HttpVisitor.Answer step = citizen.browser()
                    .post(
                            confirm.action(),
                            HttpVisitor.fields(
                                    "session_code",
                                    confirm.page()
                                            .select("input[name=session_code]")
                                            .val(),
                                    "confirmLogout",
                                    "true"));
            while (step.redirect().isPresent()) {
                step = citizen.browser().get(step.redirect().get());
            }

            assertThat(there.logouts()).hasSize(1);
            assertThat(also.logouts()).hasSize(1);
            assertThat(step.address().toString())
                    .startsWith(clave.node().baseUrl().toString());
            assertThat(citizen.browser()
                            .post(there.endpoint(), there.posted(there.request(request -> {})))
                            .has("nationalId"))
                    .as("nobody is logged in any more")
                    .isTrue();
        } finally {
            gone.close();
        }
    }

    @Test
    void whoBeganALogoutIsToldWhetherItReachedAllOthers() {
        for (boolean allThere : new boolean[] {true, false}) {
            SamlAgency other = registered();
            try (SamlAgency agency = registered()) {
                HttpCitizen citizen = citizen("99990001P");
                clave.letPass(Duration.ofMinutes(1));
                Assertion assertion = logIn(agency, citizen, request -> {});
                singleSignOn(other, citizen, request -> {});
                if (!allThere) {
                    other.close();
                }

                HttpVisitor.Answer step = citizen.browser().get(agency.logout(assertion));
                while (step.redirect().isPresent()) {
                    step = citizen.browser().get(step.redirect().get());
                }

                assertThat(other.logouts()).hasSize(allThere ? 1 : 0);
                String status = "urn:oasis:names:tc:SAML:2.0:status:";
                assertThat(agency.logoutStatus())
                        .containsExactlyElementsOf(
                                allThere
                                        ? List.of(status + "Success")
                                        : List.of(status + "Success", status + "PartialLogout"));
            } finally {
                other.close();
            }
        }
    }

    private SamlAgency registered() {
        SamlAgency agency = SamlAgency.open(clave);
        administrator.register(administrator.read(agency.metadata(false)));
        return agency;
    }

    private HttpCitizen citizen(String nationalId) {
        return new HttpCitizen(clave, Population.of(nationalId));
    }

    private HttpVisitor.Answer answer(SamlAgency agency, HttpCitizen citizen, Consumer<AuthnRequest> change) {
        return citizen.logIn(citizen.browser().post(agency.endpoint(), agency.posted(agency.request(change))));
    }

    private Assertion logIn(SamlAgency agency, HttpCitizen citizen, Consumer<AuthnRequest> change) {
        return agency.assertion(agency.answer(answer(agency, citizen, change), claves()));
    }

    private Assertion singleSignOn(SamlAgency agency, HttpCitizen citizen, Consumer<AuthnRequest> change) {
        HttpVisitor.Answer page = citizen.browser().post(agency.endpoint(), agency.posted(agency.request(change)));
        return agency.assertion(agency.answer(page, claves()));
    }

    private static Consumer<AuthnRequest> format(String format) {
        return request -> {
            NameIDPolicy policy = SamlXml.get().make(NameIDPolicy.class, NameIDPolicy.DEFAULT_ELEMENT_NAME);
            policy.setFormat(format);
            policy.setAllowCreate(true);
            request.setNameIDPolicy(policy);
        };
    }

    private static Consumer<AuthnRequest> level(String uri) {
        return request -> {
            AuthnContextClassRef level =
                    SamlXml.get().make(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
            level.setURI(uri);
            RequestedAuthnContext context =
                    SamlXml.get().make(RequestedAuthnContext.class, RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
            context.setComparison(AuthnContextComparisonTypeEnumeration.MINIMUM);
            context.getAuthnContextClassRefs().add(level);
            request.setRequestedAuthnContext(context);
        };
    }

    private static Consumer<AuthnRequest> subject(String number) {
        return request -> {
            var name = SamlXml.get()
                    .make(
                            org.opensaml.saml.saml2.core.NameID.class,
                            org.opensaml.saml.saml2.core.NameID.DEFAULT_ELEMENT_NAME);
            name.setValue(number);
            var subject = SamlXml.get()
                    .make(
                            org.opensaml.saml.saml2.core.Subject.class,
                            org.opensaml.saml.saml2.core.Subject.DEFAULT_ELEMENT_NAME);
            subject.setNameID(name);
            request.setSubject(subject);
        };
    }

    private static String changed(String message) {
        String xml = new String(java.util.Base64.getDecoder().decode(message), StandardCharsets.UTF_8);
        return java.util.Base64.getEncoder()
                .encodeToString(xml.replace("<saml2p:AuthnRequest ", "<saml2p:AuthnRequest ForceAuthn=\"true\" ")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String nameId(Assertion assertion) {
        return assertion.getSubject().getNameID().getValue();
    }

    private static Map<String, String> attributes(Assertion assertion) {
        return assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .collect(Collectors.toMap(
                        Attribute::getFriendlyName,
                        attribute ->
                                attribute.getAttributeValues().get(0).getDOM().getTextContent()));
    }

    private String metadata() {
        return HttpVisitor.document(clave.node().realmUrl("/protocol/saml/descriptor"));
    }

    private IDPSSODescriptor provider() throws Exception {
        EntityDescriptor entity =
                (EntityDescriptor) SamlXml.get().read(metadata().getBytes(StandardCharsets.UTF_8));
        return entity.getIDPSSODescriptor(SAML);
    }

    private Credential claves() {
        try {
            return new BasicX509Credential(KeyInfoSupport.getCertificates(
                            provider().getKeyDescriptors().get(0).getKeyInfo())
                    .get(0));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
