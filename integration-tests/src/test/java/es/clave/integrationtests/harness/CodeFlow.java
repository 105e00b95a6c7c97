package es.clave.integrationtests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The town hall's side of OpenID Connect in the test's own hand, so that a test may choose the node for each step. */
public final class CodeFlow {

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String redirectUri;
    private final String verifier = random();
    private final String state = random();

    public CodeFlow(Clave clave) {
        this.redirectUri = clave.townHall() + "/callback";
    }

    /** The address that sends a browser to log in by Cl@ve PIN at this node. */
    public URI request(Node node) {
        return request(node, "pin");
    }

    /** The address that sends a browser to log in at this node, in the way that has this name. */
    public URI request(Node node, String way) {
        return node.realmUrl("/protocol/openid-connect/auth?response_type=code&client_id=" + Clave.TOWN_HALL_CLIENT
                + "&redirect_uri=" + encode(redirectUri) + "&scope=" + encode("openid clave_identity") + "&state="
                + state
                + "&nonce=" + random() + "&code_challenge_method=S256&code_challenge=" + challenge() + "&clave_way="
                + way);
    }

    /** The code that an answer brings back to the agency, if it does. */
    public Optional<String> code(HttpVisitor.Answer answer) {
        return answer.redirect()
                .map(URI::toString)
                .filter(to -> to.startsWith(redirectUri))
                .flatMap(to -> {
                    Matcher code = CODE.matcher(to);
                    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
                });
    }

    /** What the ID token says that this node gives for the code. */
    public JsonNode idToken(Node node, String code) {
        HttpVisitor.Answer answer = new HttpVisitor()
                .postOnly(
                        node.realmUrl("/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                redirectUri,
                                "client_id",
                                Clave.TOWN_HALL_CLIENT,
                                "client_secret",
                                Clave.TOWN_HALL_SECRET,
                                "code_verifier",
                                verifier));
        if (answer.status() != 200) {
            throw new AssertionError("No token: HTTP " + answer.status() + " " + answer.body());
        }
        try {
            ObjectMapper json = new ObjectMapper();
            String token = json.readTree(answer.body()).get("id_token").asText();
            String claims = token.split("\\.", -1)[1];
            return json.readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
