package es.clave.integrationtests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A device in place of the app: written by {@code openapi.yaml} and nothing else, so that the document is shown to be
 * enough.
 */
public final class DeviceClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI api;
    private final URI sentTo;
    private final String address;
    private final AtomicLong counter;
    private ECKey key;
    private Optional<String> nonce = Optional.empty();
    private Optional<Duration> clockAhead = Optional.empty();

    private DeviceClient(URI api, URI sentTo, String address, ECKey key, AtomicLong counter) {
        this.api = api;
        this.sentTo = sentTo;
        this.address = address;
        this.key = key;
        this.counter = counter;
    }

    /** A new device, with a key of its own, that talks to this node. */
    public static DeviceClient of(Node node) {
        URI api = node.realmUrl("/app/v1");
        return new DeviceClient(api, api, Visitors.newAddress(), newKey(), new AtomicLong());
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {

        /** The problem's stable word; empty where there is none. */
        public String code() {
            return body.path("code").asText();
        }

        /** A text of the body. */
        public String text(String member) {
            return body.path(member).asText();
        }

        /** The same, where it must have gone well. */
        public Answer ok() {
            if (status >= 300) {
                throw new AssertionError("HTTP " + status + ": " + body);
            }
            return this;
        }
    }

    /** A copy of this device as it is now: the same key, the same counter, from here on apart. */
    public DeviceClient copy() {
        return new DeviceClient(api, sentTo, address, key, new AtomicLong(counter.get()));
    }

    /** The same device at the same address, whose proxy sends it to that node. */
    public DeviceClient at(Node node) {
        return new DeviceClient(api, node.realmUrl("/app/v1"), address, key, counter);
    }

    /** The same device, which will ask again what time it is. */
    public DeviceClient resynchronised() {
        return new DeviceClient(api, sentTo, address, key, counter);
    }

    /** Begins the activation for this document. */
    public Answer begin(String nationalId, String contrastDatum, String name) {
        return post(
                "/activations", Map.of("nationalId", nationalId, "contrastDatum", contrastDatum, "deviceName", name));
    }

    /** Types the code. */
    public Answer complete(String activation, String code) {
        return post("/activations/" + activation, Map.of("code", code));
    }

    /** Activates for this citizen with the code that arrives, and answers the device. */
    public Answer activate(Messages messages, Citizen citizen, String name) {
        int already = messages.codesTo(citizen.mobile()).size();
        Answer begun =
                begin(citizen.nationalId(), citizen.datumAsPrinted(), name).ok();
        return complete(begun.text("id"), messages.nextCode(citizen.mobile(), already))
                .ok();
    }

    /** Takes a request by what the QR or the link held. */
    public Answer scan(String token) {
        return post("/requests/scan", Map.of("token", token));
    }

    /** What waits. */
    public Answer requests() {
        return get("/requests");
    }

    /** Answers a request, as it was shown. */
    public Answer answer(JsonNode request, String decision, Optional<String> digits) {
        return answer(request.path("id").asText(), signedAnswer(request, decision, digits, claims -> {}));
    }

    /** Sends a signed answer. */
    public Answer answer(String requestId, String jws) {
        return post("/requests/" + requestId + "/answer", Map.of("answer", jws));
    }

    /** An answer, signed, with what a test changes in it. */
    public String signedAnswer(
            JsonNode request, String decision, Optional<String> digits, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .claim("requestId", request.path("id").asText())
                .claim("challenge", request.path("challenge").asText())
                .claim("agency", request.path("agency").path("id").asText())
                .claim("agencyName", request.path("agency").path("name").asText())
                .claim("service", request.path("service").asText())
                .claim("place", request.path("place").asText())
                .claim("decision", decision)
                .claim("counter", counter.incrementAndGet())
                .issueTime(now());
        digits.ifPresent(typed -> claims.claim("digits", typed));
        change.accept(claims);
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("clave-answer+jwt"))
                        .keyID(thumbprint(key))
                        .build(),
                claims.build(),
                key);
    }

    /** Goes on with a new key. */
    public Answer changeKey() {
        ECKey next = newKey();
        String proof = sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("clave-key+jwt"))
                        .jwk(next.toPublicJWK())
                        .build(),
                new JWTClaimsSet.Builder()
                        .claim("deviceId", get("/devices/me").ok().text("id"))
                        .claim("thumbprint", thumbprint(key))
                        .issueTime(now())
                        .build(),
                next);
        Answer answer = call("PUT", "/devices/me/key", Optional.of(Map.of("newKey", proof)));
        if (answer.status() == 200) {
            key = next;
        }
        return answer;
    }

    public Answer get(String path) {
        return call("GET", path, Optional.empty());
    }

    public Answer post(String path, Object body) {
        return call("POST", path, Optional.of(body));
    }

    public Answer delete(String path) {
        return call("DELETE", path, Optional.empty());
    }

    /** A call as the document asks for it: with the latest nonce, and once more where another is wanted. */
    public Answer call(String method, String path, Optional<Object> body) {
        Answer first = send(method, path, body, proof(method, path, claims -> {}));
        return first.code().equals("use_dpop_nonce")
                ? send(method, path, body, proof(method, path, claims -> {}))
                : first;
    }

    /** The proof for a call, with what a test changes in it. */
    public String proof(String method, String path, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", api + path)
                .claim("nonce", nonce())
                .issueTime(now());
        change.accept(claims);
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims.build(),
                key);
    }

    /** The latest; the first time, what time it is as well. */
    private String nonce() {
        return nonce.filter(latest -> clockAhead.isPresent()).orElseGet(this::askForNonce);
    }

    private String askForNonce() {
        Answer answer = exchange(request("/nonce").GET().build());
        clockAhead = Optional.of(Duration.between(
                Instant.now(), Instant.ofEpochSecond(answer.body().path("time").asLong())));
        return answer.text("nonce");
    }

    /** Sends a call with this proof. */
    public Answer send(String method, String path, Optional<Object> body, String proof) {
        HttpRequest.Builder request = request(path).header("DPoP", proof);
        body.ifPresent(object -> request.header("Content-Type", "application/json"));
        return exchange(request.method(
                        method,
                        body.map(DeviceClient::json)
                                .map(BodyPublishers::ofString)
                                .orElseGet(BodyPublishers::noBody))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sentTo + path))
                .header("X-Forwarded-Host", api.getRawAuthority())
                .header("X-Forwarded-For", address)
                .header("Accept-Language", "en");
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            response.headers().firstValue("DPoP-Nonce").ifPresent(next -> nonce = Optional.of(next));
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Date now() {
        return Date.from(Instant.now().plus(clockAhead.orElse(Duration.ZERO)));
    }

    private static String json(Object object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            SignedJWT signed = new SignedJWT(header, claims);
            signed.sign(new ECDSASigner(key));
            return signed.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
