package es.clave.appapi.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import es.clave.appapi.Problem;
import es.clave.platform.KeyedHash;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers send in place of a proof, and what apps do. */
class ProofCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final URI ADDRESS = URI.create("https://clave.example/realms/clave/app/v1/requests");
    private static final KeyedHash HASH = KeyedHash.withKey("a key of these tests".getBytes(StandardCharsets.US_ASCII));
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private final Set<String> used = new HashSet<>();
    private final ECKey key = ecKey(Curve.P_256);
    private Instant time = NOW;

    @Test
    void aProofNamesTheKeyThatSignedIt() {
        assertThat(read(proof(claims -> {})).thumbprint()).isEqualTo(PublicKeys.thumbprint(key));
    }

    @Test
    void aProofIsUsedOnceAndAnotherKeyMayHaveTheSameId() {
        ProofCheck.Proof proof = read(proof(claims -> {}));
        check().use(proof);
        assertThatThrownBy(() -> check().use(proof)).hasMessage("invalid_dpop_proof");
        check().use(new ProofCheck.Proof(ecKey(Curve.P_256), proof.id()));
    }

    @Test
    void schemeHostAndUsualPortAreTheSameHoweverTheyAreWritten() {
        read(proof(claims -> claims.claim("htu", "HTTPS://Clave.Example:443/realms/clave/app/v1/requests")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://clave.example/realms/clave/app/v1/devices",
                "https://clave.example/realms/clave/app/v1/requests/",
                "https://clave.example/realms/clave/app/v1/Requests",
                "https://clave.example/realms/clave/app/v1%2Frequests",
                "https://clave.example/realms/other/app/v1/requests",
                "http://clave.example/realms/clave/app/v1/requests",
                "https://clave.example:8443/realms/clave/app/v1/requests",
                "https://evil.example/realms/clave/app/v1/requests",
                "https://clave.example/realms/clave/app/v1/requests?x=1",
                "https://clave.example/realms/clave/app/v1/requests#x",
                "/realms/clave/app/v1/requests",
                "not an address",
                ""
            })
    void aProofForAnotherAddressIsNone(String address) {
        refused("invalid_dpop_proof", proof(claims -> claims.claim("htu", address)));
    }

    @Test
    void aProofForAnotherMethodIsNone() {
        refused("invalid_dpop_proof", proof(claims -> claims.claim("htm", "POST")));
        refused("invalid_dpop_proof", proof(claims -> claims.claim("htm", "get")));
        refused("invalid_dpop_proof", proof(claims -> claims.claim("htm", null)));
    }

    @Test
    void withoutANonceOrWithOneThatIsOverOrForgedAnotherIsAskedFor() {
        refused("use_dpop_nonce", proof(claims -> claims.claim("nonce", null)));
        refused("use_dpop_nonce", proof(claims -> claims.claim("nonce", "forged")));
        String nonce = nonces().next();
        refused("use_dpop_nonce", proof(claims -> claims.claim("nonce", "1" + nonce)));
        refused(
                "use_dpop_nonce",
                proof(claims -> claims.claim("nonce", new Nonces(HASH, clock(), "other-realm", LIFETIME).next())));
        String proof = proof(claims -> {});
        time = NOW.plus(LIFETIME);
        refused("use_dpop_nonce", proof);
    }

    @Test
    void aProofThatIsTooOldFromTheFutureOrUndatedIsNone() {
        refused("invalid_dpop_proof", proof(claims -> claims.issueTime(Date.from(NOW.minusSeconds(301)))));
        refused("invalid_dpop_proof", proof(claims -> claims.issueTime(Date.from(NOW.plusSeconds(301)))));
        refused("invalid_dpop_proof", proof(claims -> claims.issueTime(null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "fifteen-letters", "with spaces in the middle"})
    void anIdThatSaysTooLittleIsNone(String id) {
        refused("invalid_dpop_proof", proof(claims -> claims.jwtID(id)));
    }

    @Test
    void withoutASignatureItIsNoProof() {
        String signed = proof(claims -> {});
        String[] parts = signed.split("\\.", -1);
        String none = base64("{\"typ\":\"dpop+jwt\",\"alg\":\"none\",\"jwk\":"
                + key.toPublicJWK().toJSONString() + "}");
        refused("invalid_dpop_proof", none + "." + parts[1] + ".");
        refused("invalid_dpop_proof", none + "." + parts[1] + "." + parts[2]);
        refused("invalid_dpop_proof", parts[0] + "." + parts[1] + ".");
        refused("invalid_dpop_proof", parts[0] + "." + base64("{}") + "." + parts[2]);
    }

    @Test
    void theSignatureOfAnotherKeyThanTheEmbeddedOneIsNone() throws JOSEException {
        refused(
                "invalid_dpop_proof",
                sign(header(JWSAlgorithm.ES256, key.toPublicJWK()), new ECDSASigner(ecKey(Curve.P_256)), c -> {}));
    }

    @Test
    void thePublicKeyAsASecretIsNoKey() throws JOSEException {
        // What confuses verifiers that take the algorithm from the header: HMAC with the public key's bytes.
        byte[] secret = key.toECPublicKey().getEncoded();
        refused(
                "invalid_dpop_proof",
                sign(header(JWSAlgorithm.HS256, key.toPublicJWK()), new MACSigner(secret), claims -> {}));
    }

    @Test
    void otherAlgorithmsAndCurvesAreNone() throws JOSEException {
        ECKey longer = ecKey(Curve.P_384);
        refused(
                "invalid_dpop_proof",
                sign(header(JWSAlgorithm.ES384, longer.toPublicJWK()), new ECDSASigner(longer), claims -> {}));
        var rsa = new RSAKeyGenerator(2048).generate();
        refused(
                "invalid_dpop_proof",
                sign(header(JWSAlgorithm.RS256, rsa.toPublicJWK()), new RSASSASigner(rsa), claims -> {}));
    }

    @Test
    void withoutAnEmbeddedKeyOrWithAPrivateOneItIsNone() throws JOSEException {
        refused(
                "invalid_dpop_proof",
                sign(new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).build(), new ECDSASigner(key), claims -> {}));
        String[] parts = proof(claims -> {}).split("\\.", -1);
        String leaking = base64("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + key.toJSONString() + "}");
        refused("invalid_dpop_proof", leaking + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void aTokenOfAnotherKindIsNone() throws JOSEException {
        refused(
                "invalid_dpop_proof",
                sign(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(new JOSEObjectType("clave-answer+jwt"))
                                .jwk(key.toPublicJWK())
                                .build(),
                        new ECDSASigner(key),
                        claims -> {}));
    }

    @Test
    void oneProofIsWantedAndNotTwoNorThousandsOfLetters() {
        String proof = proof(claims -> {});
        assertThatThrownBy(() -> check().read(List.of(proof, proof), "GET", ADDRESS))
                .hasMessage("invalid_dpop_proof");
        assertThatThrownBy(() -> check().read(List.of(), "GET", ADDRESS)).hasMessage("invalid_dpop_proof");
        refused("invalid_dpop_proof", "x".repeat(2001));
    }

    private void refused(String code, String proof) {
        assertThatThrownBy(() -> read(proof)).isInstanceOf(Problem.class).hasMessage(code);
    }

    private ProofCheck.Proof read(String proof) {
        return check().read(List.of(proof), "GET", ADDRESS);
    }

    private ProofCheck check() {
        return new ProofCheck(
                nonces(), (text, remember) -> used.add(text), HASH, clock(), Duration.ofMinutes(5), LIFETIME);
    }

    private Nonces nonces() {
        return new Nonces(HASH, clock(), "realm", LIFETIME);
    }

    private Clock clock() {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private String proof(Consumer<JWTClaimsSet.Builder> change) {
        try {
            return sign(header(JWSAlgorithm.ES256, key.toPublicJWK()), new ECDSASigner(key), change);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String sign(JWSHeader header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID("sixteen-or-more-letters")
                .claim("htm", "GET")
                .claim("htu", ADDRESS.toString())
                .claim("nonce", nonces().next())
                .issueTime(Date.from(NOW));
        change.accept(claims);
        SignedJWT proof = new SignedJWT(header, claims.build());
        proof.sign(signer);
        return proof.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, JWK jwk) {
        return new JWSHeader.Builder(algorithm).type(TYPE).jwk(jwk).build();
    }

    private static ECKey ecKey(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
