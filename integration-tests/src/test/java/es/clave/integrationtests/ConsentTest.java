package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import es.clave.demo.clave2.Answer;
import es.clave.demo.clave2.Application;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.taxagency.SigningKey;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Clave2Agency;
import es.clave.integrationtests.harness.HttpCitizen;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.OidcAgency;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.SamlAgency;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.PinPages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Agencies that are set to ask the citizen before data go there. */
@ExtendWith(WorldExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// Early in the run: Keycloak dates SAML answers wrongly once its clock was moved by more than a month.
@Order(3)
class ConsentTest {

    private static final String BIRTH_DATE = "http://eidas.europa.eu/attributes/naturalperson/DateOfBirth";

    private final Clave clave;

    ConsentTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void theCitizenIsAskedTheFirstTimeAndWheneverTheDataChangeAndNeverElse() {
        try (OidcAgency agency = asking()) {
            HttpCitizen citizen = citizen("99990001P");
            HttpVisitor.Answer asked = citizen.logIn(citizen.browser().get(agency.request()));
            assertThat(agency.broughtBack(asked, "code")).isEmpty();
            assertThat(data(asked)).contains("DNI").doesNotContain("nacimiento");
            assertThat(asked.page().select(".agency").text()).contains("Agencia de prueba");

            assertThat(agency.broughtBack(agree(citizen, asked), "code")).isPresent();
            assertThat(agency.broughtBack(citizen.browser().get(agency.request()), "code"))
                    .as("remembered")
                    .isPresent();

            HttpVisitor.Answer more =
                    citizen.browser().get(agency.request("scope", "openid clave_identity clave_birthdate"));
            assertThat(data(more)).contains("nacimiento").doesNotContain("DNI");
            String code = agency.broughtBack(agree(citizen, more), "code").orElseThrow();
            assertThat(OidcAgency.claims(agency.tokens(code).get("id_token").asText()))
                    .containsEntry("birthdate", citizen.citizen().birthDate());
        }
    }

    @Test
    void whoDoesNotAgreeIsBackAtTheAgencyWithItsErrorAndIsAskedAgainTheNextTime() {
        try (OidcAgency agency = asking()) {
            HttpCitizen citizen = citizen("99990002D");
            HttpVisitor.Answer asked = citizen.logIn(citizen.browser().get(agency.request("state", "mine")));

            HttpVisitor.Answer back = refuse(citizen, asked);

            assertThat(agency.broughtBack(back, "error")).contains("access_denied");
            assertThat(agency.broughtBack(back, "state")).contains("mine");
            assertThat(agency.broughtBack(back, "code")).isEmpty();
            assertThat(agency.broughtBack(citizen.browser().get(agency.request("prompt", "none")), "code"))
                    .isEmpty();
        }
    }

    @Test
    void theClaimsParameterIsNoWayAroundTheQuestion() {
        try (OidcAgency agency = asking()) {
            HttpCitizen citizen = citizen("99990003X");
            HttpVisitor.Answer asked = citizen.logIn(citizen.browser()
                    .get(agency.request("claims", "{\"userinfo\":{\"birthdate\":{\"essential\":true}}}")));
            assertThat(data(asked)).doesNotContain("nacimiento");
            String code = agency.broughtBack(agree(citizen, asked), "code").orElseThrow();

            String token = agency.tokens(code).get("access_token").asText();

            assertThat(agency.userInfo(token, Optional.empty()).body())
                    .contains("given_name")
                    .doesNotContain("birthdate");
        }
    }

    @Test
    void inMiClaveTheCitizenSeesThePermissionAndTakesItBack() {
        try (OidcAgency agency = asking()) {
            HttpCitizen citizen = citizen("99990009Q");
            agree(citizen, citizen.logIn(citizen.browser().get(agency.request())));
            HttpVisitor.Answer page = citizen.browser().get(clave.node().realmUrl("/mi-clave/permisos"));
            assertThat(page.page().select("main").text()).contains("Agencia de prueba", "DNI");

            HttpVisitor.Answer taken = citizen.browser()
                    .post(
                            page.action(),
                            HttpVisitor.fields(
                                    "formToken",
                                    page.page().select("input[name=formToken]").val(),
                                    "agency",
                                    agency.clientId(),
                                    "step",
                                    "revoke"));

            assertThat(taken.page().select("main").text()).contains("Ha retirado el permiso");
            assertThat(data(citizen.browser().get(agency.request())))
                    .as("asked again")
                    .contains("DNI");
            assertThat(citizen.browser()
                            .get(clave.node().realmUrl("/mi-clave/permisos"))
                            .page()
                            .select("main")
                            .text())
                    .doesNotContain("Agencia de prueba");
        }
    }

    @Test
    void aSamlAgencyAsksToo() {
        try (SamlAgency agency = SamlAgency.open(clave)) {
            Administration administrator = new Administration(clave.node());
            ObjectNode client = administrator.read(agency.metadata(false));
            administrator.register(client.put("consentRequired", true));
            HttpCitizen citizen = citizen("99990004B");
            HttpVisitor.Answer asked =
                    citizen.logIn(citizen.browser().post(agency.endpoint(), agency.posted(agency.request(r -> {}))));
            assertThat(data(asked)).contains("DNI", "nacimiento");

            String refused = saml(refuse(citizen, asked));
            assertThat(refused).contains("status:RequestDenied").doesNotContain("Assertion ");

            clave.letPass(Duration.ofMinutes(1));
            HttpVisitor.Answer again =
                    citizen.logIn(citizen.browser().post(agency.endpoint(), agency.posted(agency.request(r -> {}))));
            assertThat(saml(agree(citizen, again))).contains(citizen.citizen().nationalId());
            assertThat(saml(citizen.browser().post(agency.endpoint(), agency.posted(agency.request(r -> {})))))
                    .as("remembered")
                    .contains(citizen.citizen().nationalId());

            administrator.grant(agency.entityId(), "clave_saml_registration");
            HttpVisitor.Answer more = citizen.browser().post(agency.endpoint(), agency.posted(agency.request(r -> {})));
            assertThat(data(more)).contains("nivel de registro").doesNotContain("DNI");
        }
    }

    @Test
    void anApplicationOfClave2AsksToo() throws Exception {
        SigningKey key = clave.newKey("asking-application");
        Application application = clave.clave2(clave.node(), "S5555555E_E55555555;Asking", key);
        Administration administrator = new Administration(clave.node());
        Map<String, Object> client = new HashMap<>(Clave2Agency.registration(application, Map.of(), ""));
        client.put("name", "Agencia que pregunta");
        client.put("consentRequired", true);
        administrator.register(client);
        administrator.letAskFor(application.providerName(), "DateOfBirth");
        Clave2Agency agency = new Clave2Agency(application, clave.clock());
        HttpCitizen citizen = citizen("99990006J");

        LoginRequest first = agency.request();
        HttpVisitor.Answer asked = citizen.logIn(agency.send(citizen.browser(), first));
        assertThat(data(asked)).contains("DNI").doesNotContain("nacimiento");
        assertThat(agency.failed(refuse(citizen, asked), first))
                .isEqualTo(new Answer.Failed("Responder", "RequestDenied", "202007 - The citizen did not consent"));

        LoginRequest passive = agency.request().passive();
        assertThat(agency.failed(agency.send(citizen.browser(), passive), passive)
                        .detail())
                .as("nobody may be asked")
                .isEqualTo("NoPassive");

        clave.letPass(Duration.ofMinutes(1));
        LoginRequest second = agency.request();
        asked = citizen.logIn(agency.send(citizen.browser(), second));
        assertThat(agency.identified(agree(citizen, asked), second).nameId())
                .isEqualTo(citizen.citizen().nationalId());
        LoginRequest third = agency.request();
        assertThat(agency.identified(agency.send(citizen.browser(), third), third)
                        .nameId())
                .as("remembered")
                .isEqualTo(citizen.citizen().nationalId());

        LoginRequest more = agency.request().attribute(BIRTH_DATE, true, Optional.empty());
        asked = agency.send(citizen.browser(), more);
        assertThat(data(asked)).contains("nacimiento").doesNotContain("DNI");
        assertThat(agency.identified(agree(citizen, asked), more).attribute(BIRTH_DATE))
                .contains(citizen.citizen().birthDate());

        HttpVisitor.Answer page = citizen.browser().get(clave.node().realmUrl("/mi-clave/permisos"));
        assertThat(page.page().select("main").text()).contains("Agencia que pregunta", "DNI", "nacimiento");
        citizen.browser()
                .post(
                        page.action(),
                        HttpVisitor.fields(
                                "formToken",
                                page.page().select("input[name=formToken]").val(),
                                "agency",
                                application.providerName(),
                                "step",
                                "revoke"));
        assertThat(data(agency.send(citizen.browser(), agency.request())))
                .as("asked again")
                .contains("DNI");
    }

    @Test
    void anApplicationOfClave2ThatIsSetToAskIsToldNothingThatNobodyCouldAgreeTo() throws Exception {
        SigningKey key = clave.newKey("asking-without-scopes");
        Application application = clave.clave2(clave.node(), "S6666666G_E66666666;Asking", key);
        Administration administrator = new Administration(clave.node());
        Map<String, Object> client = new HashMap<>(Clave2Agency.registration(application, Map.of(), ""));
        client.put("consentRequired", true);
        client.put("defaultClientScopes", List.of("clave2_identity"));
        client.put("optionalClientScopes", List.of());
        administrator.register(client);
        administrator.letAskFor(application.providerName(), "DateOfBirth");
        Clave2Agency agency = new Clave2Agency(application, clave.clock());
        HttpCitizen citizen = citizen("99990008S");

        LoginRequest request = agency.request().attribute(BIRTH_DATE, false, Optional.empty());
        HttpVisitor.Answer asked = citizen.logIn(agency.send(citizen.browser(), request));
        assertThat(data(asked)).doesNotContain("nacimiento");
        assertThat(agency.identified(agree(citizen, asked), request).attribute(BIRTH_DATE))
                .isEmpty();

        administrator.takeAway(application.providerName(), "clave2_identity");
        HttpVisitor.Answer refused = agency.send(citizen.browser(), agency.request());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.alert()).contains("clave2_disabled_agency");
    }

    @Test
    void thePageWorksInABrowserAndForEverybody(Visitors visitors) {
        try (OidcAgency agency = asking()) {
            Page page = visitors.open();
            page.navigate(agency.request().toString());
            new PinPages(page, clave.messages()).logIn(Population.of("99990005N"));
            page.locator("#consent-data").waitFor();
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();

            page.locator("button[name=accept]").click();

            page.waitForURL(url -> url.startsWith(agency.redirectUri()));
            assertThat(page.url()).contains("code=");
        }
    }

    private OidcAgency asking() {
        return OidcAgency.registered(clave, client -> client.put("consentRequired", true));
    }

    private static String data(HttpVisitor.Answer page) {
        String text = page.page().select("#consent-data").text();
        assertThat(text).as("HTTP " + page.status() + ": " + page.page().text()).isNotEmpty();
        return text;
    }

    private static HttpVisitor.Answer agree(HttpCitizen citizen, HttpVisitor.Answer page) {
        return answer(citizen, page, "accept");
    }

    private static HttpVisitor.Answer refuse(HttpCitizen citizen, HttpVisitor.Answer page) {
        return answer(citizen, page, "cancel");
    }

    private static HttpVisitor.Answer answer(HttpCitizen citizen, HttpVisitor.Answer page, String button) {
        return citizen.browser()
                .post(
                        page.action(),
                        HttpVisitor.fields(
                                "code", page.page().select("input[name=code]").val(), button, "yes"));
    }

    private static String saml(HttpVisitor.Answer page) {
        String field = page.page().select("input[name=SAMLResponse]").val();
        assertThat(field).as(page.page().text()).isNotEmpty();
        return new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8);
    }

    private HttpCitizen citizen(String nationalId) {
        return new HttpCitizen(clave, Population.of(nationalId));
    }
}
