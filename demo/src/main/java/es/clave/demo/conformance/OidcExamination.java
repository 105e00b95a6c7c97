package es.clave.demo.conformance;

import static es.clave.demo.conformance.Check.bad;
import static es.clave.demo.conformance.Check.good;

import com.nimbusds.jose.jwk.JWKSet;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Agencies by OpenID Connect: what Core 1.0, 3.1.3.7 and RFC 9207 make an agency check. */
public final class OidcExamination implements Examination {

    private static final String MOUNT = "/conformance/oidc";

    private static final List<Check> CHECKS = List.of(
            good("good", "Respuesta correcta", "A good answer"),
            bad("state", "Con otro state", "With another state"),
            bad("no-state", "Sin state", "Without a state"),
            bad("mix-up", "De otro emisor, según iss", "From another issuer, says iss"),
            bad("replayed", "Usada antes, en otro navegador", "Used before, in another browser"),
            bad("error", "Un error en lugar de un código", "An error in place of a code"),
            bad("unsigned", "ID token sin firma (alg none)", "ID token not signed (alg none)"),
            bad("other-key", "ID token firmado por otro", "ID token signed by somebody else"),
            bad("changed", "ID token cambiado después de firmarlo", "ID token changed after it was signed"),
            bad("hmac", "ID token con HMAC y la clave pública", "ID token with HMAC and the public key"),
            bad("issuer", "ID token de otro emisor", "ID token of another issuer"),
            bad("audience", "ID token para otro organismo", "ID token for another agency"),
            bad("expired", "ID token caducado", "ID token expired"),
            bad("nonce", "ID token con otro nonce", "ID token with another nonce"),
            bad("no-nonce", "ID token sin nonce", "ID token without a nonce"),
            bad("level", "Con un nivel menor que el pedido", "With a lower level than was asked for"),
            bad(
                    "user-info",
                    "Userinfo de otra persona que la del ID token",
                    "User info of another person than the ID token's"));

    private final Clock clock;
    private final URI issuer;
    private final IdTokens idTokens;
    private final Map<String, Login> codes = new ConcurrentHashMap<>();
    private final Map<String, Login> accessTokens = new ConcurrentHashMap<>();

    /** A login under way: which check it is, who logs in, of whom the user info tells instead, what the agency asked. */
    record Login(String check, TestPerson person, Optional<TestPerson> other, Map<String, String> asked) {

        String asked(String name) {
            return asked.getOrDefault(name, "");
        }
    }

    /** Opens the provider of the examination on a server. */
    public OidcExamination(WebServer server, Clock clock) {
        this.clock = clock;
        this.issuer = URI.create(server.baseUrl() + MOUNT);
        this.idTokens = new IdTokens(issuer.toString());
        server.get(MOUNT + "/.well-known/openid-configuration", request -> json(discovery()))
                .get(MOUNT + "/keys", request -> json(new JWKSet(idTokens.publicKey()).toString()))
                .postFromElsewhere(MOUNT + "/token", this::token)
                .get(MOUNT + "/userinfo", this::userInfo)
                .postFromElsewhere(MOUNT + "/userinfo", this::userInfo);
    }

    /** What agencies are told to trust. Any client id and any secret will do. */
    public URI issuer() {
        return issuer;
    }

    @Override
    public String id() {
        return "oidc";
    }

    @Override
    public List<Check> checks() {
        return CHECKS;
    }

    @Override
    public Result examine(Check check, Candidate candidate) throws InterruptedException {
        return Judge.judge(check, candidate, browser -> deliver(check, candidate, browser));
    }

    private Judge.Delivered deliver(Check check, Candidate candidate, AgencyBrowser browser)
            throws IOException, InterruptedException {
        Map<String, String> asked = ask(candidate, browser);
        TestPerson person = TestPerson.somebody();
        String code = UUID.randomUUID().toString();
        // Its ID token may let somebody in: not the one of whom the user info tells.
        Optional<TestPerson> other =
                check.id().equals("user-info") ? Optional.of(TestPerson.somebody()) : Optional.empty();
        codes.put(code, new Login(check.id(), person, other, asked));
        URI callback = callback(check, asked, code);
        AgencyBrowser attacked = browser;
        if (check.id().equals("replayed")) {
            browser.open(callback);
            attacked = new AgencyBrowser();
            ask(candidate, attacked);
            codes.put(code, new Login(check.id(), person, other, asked));
        }
        return new Judge.Delivered(attacked, attacked.open(callback), other.orElse(person));
    }

    private Map<String, String> ask(Candidate candidate, AgencyBrowser browser)
            throws IOException, InterruptedException {
        URI door = URI.create(issuer + "/authorize");
        Map<String, String> asked = browser.begin(candidate, door)
                .orElseThrow(() -> new IOException("the login does not lead to " + door))
                .parameters();
        if (!asked.containsKey("redirect_uri") || !asked.containsKey("client_id")) {
            throw new IOException("the request needs a client_id and a redirect_uri in its address");
        }
        return asked;
    }

    private URI callback(Check check, Map<String, String> asked, String code) {
        String state = check.id().equals("state") ? "another-state" : asked.getOrDefault("state", "");
        String from = check.id().equals("mix-up") ? "https://another-issuer.example" : issuer.toString();
        String answer = check.id().equals("error") ? "error=access_denied" : "code=" + code;
        String withState =
                check.id().equals("no-state") || state.isEmpty() ? "" : "&state=" + AgencyBrowser.encode(state);
        String address = asked.get("redirect_uri");
        return URI.create(address + (address.contains("?") ? "&" : "?") + answer + withState + "&iss="
                + AgencyBrowser.encode(from));
    }

    private Response token(Request request) {
        Optional<Login> login = request.field("code").map(codes::remove);
        if (login.isEmpty()) {
            return Response.of(
                    400, "application/json", "{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8));
        }
        String accessToken = UUID.randomUUID().toString();
        accessTokens.put(accessToken, login.get());
        return json("{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"%s\"}"
                .formatted(accessToken, idTokens.of(login.get(), clock.instant())));
    }

    private Response userInfo(Request request) {
        Optional<Login> login = request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> accessTokens.get(header.substring("Bearer ".length())));
        if (login.isEmpty()) {
            return Response.empty(401);
        }
        TestPerson person = login.get().other().orElse(login.get().person());
        return json(
                "{\"sub\":\"%s\",\"person_identifier\":\"%s\",\"given_name\":\"%s\",\"family_name\":\"Conformidad\"}"
                        .formatted(person.subject(), person.dni(), person.givenName()));
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/logout",\
                "response_types_supported":["code"],"subject_types_supported":["pairwise"],\
                "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"],\
                "token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post","private_key_jwt"],\
                "authorization_response_iss_parameter_supported":true}""".formatted(issuer);
    }

    private static Response json(String body) {
        return Response.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }
}
