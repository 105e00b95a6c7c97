package es.clave.integrationtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import es.clave.demo.web.Html;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An agency that speaks OpenID Connect in the test's own hand: every step by itself, right or wrong. */
public final class OidcAgency implements AutoCloseable {

    /** At least 43 characters (RFC 7636, 4.1). */
    public static final String VERIFIER = "a-verifier-of-forty-three-characters-at-the-least";

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RSAKey KEY = rsaKey();

    private final Clave clave;
    private final WebServer server;
    private final String clientId = "agency-" + UUID.randomUUID();
    private final String secret = "a-secret-of-a-test-agency-" + UUID.randomUUID();
    private final List<String> logoutTokens = Collections.synchronizedList(new ArrayList<>());

    private OidcAgency(Clave clave) {
        this.clave = clave;
        this.server = WebServer.open("test-agency", 0, (status, request) -> Response.page(status, Html.nothing()))
                .get("/callback", request -> Response.page(200, Html.nothing()))
                .postFromElsewhere("/backchannel-logout", this::loggedOut)
                .start();
    }

    /** Opens an agency and registers it, with a secret unless the change says otherwise. */
    public static OidcAgency registered(Clave clave, UnaryOperator<ObjectNode> change) {
        OidcAgency agency = new OidcAgency(clave);
        new Administration(clave.node()).register(change.apply(agency.client()));
        return agency;
    }

    /** The plainest agency. */
    public static OidcAgency registered(Clave clave) {
        return registered(clave, client -> client);
    }

    /** Makes it an agency that proves who it is with its key. */
    public static ObjectNode byKey(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-jwt").remove("secret");
        attributes(client)
                .put("use.jwks.string", "true")
                .put("jwks.string", new JWKSet(KEY.toPublicJWK()).toString())
                .put("token.endpoint.auth.signing.alg", "PS256");
        return client;
    }

    /** Where the settings of a client are. */
    public static ObjectNode attributes(ObjectNode client) {
        return (ObjectNode) client.get("attributes");
    }

    private ObjectNode client() {
        ObjectNode client = JSON.createObjectNode();
        client.put("clientId", clientId)
                .put("name", "Agencia de prueba")
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", secret)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", false)
                .put("fullScopeAllowed", false);
        client.putArray("redirectUris").add(redirectUri());
        client.putArray("defaultClientScopes").add("basic").add("clave_login");
        client.putArray("optionalClientScopes")
                .add("clave_identity")
                .add("clave_birthdate")
                .add("clave_registration");
        client.putObject("attributes")
                .put("backchannel.logout.url", server.baseUrl() + "/backchannel-logout")
                .put("backchannel.logout.session.required", "true")
                .put("post.logout.redirect.uris", server.baseUrl() + "/logged-out");
        return client;
    }

    public String clientId() {
        return clientId;
    }

    public String redirectUri() {
        return server.baseUrl() + "/callback";
    }

    public String loggedOutUri() {
        return server.baseUrl() + "/logged-out";
    }

    public String issuer() {
        return clave.node().realmUrl("").toString();
    }

    /** The logout tokens that came. */
    public List<String> logoutTokens() {
        return List.copyOf(logoutTokens);
    }

    private Response loggedOut(Request request) {
        request.field("logout_token").ifPresent(logoutTokens::add);
        return Response.empty(200);
    }

    /** The parameters of a good request, changed by the test: value null takes one away. */
    public Map<String, String> parameters(String... changes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", redirectUri());
        parameters.put("scope", "openid clave_identity");
        parameters.put("state", "state-" + UUID.randomUUID());
        parameters.put("nonce", "a-nonce");
        parameters.put("code_challenge_method", "S256");
        parameters.put("code_challenge", challenge());
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                parameters.remove(changes[i]);
            } else {
                parameters.put(changes[i], changes[i + 1]);
            }
        }
        return parameters;
    }

    /** Where a browser is sent. */
    public URI request(Map<String, String> parameters) {
        return clave.node().realmUrl("/protocol/openid-connect/auth?" + query(parameters));
    }

    /** A good request. */
    public URI request(String... changes) {
        return request(parameters(changes));
    }

    /** The parameters as an object that the agency signed (RFC 9101). */
    public String requestObject(Map<String, String> parameters) {
        return requestObject(parameters, claims -> claims);
    }

    /** The same, with other claims. */
    public String requestObject(Map<String, String> parameters, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = clave.clock().instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .audience(issuer())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        parameters.forEach(claims::claim);
        return signed(JWSAlgorithm.PS256, change.apply(claims).build());
    }

    /** Pushes a request (RFC 9126); the answer has its {@code request_uri}. */
    public HttpResponse<String> push(Map<String, String> parameters, Map<String, String> authentication) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(authentication);
        return post("/protocol/openid-connect/ext/par/request", all, Optional.empty());
    }

    /** Where a browser is sent with a pushed request. */
    public URI pushed(String requestUri) {
        return clave.node()
                .realmUrl("/protocol/openid-connect/auth?"
                        + query(HttpVisitor.fields("client_id", clientId, "request_uri", requestUri)));
    }

    /** The agency's secret, as it is sent. */
    public Map<String, String> bySecret() {
        return HttpVisitor.fields("client_id", clientId, "client_secret", secret);
    }

    /** The agency's proof by its key. */
    public Map<String, String> byAssertion() {
        return byAssertion(assertion(issuer()));
    }

    public Map<String, String> byAssertion(String assertion) {
        return HttpVisitor.fields(
                "client_id", clientId, "client_assertion_type", JWT_BEARER, "client_assertion", assertion);
    }

    /** A client assertion for this audience (RFC 7523). */
    public String assertion(String audience) {
        return signed(JWSAlgorithm.PS256, assertionClaims(audience));
    }

    public JWTClaimsSet assertionClaims(String audience) {
        Instant now = clave.clock().instant();
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
    }

    /** The key by which Cl@ve knows the agency. */
    public RSAKey key() {
        return KEY;
    }

    /** What Cl@ve is told of it. */
    public static RSAKey publicKey() {
        return KEY.toPublicJWK();
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(KEY.getKeyID()).build(), claims);
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Redeems a code: the answer may be an error. */
    public HttpResponse<String> redeem(
            String code, Map<String, String> authentication, Optional<String> dpop, String... changes) {
        Map<String, String> parameters = new LinkedHashMap<>(authentication);
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", redirectUri());
        parameters.put("code_verifier", VERIFIER);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                parameters.remove(changes[i]);
            } else {
                parameters.put(changes[i], changes[i + 1]);
            }
        }
        return post("/protocol/openid-connect/token", parameters, dpop);
    }

    /** Redeems a code with the agency's secret. */
    public JsonNode tokens(String code) {
        HttpResponse<String> answer = redeem(code, bySecret(), Optional.empty());
        if (answer.statusCode() != 200) {
            throw new AssertionError("No tokens: " + answer.statusCode() + " " + answer.body());
        }
        return Administration.json(answer.body());
    }

    /** Where tokens are got: what a proof of possession is for. */
    public URI tokenEndpoint() {
        return clave.node().realmUrl("/protocol/openid-connect/token");
    }

    public URI userInfoEndpoint() {
        return clave.node().realmUrl("/protocol/openid-connect/userinfo");
    }

    /** Asks who it is. */
    public HttpResponse<String> userInfo(String accessToken, Optional<String> dpop) {
        HttpRequest.Builder request = HttpRequest.newBuilder(userInfoEndpoint())
                .header("Authorization", (dpop.isPresent() ? "DPoP " : "Bearer ") + accessToken);
        dpop.ifPresent(proof -> request.header("DPoP", proof));
        return send(request);
    }

    /** A key that tokens are bound to. */
    public static ECKey bindingKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A proof of possession (RFC 9449). */
    public String dpop(ECKey key, String method, URI address, Optional<String> accessToken) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", address.toString())
                .issueTime(Date.from(clave.clock().instant()));
        accessToken.ifPresent(token -> claims.claim("ath", sha256(token)));
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("dpop+jwt"))
                            .jwk(key.toPublicJWK())
                            .build(),
                    claims.build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a parameter that an answer brings back to the agency; empty where it does not come here. */
    public Optional<String> broughtBack(HttpVisitor.Answer answer, String parameter) {
        return answer.redirect()
                .map(URI::toString)
                .filter(to -> to.startsWith(redirectUri()))
                .flatMap(to -> {
                    Matcher value =
                            Pattern.compile("[?&]" + parameter + "=([^&]+)").matcher(to);
                    return value.find()
                            ? Optional.of(java.net.URLDecoder.decode(value.group(1), StandardCharsets.UTF_8))
                            : Optional.empty();
                });
    }

    /** The claims of a token, unverified. */
    public static Map<String, Object> claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private HttpResponse<String> post(String path, Map<String, String> parameters, Optional<String> dpop) {
        HttpRequest.Builder request = HttpRequest.newBuilder(clave.node().realmUrl(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(parameters)));
        dpop.ifPresent(proof -> request.header("DPoP", proof));
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Parameters as a form or an address has them. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + HttpVisitor.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String challenge() {
        return sha256(VERIFIER);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsaKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID("agency-key")
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.PS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
