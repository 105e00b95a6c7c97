package es.clave.appapi.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import es.clave.appapi.proof.PublicKeys;
import es.clave.challenge.AppRequest;
import es.clave.identity.OneTimeCode;
import es.clave.platform.KeyedHash;
import es.clave.registry.Device;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are this device's, to this request, as it was shown. */
class SignedAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Challenges CHALLENGES =
            new Challenges(KeyedHash.withKey("a key of these tests".getBytes(StandardCharsets.US_ASCII)));

    private final ECKey key = newKey();
    private final Device device = device("device", key);
    private final AppRequest scanned = request("one", AppRequest.Kind.QR, "Town hall");
    private final AppRequest typed = request("two", AppRequest.Kind.TYPED, "Town hall");

    @Test
    void aConfirmationAndARejectionAreUnderstood() {
        SignedAnswer confirmed = read(scanned, answer(scanned, claims -> {}));
        assertThat(confirmed.decision()).isEqualTo(Decision.CONFIRM);
        assertThat(confirmed.counter()).isEqualTo(7);
        assertThat(confirmed.digits()).isEmpty();
        assertThat(read(scanned, answer(scanned, claims -> claims.claim("decision", "reject")))
                        .decision())
                .isEqualTo(Decision.REJECT);
    }

    @Test
    void typedDigitsAreWantedWhereTheRequestAsksForThemAndNowhereElse() {
        assertThat(read(typed, answer(typed, claims -> claims.claim("digits", "123456")))
                        .digits())
                .map(OneTimeCode::value)
                .contains("123456");
        refused("digits", typed, answer(typed, claims -> {}));
        refused("digits", typed, answer(typed, claims -> claims.claim("digits", "12345")));
        refused("digits", scanned, answer(scanned, claims -> claims.claim("digits", "123456")));
        refused("digits", typed, answer(typed, claims -> claims.claim("decision", "reject")
                .claim("digits", "123456")));
    }

    @Test
    void anAnswerToAnotherRequestOrToOneShownOtherwiseIsNone() {
        refused("requestId", typed, answer(scanned, claims -> {}));
        refused("challenge", scanned, answer(scanned, claims -> claims.claim("challenge", "x")));
        AppRequest renamed = request("one", AppRequest.Kind.QR, "Tax agency");
        refused("challenge", renamed, answer(scanned, claims -> {}));
        refused("agencyName", scanned, answer(scanned, claims -> claims.claim("agencyName", "Tax agency")));
        refused("agency", scanned, answer(scanned, claims -> claims.claim("agency", "other")));
        refused("service", scanned, answer(scanned, claims -> claims.claim("service", null)));
        refused("place", scanned, answer(scanned, claims -> claims.claim("place", "elsewhere")));
    }

    @Test
    void theChallengeOfAnotherDeviceIsNone() {
        Device other = device("other", newKey());
        refused(
                "challenge",
                scanned,
                answer(scanned, claims -> claims.claim("challenge", CHALLENGES.of(scanned, other))));
    }

    @Test
    void anAnswerSignedByAnotherDeviceIsNoneWhateverItsHeaderSays() {
        ECKey other = newKey();
        refused("signature", scanned, sign(other, header -> header.keyID(device.thumbprint()), scanned, claims -> {}));
        refused(
                "kid",
                scanned,
                sign(other, header -> header.keyID(PublicKeys.thumbprint(other)), scanned, claims -> {}));
        refused(
                "header",
                scanned,
                sign(
                        other,
                        header -> header.keyID(device.thumbprint()).jwk(other.toPublicJWK()),
                        scanned,
                        claims -> {}));
        refused(
                "header",
                scanned,
                sign(
                        other,
                        header -> header.keyID(device.thumbprint()).jwkURL(URI.create("https://evil.example/keys")),
                        scanned,
                        claims -> {}));
    }

    @Test
    void withoutASignatureItIsNone() {
        String[] parts = answer(scanned, claims -> {}).split("\\.", -1);
        String none = base64("{\"typ\":\"clave-answer+jwt\",\"alg\":\"none\",\"kid\":\"" + device.thumbprint() + "\"}");
        refused("unreadable", scanned, none + "." + parts[1] + ".");
        String hmac =
                base64("{\"typ\":\"clave-answer+jwt\",\"alg\":\"HS256\",\"kid\":\"" + device.thumbprint() + "\"}");
        refused("signature", scanned, hmac + "." + parts[1] + "." + parts[2]);
        refused("signature", scanned, parts[0] + "." + parts[1] + "." + base64("x".repeat(64)));
    }

    @Test
    void aProofOfACallIsNoAnswer() {
        refused(
                "typ",
                scanned,
                sign(
                        key,
                        header -> header.type(new JOSEObjectType("dpop+jwt")).keyID(device.thumbprint()),
                        scanned,
                        claims -> {}));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 53})
    void countersCountFromOneAsFarAsJsonDoes(long counter) {
        refused("counter", scanned, answer(scanned, claims -> claims.claim("counter", counter)));
    }

    @Test
    void aCounterIsANumberAndADecisionOneOfTwo() {
        refused("counter", scanned, answer(scanned, claims -> claims.claim("counter", "7")));
        refused("counter", scanned, answer(scanned, claims -> claims.claim("counter", 7.5)));
        refused("decision", scanned, answer(scanned, claims -> claims.claim("decision", "CONFIRM")));
        refused("decision", scanned, answer(scanned, claims -> claims.claim("decision", null)));
        refused("iat", scanned, answer(scanned, claims -> claims.issueTime(null)));
    }

    private void refused(String reason, AppRequest request, String jws) {
        assertThatThrownBy(() -> read(request, jws))
                .hasMessage("bad_answer")
                .hasFieldOrPropertyWithValue("members", java.util.Map.of("reason", reason));
    }

    private SignedAnswer read(AppRequest request, String jws) {
        return SignedAnswer.read(jws, request, device, CHALLENGES);
    }

    private String answer(AppRequest request, Consumer<JWTClaimsSet.Builder> change) {
        return sign(key, header -> header.keyID(device.thumbprint()), request, change);
    }

    private String sign(
            ECKey signer,
            UnaryOperator<JWSHeader.Builder> header,
            AppRequest request,
            Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .claim("requestId", request.id())
                .claim("challenge", CHALLENGES.of(request, device))
                .claim("agency", request.agencyClientId())
                .claim("agencyName", request.agencyName())
                .claim("service", request.service())
                .claim("place", request.place())
                .claim("decision", "confirm")
                .claim("counter", 7L)
                .issueTime(Date.from(NOW));
        change.accept(claims);
        JWSHeader.Builder builder =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("clave-answer+jwt"));
        SignedJWT jwt = new SignedJWT(header.apply(builder).build(), claims.build());
        try {
            jwt.sign(new ECDSASigner(signer));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }

    private static AppRequest request(String id, AppRequest.Kind kind, String agencyName) {
        return new AppRequest(
                id,
                "realm",
                kind,
                Optional.of("user"),
                "agency",
                agencyName,
                "",
                "192.0.2.7",
                NOW,
                NOW.plusSeconds(300),
                "",
                Optional.empty(),
                false,
                false,
                AppRequest.State.WAITING);
    }

    private static Device device(String id, ECKey key) {
        return new Device(
                id,
                "user",
                "A phone",
                PublicKeys.kept(key.toPublicJWK()).jwk(),
                PublicKeys.thumbprint(key),
                NOW,
                NOW,
                0,
                Device.Status.ACTIVE,
                Optional.empty());
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
