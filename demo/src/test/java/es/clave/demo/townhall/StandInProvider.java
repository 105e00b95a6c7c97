package es.clave.demo.townhall;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import es.clave.demo.web.Html;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stands in for Cl@ve: an OpenID provider that answers as a test wants it to. */
final class StandInProvider implements AutoCloseable {

    static final String CLIENT = "town-hall";
    static final String SECRET = "a-secret-of-the-town-hall-that-is-long-enough";
    static final String SUBJECT = "subject-1";
    static final String SESSION = "session-1";
    private static final String ACCESS_TOKEN = "access-token-1";

    /** What an authentication request asked for. */
    record Asked(Map<String, String> parameters) {
        String get(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    private final WebServer server;
    private final RSAKey key;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final List<String> redeemed = new ArrayList<>();
    private UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    private Signing signing = this::signed;
    private String userInfoSubject = SUBJECT;

    /** Makes the compact form of a token. */
    @FunctionalInterface
    interface Signing {
        String token(JWTClaimsSet claims, JOSEObjectType type) throws JOSEException;
    }

    StandInProvider(RSAKey key) {
        this.key = key;
        server = WebServer.open("provider", 0, (status, request) -> Response.page(status, Html.nothing()));
        server.get("/.well-known/openid-configuration", request -> json(discovery()))
                .get("/keys", request -> json(new JWKSet(key).toString()))
                .get("/userinfo", this::userInfo)
                .postFromElsewhere("/token", this::token)
                .start();
    }

    URI issuer() {
        return server.baseUrl();
    }

    /** What the ID token is to say beside, or instead of, the truth. */
    void claiming(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
    }

    /** How tokens are to be signed. */
    void signing(Signing how) {
        signing = how;
    }

    void userInfoAbout(String subject) {
        userInfoSubject = subject;
    }

    /** What a citizen's login leads to: a code for that request. */
    String codeFor(Asked asked) {
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return code;
    }

    /** The bodies of the token requests. */
    List<String> redeemed() {
        return redeemed;
    }

    String signed(JWTClaimsSet set, JOSEObjectType type) throws JOSEException {
        return signedWith(new RSASSASigner(key), JWSAlgorithm.RS256, key.getKeyID(), set, type);
    }

    static String signedWith(
            JWSSigner signer, JWSAlgorithm algorithm, String keyId, JWTClaimsSet set, JOSEObjectType type)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(keyId).type(type).build(), set);
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** A token that says that the session ended, as Cl@ve would sign it. */
    JWTClaimsSet.Builder logoutClaims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .subject(SUBJECT)
                .claim("sid", SESSION)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    @Override
    public void close() {
        server.close();
    }

    private Response token(Request request) {
        redeemed.add(request.field("code").orElse(""));
        Asked asked = codes.remove(request.field("code").orElse(""));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean isTheClient = request.header("Authorization")
                .filter(("Basic " + basic)::equals)
                .isPresent();
        if (asked == null
                || !isTheClient
                || !provesTheRequest(asked, request.field("code_verifier").orElse(""))) {
            return Response.of(
                    400, "application/json", "{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8));
        }
        try {
            String idToken = signing.token(claims.apply(truth(asked)).build(), JOSEObjectType.JWT);
            return json("{\"access_token\":\"" + ACCESS_TOKEN + "\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken
                    + "\"}");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean provesTheRequest(Asked asked, String verifier) {
        return asked.get("code_challenge_method").equals("S256")
                && asked.get("code_challenge").equals(encoded(sha256(verifier)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private JWTClaimsSet.Builder truth(Asked asked) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(CLIENT)
                .subject(SUBJECT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("auth_time", now.getEpochSecond())
                .claim("nonce", asked.get("nonce"))
                .claim("acr", "http://eidas.europa.eu/LoA/substantial")
                .claim("amr", List.of("clave_pin", "otp", "sms"))
                .claim("sid", SESSION)
                .claim("at_hash", encoded(Arrays.copyOf(sha256(ACCESS_TOKEN), 16)));
    }

    private Response userInfo(Request request) {
        if (!request.header("Authorization").equals(java.util.Optional.of("Bearer " + ACCESS_TOKEN))) {
            return Response.empty(401);
        }
        return json("{\"sub\":\"" + userInfoSubject + "\",\"person_identifier\":\"00000001R\",\"given_name\":\"Ana\","
                + "\"family_name\":\"<b>García</b> López\"}");
    }

    private String discovery() {
        String issuer = issuer().toString();
        return """
                {"issuer":"%s","authorization_endpoint":"%s/auth","token_endpoint":"%s/token",
                "userinfo_endpoint":"%s/userinfo","jwks_uri":"%s/keys","end_session_endpoint":"%s/logout",
                "response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"],
                "authorization_response_iss_parameter_supported":true}
                """.formatted(issuer, issuer, issuer, issuer, issuer, issuer);
    }

    private static Response json(String body) {
        return Response.of(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }
}
