package es.clave.demo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import es.clave.demo.taxagency.SamlSettings;
import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.taxagency.TaxAgency;
import es.clave.demo.townhall.OidcSettings;
import es.clave.demo.townhall.TownHall;
import es.clave.demo.web.Html;
import es.clave.demo.web.Keys;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examination passes agencies that check everything, and catches those that do not. */
class ConformanceTest {

    private static SigningKey key;
    private static SigningKey forger;

    private WebServer server;
    private OidcExamination oidc;
    private SamlExamination saml;
    private Clave2Examination clave2;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = newKey();
        forger = newKey();
    }

    private static SigningKey newKey() throws Exception {
        KeyPair pair = Keys.rsa();
        return SigningKey.of(pair.getPrivate(), Keys.selfSigned(pair));
    }

    @BeforeEach
    void open() {
        server = WebServer.open("provider", 0, (status, request) -> Response.page(status, Html.nothing()));
        oidc = new OidcExamination(server, Clock.systemUTC());
        saml = new SamlExamination(server, () -> key, () -> forger, Clock.systemUTC());
        clave2 = new Clave2Examination(server, () -> key, () -> forger, Clock.systemUTC());
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theTownHallPasses() throws Exception {
        OidcSettings settings =
                new OidcSettings(oidc.issuer(), "town-hall", UUID.randomUUID().toString());
        try (TownHall agency = TownHall.open(0, settings, Clock.systemUTC())) {
            assertThat(oidc.examine(candidate(agency.baseUrl()))).allMatch(Result::passed);
        }
    }

    @Test
    void theTaxAgencyPasses() throws Exception {
        SamlSettings settings = new SamlSettings(saml.entityId(), saml.metadataAddress(), key);
        try (TaxAgency agency = TaxAgency.open(0, settings, Clock.systemUTC())) {
            assertThat(saml.examine(candidate(agency.baseUrl()))).allMatch(Result::passed);
        }
    }

    @Test
    void theTaxAgencyPassesByClave2Too() throws Exception {
        SamlSettings settings = new SamlSettings(clave2.issuer(), saml.metadataAddress(), key);
        try (TaxAgency agency = TaxAgency.open(0, settings, Clock.systemUTC())) {
            assertThat(clave2.examine(candidate(agency.baseUrl(), "/clave2/login")))
                    .allMatch(Result::passed);
        }
    }

    @Test
    void anApplicationByClave2ThatBelievesWhateverComesIsCaughtAtEveryAnswerThatNamesSomebody() throws Exception {
        try (CarelessAgency agency = new CarelessAgency()) {
            List<Result> results = clave2.examine(candidate(agency.baseUrl(), "/clave2"));

            assertThat(results)
                    .filteredOn(result -> !result.check().good())
                    .filteredOn(Result::passed)
                    .extracting(result -> result.check().id())
                    // Nobody stands in these.
                    .containsExactlyInAnyOrder("error", "refused");
            assertThat(results).filteredOn(result -> result.check().good()).allMatch(Result::passed);
        }
    }

    @Test
    void aSamlAgencyThatBelievesWhateverComesIsCaughtAtEveryAnswerThatNamesSomebody() throws Exception {
        try (CarelessAgency agency = new CarelessAgency()) {
            List<Result> results = saml.examine(candidate(agency.baseUrl()));

            assertThat(results)
                    .filteredOn(result -> !result.check().good())
                    .filteredOn(Result::passed)
                    .extracting(result -> result.check().id())
                    // No assertion; one with the identity of somebody else first; a parser that takes no DOCTYPE.
                    .isSubsetOf("error", "doctype");
            assertThat(results).filteredOn(result -> result.check().good()).allMatch(Result::passed);
        }
    }

    @Test
    void anOpenIdConnectAgencyThatBelievesWhateverComesIsCaught() throws Exception {
        try (CarelessAgency agency = new CarelessAgency()) {
            List<Result> results = oidc.examine(new Candidate(
                    URI.create(agency.baseUrl() + "/oidc"), Map.of(), URI.create(agency.baseUrl() + "/")));

            assertThat(results)
                    .filteredOn(result -> !result.check().good())
                    .filteredOn(Result::passed)
                    .extracting(result -> result.check().id())
                    // It never asks for the user info.
                    .isSubsetOf("error", "user-info");
            assertThat(results).filteredOn(result -> result.check().good()).allMatch(Result::passed);
        }
    }

    @Test
    void anAgencyThatBreaksHasNotPassed() throws Exception {
        try (WebServer broken = WebServer.open("broken", 0, (status, request) -> Response.page(500, Html.nothing()))) {
            broken.start();

            assertThat(saml.examine(candidate(broken.baseUrl())))
                    .allMatch(result -> result.outcome() == Result.Outcome.BROKEN)
                    .noneMatch(Result::passed);
        }
    }

    @Test
    void thePageExaminesTheDemosAgenciesAndSaysWhatWasTypedWrongly() throws Exception {
        try (WebServer pages = WebServer.open("pages", 0, (status, request) -> Response.page(status, Html.nothing()))) {
            new Conformance(pages, Clock.systemUTC());
            pages.start();

            assertThat(post(pages, "/conformance/demo", "agency=oidc").select("#verdict[data-failed=0]"))
                    .hasSize(1);
            assertThat(post(pages, "/conformance/demo", "agency=saml&lang=en")
                            .select("#verdict[data-failed=0]")
                            .text())
                    .contains("Passed");
            assertThat(post(pages, "/conformance/demo", "agency=clave2").select("#verdict[data-failed=0]"))
                    .hasSize(1);
            assertThat(post(pages, "/conformance/own", "protocol=saml&start=javascript:alert(1)&page=")
                            .select("[role=alert] li"))
                    .hasSize(2);
        }
    }

    private static Document post(WebServer server, String path, String form) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        return Jsoup.parse(answer.body());
    }

    private static Candidate candidate(URI agency) {
        return candidate(agency, "/login");
    }

    private static Candidate candidate(URI agency, String login) {
        return new Candidate(
                URI.create(agency + login),
                Map.of("level", "substantial", "data", "identity"),
                URI.create(agency + "/"));
    }

    /** Reads the first assertion or token that it finds, and checks nothing. */
    private final class CarelessAgency implements AutoCloseable {

        private final WebServer web =
                WebServer.open("careless", 0, (status, request) -> Response.page(status, Html.nothing()));

        CarelessAgency() {
            web.get("/", request -> Response.page(200, Html.nothing()))
                    .post(
                            "/login",
                            request -> Response.redirect(URI.create(saml.entityId() + "/sso?SAMLRequest="
                                    + AgencyBrowser.encode(SamlAnswer.base64(request())))))
                    .post(
                            "/clave2",
                            request -> Response.redirect(URI.create(clave2.serviceProvider() + "?SAMLRequest="
                                    + AgencyBrowser.encode(SamlAnswer.base64(request())))))
                    .postFromElsewhere("/acs", request -> {
                        byte[] xml = Base64.getDecoder()
                                .decode(request.field("SAMLResponse").orElseThrow());
                        Document answer = Jsoup.parse(
                                new String(xml, StandardCharsets.UTF_8), "", org.jsoup.parser.Parser.xmlParser());
                        return Response.page(200, Html.of("{}", firstTexts(answer)));
                    })
                    .get(
                            "/oidc",
                            request -> Response.redirect(URI.create(oidc.issuer()
                                    + "/authorize?client_id=careless&response_type=code&scope=openid&state=s&nonce=n"
                                    + "&acr_values=http://eidas.europa.eu/LoA/substantial&redirect_uri=" + web.baseUrl()
                                    + "/callback")))
                    .get(
                            "/callback",
                            request -> Response.page(
                                    200,
                                    Html.of(
                                            "{}",
                                            request.query("code")
                                                    .map(CarelessAgency.this::whoHas)
                                                    .orElse(""))))
                    .start();
        }

        URI baseUrl() {
            return web.baseUrl();
        }

        private String request() {
            return "<saml2p:AuthnRequest xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\" Version=\"2.0\""
                    + " IssueInstant=\"2026-01-01T00:00:00Z\" ProviderName=\"careless\" AssertionConsumerServiceURL=\""
                    + web.baseUrl()
                    + "/acs\"><saml2:Issuer xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">careless</saml2:Issuer>"
                    + "</saml2p:AuthnRequest>";
        }

        private static String firstTexts(Document answer) {
            StringBuilder texts = new StringBuilder();
            answer.getElementsByTag("saml2:AttributeValue")
                    .forEach(value -> value.textNodes().stream().findFirst().ifPresent(text -> texts.append(text.text())
                            .append(' ')));
            return texts.toString();
        }

        private String whoHas(String code) {
            try {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(oidc.issuer() + "/token"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString("grant_type=authorization_code&code=" + code))
                                        .build(),
                                BodyHandlers.ofString());
                String token = answer.body().replaceAll(".*\"id_token\":\"([^\"]+)\".*", "$1");
                return JWTParser.parse(token).getJWTClaimsSet().getStringClaim("person_identifier");
            } catch (IOException | ParseException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            web.close();
        }
    }
}
