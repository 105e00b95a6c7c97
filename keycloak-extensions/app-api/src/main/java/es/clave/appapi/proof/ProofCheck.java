package es.clave.appapi.proof;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.platform.KeyedHash;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a call is signed as RFC 9449, section 4.3, asks for: by the key that the proof names. Whose key that is, is not
 * said here.
 */
public final class ProofCheck {

    /** The header that carries the proof. */
    public static final String HEADER = "DPoP";

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");
    private static final int LONGEST = 2000;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{16,128}");

    private final Nonces nonces;
    private final SingleUse ids;
    private final KeyedHash hash;
    private final Clock clock;
    private final Duration skew;
    private final Duration remember;

    /**
     * @param remember how long a proof could be sent again: as long as its nonce is good, and more
     * @param hash makes the names by which proofs are remembered
     */
    public ProofCheck(Nonces nonces, SingleUse ids, KeyedHash hash, Clock clock, Duration skew, Duration remember) {
        this.nonces = nonces;
        this.ids = ids;
        this.hash = hash;
        this.clock = clock;
        this.skew = skew;
        this.remember = remember;
    }

    /**
     * A proof that is right, and may have been seen before.
     *
     * @param id of the proof, among those of its key
     */
    public record Proof(ECKey key, String id) {

        /** Of the key that signed. */
        public String thumbprint() {
            return PublicKeys.thumbprint(key);
        }
    }

    /**
     * The proof of a call.
     *
     * @param headers all values of the header {@value #HEADER}
     * @throws Problem where it is not signed as it must be
     */
    public Proof read(List<String> headers, String method, URI address) {
        if (headers.size() != 1 || headers.get(0).length() > LONGEST) {
            throw invalid("header");
        }
        try {
            SignedJWT proof = SignedJWT.parse(headers.get(0));
            ECKey key = key(proof);
            JWTClaimsSet claims = proof.getJWTClaimsSet();
            checkCall(claims, method, address);
            checkNonce(claims);
            checkTime(claims);
            return new Proof(key, id(claims));
        } catch (ParseException unreadable) {
            throw invalid("unreadable");
        }
    }

    private static ECKey key(SignedJWT proof) {
        JWSHeader header = proof.getHeader();
        if (!TYPE.equals(header.getType())) {
            throw invalid("typ");
        }
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
            throw invalid("alg");
        }
        ECKey key = PublicKeys.of(header).orElseThrow(() -> invalid("jwk"));
        if (!PublicKeys.signed(proof, key)) {
            throw invalid("signature");
        }
        return key;
    }

    private static void checkCall(JWTClaimsSet claims, String method, URI address) throws ParseException {
        if (!method.equals(claims.getStringClaim("htm"))) {
            throw invalid("htm");
        }
        String said = claims.getStringClaim("htu");
        if (said == null || !normal(address).equals(normal(asAddress(said)))) {
            throw invalid("htu");
        }
    }

    private void checkNonce(JWTClaimsSet claims) throws ParseException {
        String nonce = claims.getStringClaim("nonce");
        if (nonce == null || !nonces.good(nonce)) {
            throw Problem.of(ProblemCode.USE_DPOP_NONCE);
        }
    }

    private void checkTime(JWTClaimsSet claims) {
        Date issued = claims.getIssueTime();
        if (issued == null) {
            throw invalid("iat");
        }
        Instant at = issued.toInstant();
        Instant now = clock.instant();
        if (at.isBefore(now.minus(skew)) || at.isAfter(now.plus(skew))) {
            throw invalid("iat");
        }
    }

    private static String id(JWTClaimsSet claims) {
        return Optional.ofNullable(claims.getJWTID())
                .filter(id -> ID.matcher(id).matches())
                .orElseThrow(() -> invalid("jti"));
    }

    /**
     * Uses the proof up. Only once it is known that the key is somebody's or that the source may try: otherwise anybody could
     * fill the memory of used ones.
     *
     * @throws Problem where it was used before
     */
    public void use(Proof proof) {
        if (!ids.first(hash.of(proof.thumbprint(), proof.id()), remember)) {
            throw invalid("replayed");
        }
    }

    private static URI asAddress(String said) {
        try {
            URI uri = new URI(said);
            if (uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw invalid("htu");
        }
        throw invalid("htu");
    }

    /** RFC 3986, 6.2.2 and 6.2.3: scheme and host in small letters, no port that goes without saying. */
    private static String normal(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + uri.getRawPath();
    }

    private static Problem invalid(String reason) {
        return Problem.because(ProblemCode.INVALID_DPOP_PROOF, reason);
    }
}
