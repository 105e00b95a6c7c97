package es.clave.appapi.request;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.appapi.proof.PublicKeys;
import es.clave.challenge.AppRequest;
import es.clave.identity.OneTimeCode;
import es.clave.registry.Device;
import java.text.ParseException;
import java.util.Optional;

/**
 * An answer that the device signed, to this request, as it was shown.
 *
 * @param digits what the citizen typed, where the request asks for it
 * @param jws all of it, as it came: the evidence
 */
record SignedAnswer(Decision decision, Optional<OneTimeCode> digits, long counter, String jws) {

    private static final JOSEObjectType TYPE = new JOSEObjectType("clave-answer+jwt");

    /** What a number in JSON holds exactly. */
    private static final long HIGHEST_COUNTER = (1L << 53) - 1;

    /** @throws Problem where it is not */
    static SignedAnswer read(String jws, AppRequest request, Device device, Challenges challenges) {
        try {
            SignedJWT signed = SignedJWT.parse(jws);
            checkHeader(signed.getHeader(), device);
            if (!PublicKeys.signed(signed, PublicKeys.read(device.publicKey()))) {
                throw bad("signature");
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            checkRequest(claims, request, device, challenges);
            Decision decision = Decision.of(claims.getStringClaim("decision")).orElseThrow(() -> bad("decision"));
            return new SignedAnswer(decision, digits(claims, request, decision), counter(claims), jws);
        } catch (ParseException unreadable) {
            throw bad("unreadable");
        }
    }

    private static void checkHeader(JWSHeader header, Device device) {
        if (!TYPE.equals(header.getType())) {
            throw bad("typ");
        }
        // The key is the device's and comes from nowhere else.
        if (header.getJWK() != null
                || header.getJWKURL() != null
                || header.getX509CertURL() != null
                || header.getX509CertChain() != null) {
            throw bad("header");
        }
        if (!device.thumbprint().equals(header.getKeyID())) {
            throw bad("kid");
        }
    }

    private static void checkRequest(JWTClaimsSet claims, AppRequest request, Device device, Challenges challenges)
            throws ParseException {
        check(claims, "requestId", request.id());
        String challenge = claims.getStringClaim("challenge");
        if (challenge == null || !challenges.matches(challenge, request, device)) {
            throw bad("challenge");
        }
        check(claims, "agency", request.agencyClientId());
        check(claims, "agencyName", request.agencyName());
        check(claims, "service", request.service());
        check(claims, "place", request.place());
        if (claims.getIssueTime() == null) {
            throw bad("iat");
        }
    }

    private static void check(JWTClaimsSet claims, String name, String value) throws ParseException {
        if (!value.equals(claims.getStringClaim(name))) {
            throw bad(name);
        }
    }

    private static Optional<OneTimeCode> digits(JWTClaimsSet claims, AppRequest request, Decision decision)
            throws ParseException {
        String typed = claims.getStringClaim("digits");
        boolean wanted = request.kind() == AppRequest.Kind.TYPED && decision == Decision.CONFIRM;
        if (wanted != (typed != null)) {
            throw bad("digits");
        }
        return wanted
                ? Optional.of(OneTimeCode.parse(typed).valid().orElseThrow(() -> bad("digits")))
                : Optional.empty();
    }

    private static long counter(JWTClaimsSet claims) throws ParseException {
        // A number with a fraction, or written as text, is none.
        if (!(claims.getClaim("counter") instanceof Long counter) || counter < 1 || counter > HIGHEST_COUNTER) {
            throw bad("counter");
        }
        return counter;
    }

    private static Problem bad(String reason) {
        return Problem.because(ProblemCode.BAD_ANSWER, reason);
    }

    @Override
    public String toString() {
        return "SignedAnswer[" + decision + "]";
    }
}
