package es.clave.demo.townhall;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Cl@ve as OpenID Connect sees it: what its discovery document says, and its signatures. */
final class OpenIdProvider {

    /** The only algorithm this agency accepts: what a token says of itself decides nothing. */
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    static final int TIMEOUT_MILLIS = 10_000;
    private static final int LARGEST_DOCUMENT_BYTES = 512 * 1024;
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final Duration DISCOVERY_LASTS = Duration.ofMinutes(10);

    private record Discovered(
            OIDCProviderMetadata metadata, IDTokenValidator idTokens, LogoutTokenValidator logoutTokens, Instant at) {}

    private final OidcSettings settings;
    private final Clock clock;
    private Optional<Discovered> discovered = Optional.empty();

    OpenIdProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    OIDCProviderMetadata metadata() throws IOException {
        return discover().metadata();
    }

    /** Signature, issuer, audience, times, nonce (OpenID Connect Core 1.0, 3.1.3.7). */
    IDTokenClaimsSet verifyIdToken(JWT token, Nonce nonce) throws IOException, BadJOSEException, JOSEException {
        IDTokenValidator validator = discover().idTokens();
        validator.setMaxClockSkew(skew());
        return validator.validate(token, nonce);
    }

    /** The same for a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6). */
    LogoutTokenClaimsSet verifyLogoutToken(JWT token) throws IOException, BadJOSEException, JOSEException {
        LogoutTokenValidator validator = discover().logoutTokens();
        validator.setMaxClockSkew(skew());
        return validator.validate(token);
    }

    /** The library reads the machine's clock: by how far ours is from it, the provider's may be too. */
    private int skew() {
        Duration apart = Duration.between(Instant.now(), clock.instant()).abs();
        return Math.toIntExact(apart.toSeconds()) + CLOCK_SKEW_SECONDS;
    }

    private synchronized Discovered discover() throws IOException {
        Optional<Discovered> fresh =
                discovered.filter(known -> known.at().plus(DISCOVERY_LASTS).isAfter(clock.instant()));
        if (fresh.isPresent()) {
            return fresh.get();
        }
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(settings.issuerId(), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            URL keys = metadata.getJWKSetURI().toURL();
            var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_DOCUMENT_BYTES);
            var idTokens = new IDTokenValidator(settings.issuerId(), settings.client(), ALGORITHM, keys, retriever);
            var logoutTokens =
                    new LogoutTokenValidator(settings.issuerId(), settings.client(), ALGORITHM, keys, retriever);
            Discovered now = new Discovered(metadata, idTokens, logoutTokens, clock.instant());
            discovered = Optional.of(now);
            return now;
        } catch (GeneralException e) {
            throw new IOException("the discovery document cannot be used", e);
        }
    }
}
