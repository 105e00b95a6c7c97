package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WireBrowser;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.PinPages;
import es.clave.registry.synthetic.SyntheticPerson;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes on one PostgreSQL behind nothing but their ports. The last test leaves one of them dead. */
@ExtendWith(WorldExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final int RACES = 200;
    private static final String VERIFIER = "a-verifier-of-forty-three-characters-at-least";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clave clave;
    private final Node first;
    private final Node second;

    TwoNodesTest(@TwoNodes Clave clave) {
        this.clave = clave;
        this.first = clave.nodes().get(0);
        this.second = clave.nodes().get(1);
    }

    @Test
    @Order(1)
    void aPinThatOneNodeSentIsAcceptedByTheOther() throws Exception {
        Citizen citizen = Population.of("99990001P");
        WireBrowser browser = new WireBrowser();
        WireBrowser.Answer codePage = askForPin(browser, first, citizen);

        WireBrowser.Answer done = browser.post(onNode(second, codePage.formAction()), verify(lastPin(citizen)));

        assertThat(personBehind(second, code(done).orElseThrow())).isEqualTo(citizen.nationalId());
    }

    @Test
    @Order(2)
    void wrongPinsCountWhicheverNodeTheyAreTypedAt() {
        Citizen citizen = Population.of("99990002D");
        WireBrowser browser = new WireBrowser();
        WireBrowser.Answer page = askForPin(browser, first, citizen);
        String pin = lastPin(citizen);
        for (int i = 0; i < 5; i++) {
            Node node = i % 2 == 0 ? second : first;
            page = browser.post(onNode(node, page.formAction()), verify(PinPages.wrong(pin)));
        }

        WireBrowser.Answer refused = browser.post(onNode(second, page.formAction()), verify(pin));

        assertThat(code(refused)).isEmpty();
        assertThat(refused.page().select("#code")).isEmpty();
    }

    @Test
    @Order(3)
    void ofOnePinPostedToBothNodesAtTheSameInstantOneIsAccepted() {
        List<Citizen> citizens = activeCitizens();
        List<Integer> accepted = new ArrayList<>();
        for (int race = 0; race < RACES; race++) {
            if (race % citizens.size() == 0) {
                // So that no citizen meets the limits of PINs in an hour or a day.
                clave.letPass(Duration.ofHours(3));
            }
            Citizen citizen = citizens.get(race % citizens.size());
            WireBrowser browser = new WireBrowser();
            WireBrowser.Answer page = askForPin(browser, race % 2 == 0 ? first : second, citizen);
            Map<String, String> form = verify(lastPin(citizen));
            CompletableFuture<WireBrowser.Answer> here = browser.postAtOnce(onNode(first, page.formAction()), form);
            CompletableFuture<WireBrowser.Answer> there = browser.postAtOnce(onNode(second, page.formAction()), form);
            accepted.add((code(here.join()).isPresent() ? 1 : 0)
                    + (code(there.join()).isPresent() ? 1 : 0));
        }
        assertThat(accepted).hasSize(RACES).containsOnly(1);
    }

    @Test
    @Order(4)
    void aLoginBegunOnANodeThatIsKilledIsFinishedOnTheOther() throws Exception {
        clave.letPass(Duration.ofHours(3));
        Citizen citizen = Population.of("99990003X");
        WireBrowser browser = new WireBrowser();
        WireBrowser.Answer codePage = askForPin(browser, first, citizen);
        String pin = lastPin(citizen);

        first.kill();
        WireBrowser.Answer done = browser.post(onNode(second, codePage.formAction()), verify(pin));

        assertThat(personBehind(second, code(done).orElseThrow())).isEqualTo(citizen.nationalId());
    }

    private WireBrowser.Answer askForPin(WireBrowser browser, Node node, Citizen citizen) {
        int already = clave.messages().codesTo(citizen.mobile()).size();
        WireBrowser.Answer identify = browser.get(node.realmUrl("/protocol/openid-connect/auth?client_id="
                + Clave.TOWN_HALL_CLIENT + "&response_type=code&scope=" + encoded("openid clave_identity")
                + "&redirect_uri=" + encoded(callback()) + "&code_challenge_method=S256&code_challenge="
                + challenge() + "&clave_way=pin"));
        WireBrowser.Answer codePage = browser.post(
                onNode(node, identify.formAction()),
                Map.of(
                        "step",
                        "request",
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted()));
        assertThat(codePage.page().select("#code"))
                .as("the page that takes the PIN")
                .hasSize(1);
        clave.messages().nextCode(citizen.mobile(), already);
        return codePage;
    }

    private String lastPin(Citizen citizen) {
        List<String> pins = clave.messages().codesTo(citizen.mobile());
        return pins.get(pins.size() - 1);
    }

    private static Map<String, String> verify(String pin) {
        return Map.of("step", "verify", "code", pin);
    }

    private static URI onNode(Node node, URI uri) {
        return node.baseUrl().resolve(uri.getRawPath() + "?" + uri.getRawQuery());
    }

    /** The authorization code with which the browser is sent back to the agency, if it is. */
    private static Optional<String> code(WireBrowser.Answer answer) {
        return answer.location()
                .map(URI::create)
                .filter(location -> location.getPath().equals("/callback"))
                .flatMap(location -> Arrays.stream(location.getRawQuery().split("&", -1))
                        .filter(parameter -> parameter.startsWith("code="))
                        .map(parameter -> URLDecoder.decode(parameter.substring(5), StandardCharsets.UTF_8))
                        .findFirst());
    }

    /** Who the token says it is that logged in. */
    private String personBehind(Node node, String code) throws Exception {
        String form = "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri=" + encoded(callback())
                + "&client_id=" + Clave.TOWN_HALL_CLIENT + "&client_secret=" + Clave.TOWN_HALL_SECRET
                + "&code_verifier=" + VERIFIER;
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(node.realmUrl("/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        String idToken = JSON.readTree(response.body()).get("id_token").asText();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(idToken.split("\\.", -1)[1]));
        return claims.get("person_identifier").asText();
    }

    private static List<Citizen> activeCitizens() {
        return es.clave.registry.synthetic.Population.load().people().stream()
                .filter(SyntheticPerson::usesClave)
                .map(person -> Population.of(person.civil().nationalId().value()))
                .toList();
    }

    private String callback() {
        return clave.townHall() + "/callback";
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
