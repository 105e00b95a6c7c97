package es.clave.demo.conformance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** ID tokens, each right or wrong as the check of its login wants it. */
final class IdTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String LOW = "http://eidas.europa.eu/LoA/low";

    private final String issuer;
    private final RSAKey key = newKey();
    private final RSAKey forger = newKey();

    IdTokens(String issuer) {
        this.issuer = issuer;
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    String of(OidcExamination.Login login, Instant now) {
        JWTClaimsSet claims = claims(login, now);
        try {
            return switch (login.check()) {
                case "unsigned" -> new PlainJWT(claims).serialize();
                case "other-key" -> signed(claims, forger);
                case "changed" -> {
                    String[] honest = signed(claims, key).split("\\.", -1);
                    yield honest[0] + "." + new PlainJWT(claims).serialize().split("\\.", -1)[1] + "."
                            + signed(
                                            new JWTClaimsSet.Builder(claims)
                                                    .subject("another")
                                                    .build(),
                                            key)
                                    .split("\\.", -1)[2];
                }
                case "hmac" -> {
                    SignedJWT token = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims);
                    token.sign(new MACSigner(key.toPublicJWK().toRSAPublicKey().getEncoded()));
                    yield token.serialize();
                }
                default -> signed(claims, key);
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims(OidcExamination.Login login, Instant now) {
        String check = login.check();
        TestPerson person = login.person();
        Instant issued = check.equals("expired") ? now.minus(Duration.ofHours(2)) : now;
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(check.equals("issuer") ? "https://another-issuer.example" : issuer)
                .subject(person.subject())
                .audience(check.equals("audience") ? "another-agency" : login.asked("client_id"))
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(LIFETIME)))
                .claim("auth_time", now.getEpochSecond())
                .claim("acr", level(login))
                .claim("amr", List.of("clave_pin", "otp", "sms"))
                .claim("sid", UUID.randomUUID().toString())
                .claim("person_identifier", person.dni())
                .claim("given_name", person.givenName())
                .claim("family_name", "Conformidad");
        if (!check.equals("no-nonce")) {
            claims.claim("nonce", check.equals("nonce") ? "another-nonce" : login.asked("nonce"));
        }
        return claims.build();
    }

    private static String level(OidcExamination.Login login) {
        String asked = login.asked("acr_values").split(" ", -1)[0];
        String reached = asked.isEmpty() ? LOW : asked;
        if (!login.check().equals("level")) {
            return reached;
        }
        return reached.equals(LOW) ? "urn:example:no-level" : LOW;
    }

    private static String signed(JWTClaimsSet claims, RSAKey with) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("conformance").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
