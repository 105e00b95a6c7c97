package es.clave.demo.townhall;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import es.clave.demo.agency.Ask;
import es.clave.demo.agency.Datum;
import es.clave.demo.agency.Level;
import es.clave.demo.agency.Outcome;
import es.clave.demo.agency.Person;
import es.clave.demo.agency.Refusal;
import es.clave.demo.web.Language;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636), from the agency's side. */
final class CodeFlow {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final OpenIdProvider provider;
    private final URI callback;

    CodeFlow(OidcSettings settings, OpenIdProvider provider, URI callback) {
        this.settings = settings;
        this.provider = provider;
        this.callback = callback;
    }

    /** Where to send the browser. */
    URI authenticationRequest(LoginAttempt attempt, Language language) throws IOException {
        Ask ask = attempt.ask();
        Scope scope = new Scope("openid");
        ask.data().forEach(datum -> scope.add(scopeOf(datum)));
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, settings.client(), callback)
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .acrValues(List.of(new ACR(ask.level().uri())));
        if (language != Language.ES) {
            // Everybody starts here in Spanish; who did not choose gets, at Cl@ve, what the browser prefers.
            request.uiLocales(List.of(tag(language)));
        }
        if (ask.fresh()) {
            request.prompt(new Prompt(Prompt.Type.LOGIN));
        }
        return request.build().toURI();
    }

    /** Takes what the browser brought back, which has the attempt's state. */
    Outcome<Citizen> finish(LoginAttempt attempt, URI broughtBack) {
        try {
            return new Outcome.Identified<>(identify(attempt, broughtBack));
        } catch (NoLogin e) {
            return new Outcome.Refused<>(e.refusal());
        } catch (IOException e) {
            return new Outcome.Refused<>(new Refusal(Refusal.Kind.UNREACHABLE, "unreachable", e.toString()));
        }
    }

    private Citizen identify(LoginAttempt attempt, URI broughtBack) throws NoLogin, IOException {
        AuthorizationCode code = codeIn(broughtBack);
        OIDCTokenResponse tokens = redeem(code, attempt);
        AccessToken accessToken = tokens.getOIDCTokens().getAccessToken();
        if (!(tokens.getOIDCTokens().getIDToken() instanceof SignedJWT idToken)) {
            throw untrusted("id_token", "the ID token is not signed");
        }
        IDTokenClaimsSet claims = verified(idToken, attempt, accessToken);
        Level level = levelIn(claims, attempt.ask());
        Optional<Instant> loggedInAt =
                Optional.ofNullable(claims.getAuthenticationTime()).map(Date::toInstant);
        if (attempt.ask().fresh()
                && loggedInAt
                        .filter(at -> !at.isBefore(attempt.startedAt().minus(CLOCK_SKEW)))
                        .isEmpty()) {
            throw untrusted("auth_time", "a new login was asked for and this one is older");
        }
        UserInfo userInfo = userInfo(accessToken);
        if (!userInfo.getSubject().equals(claims.getSubject())) {
            throw untrusted("sub", "the user info is about somebody else");
        }
        return new Citizen(
                person(userInfo, claims),
                level,
                loggedInAt,
                claims.getSubject().getValue(),
                Optional.ofNullable(claims.getStringClaim("sid")),
                idToken,
                userInfo);
    }

    private AuthorizationCode codeIn(URI broughtBack) throws NoLogin, IOException {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(broughtBack);
        } catch (ParseException e) {
            throw untrusted("invalid_response", "neither a code nor an error: " + e.getMessage());
        }
        // Mix-up defence (RFC 9207).
        Optional<Issuer> issuer = Optional.ofNullable(response.getIssuer());
        boolean wrong =
                issuer.filter(named -> !named.equals(settings.issuerId())).isPresent();
        if (wrong || (issuer.isEmpty() && provider.metadata().supportsAuthorizationResponseIssuerParam())) {
            throw untrusted("iss", "the answer is not from the issuer that was asked");
        }
        if (!response.indicatesSuccess()) {
            throw answered(response.toErrorResponse().getErrorObject());
        }
        return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
                .orElseThrow(() -> untrusted("invalid_response", "no code in the answer"));
    }

    private OIDCTokenResponse redeem(AuthorizationCode code, LoginAttempt attempt) throws NoLogin, IOException {
        var grant = new AuthorizationCodeGrant(code, callback, attempt.verifier());
        var request = new TokenRequest.Builder(
                        provider.metadata().getTokenEndpointURI(), settings.authentication(), grant)
                .build();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                throw answered(response.toErrorResponse().getErrorObject());
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (ParseException e) {
            throw untrusted("token_response", e.getMessage());
        }
    }

    private IDTokenClaimsSet verified(SignedJWT idToken, LoginAttempt attempt, AccessToken accessToken)
            throws NoLogin, IOException {
        try {
            IDTokenClaimsSet claims = provider.verifyIdToken(idToken, attempt.nonce());
            if (claims.getAccessTokenHash() != null) {
                AccessTokenValidator.validate(accessToken, OpenIdProvider.ALGORITHM, claims.getAccessTokenHash());
            }
            return claims;
        } catch (BadJOSEException | JOSEException | InvalidHashException e) {
            throw untrusted("id_token", e.getMessage());
        }
    }

    /** What was asked for is a request; what the signed token says is what counts. */
    private static Level levelIn(IDTokenClaimsSet claims, Ask ask) throws NoLogin {
        return Optional.ofNullable(claims.getACR())
                .flatMap(acr -> Level.ofUri(acr.getValue()))
                .filter(level -> level.atLeast(ask.level()))
                .orElseThrow(() -> untrusted("acr", "the level reached is not the one asked for"));
    }

    private UserInfo userInfo(AccessToken accessToken) throws NoLogin, IOException {
        var request = new UserInfoRequest(provider.metadata().getUserInfoEndpointURI(), accessToken);
        try {
            UserInfoResponse response = UserInfoResponse.parse(send(request.toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                throw answered(response.toErrorResponse().getErrorObject());
            }
            return Optional.ofNullable(response.toSuccessResponse().getUserInfo())
                    .orElseThrow(() -> untrusted("userinfo", "the user info is not plain JSON"));
        } catch (ParseException e) {
            throw untrusted("userinfo", e.getMessage());
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(OpenIdProvider.TIMEOUT_MILLIS);
        request.setReadTimeout(OpenIdProvider.TIMEOUT_MILLIS);
        return request.send();
    }

    private static Person person(ClaimsSet userInfo, IDTokenClaimsSet idToken) {
        return new Person(
                claim("person_identifier", userInfo, idToken),
                claim("given_name", userInfo, idToken),
                claim("family_name", userInfo, idToken),
                claim("first_surname", userInfo, idToken),
                claim("second_surname", userInfo, idToken),
                claim("birthdate", userInfo, idToken),
                claim("registration_level", userInfo, idToken),
                Optional.ofNullable(idToken.getAMR())
                        .map(methods ->
                                methods.stream().map(Identifier::getValue).collect(Collectors.joining(", "))));
    }

    private static Optional<String> claim(String name, ClaimsSet first, ClaimsSet second) {
        return Optional.ofNullable(first.getStringClaim(name))
                .or(() -> Optional.ofNullable(second.getStringClaim(name)));
    }

    private static String scopeOf(Datum datum) {
        return switch (datum) {
            case IDENTITY -> "clave_identity";
            case BIRTH_DATE -> "clave_birthdate";
            case REGISTRATION -> "clave_registration";
        };
    }

    private static LangTag tag(Language language) {
        try {
            return new LangTag(language.tag());
        } catch (LangTagException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NoLogin answered(ErrorObject error) {
        return new NoLogin(new Refusal(
                Refusal.Kind.ANSWERED_BY_CLAVE,
                Optional.ofNullable(error.getCode()).orElse("unknown_error"),
                Optional.ofNullable(error.getDescription()).orElse("")));
    }

    private static NoLogin untrusted(String code, String detail) {
        return new NoLogin(new Refusal(Refusal.Kind.NOT_TRUSTED, code, detail));
    }

    /** Leaves the flow from wherever it fails. */
    private static final class NoLogin extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        NoLogin(Refusal refusal) {
            super(refusal.code());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
