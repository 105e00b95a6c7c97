package es.clave.demo.townhall;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import es.clave.demo.townhall.StandInProvider.Asked;
import es.clave.demo.web.Browser;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The town hall, seen from a browser; Cl@ve is a stand-in that can be made to answer anything. */
class TownHallTest {

    private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");
    private static RSAKey claveKey;
    private static RSAKey otherKey;

    private StandInProvider provider;
    private TownHall townHall;
    private Browser browser;

    @BeforeAll
    static void makeKeys() throws Exception {
        claveKey = new RSAKeyGenerator(2048).keyID("clave").generate();
        otherKey = new RSAKeyGenerator(2048).keyID("clave").generate();
    }

    @BeforeEach
    void open() {
        provider = new StandInProvider(claveKey);
        OidcSettings settings = new OidcSettings(provider.issuer(), StandInProvider.CLIENT, StandInProvider.SECRET);
        townHall = TownHall.open(0, settings, Clock.systemUTC());
        browser = new Browser(townHall.baseUrl());
    }

    @AfterEach
    void close() {
        townHall.close();
        provider.close();
    }

    @Test
    void aCitizenGetsInAndSeesWhoCameIn() throws Exception {
        HttpResponse<String> home = logIn();

        assertThat(Browser.text(home, "person-identifier")).hasValue("00000001R");
        assertThat(Browser.text(home, "level-uri")).hasValue("http://eidas.europa.eu/LoA/substantial");
        assertThat(Browser.text(home, "method")).hasValue("clave_pin, otp, sms");
        assertThat(home.body()).contains("id=\"id-token\"").contains("id=\"userinfo\"");
    }

    @Test
    void whatClaveTellsIsShownAsTextAndNeverAsMarkup() throws Exception {
        assertThat(logIn().body()).contains("&lt;b&gt;García&lt;/b&gt; López").doesNotContain("<b>García");
    }

    @Test
    void theRequestSaysWhatWasChosen() throws Exception {
        Asked asked = askForLogin("level", "high", "data", "identity", "data", "birthdate", "fresh", "yes");

        assertThat(asked.get("acr_values")).isEqualTo("http://eidas.europa.eu/LoA/high");
        assertThat(asked.get("scope").split(" ", -1))
                .containsExactlyInAnyOrder("openid", "clave_identity", "clave_birthdate");
        assertThat(asked.get("prompt")).isEqualTo("login");
        assertThat(asked.get("response_type")).isEqualTo("code");
        assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.get("ui_locales")).isEmpty();
        assertThat(asked.get("nonce")).hasSizeGreaterThan(20);
        assertThat(asked.get("state")).hasSizeGreaterThan(20);
    }

    @Test
    void theChosenLanguageGoesAlongToClave() throws Exception {
        browser.get("/language?to=en");

        assertThat(browser.get("/").body()).contains("<html lang=\"en\">").contains("Log in with Cl@ve");
        assertThat(askForLogin().get("ui_locales")).isEqualTo("en");
    }

    @Test
    void anotherStateIsRefusedAndTheCodeIsNotUsed() throws Exception {
        Asked asked = askForLogin();
        String code = provider.codeFor(asked);

        assertRefused(browser.get(callback(code, "another-state")), "state");
        assertRefused(browser.get("/callback?code=" + code), "state");
        assertThat(provider.redeemed()).isEmpty();
    }

    @Test
    void anAnswerInAnotherBrowserIsRefused() throws Exception {
        Asked asked = askForLogin();
        Browser victim = new Browser(townHall.baseUrl());
        victim.submit("/login", "level", "low");

        HttpResponse<String> page = victim.get(callback(provider.codeFor(asked), asked.get("state")));

        assertThat(Browser.text(page, "error-code")).hasValue("state");
        assertThat(provider.redeemed()).isEmpty();
    }

    @Test
    void anAnswerIsGoodOnce() throws Exception {
        Asked asked = askForLogin();
        String answer = callback(provider.codeFor(asked), asked.get("state"));
        browser.get(answer);
        browser.submit("/logout");

        assertRefused(browser.get(answer), "state");
    }

    @Test
    void anAnswerFromAnotherIssuerIsRefused() throws Exception {
        Asked asked = askForLogin();
        String code = provider.codeFor(asked);

        HttpResponse<String> page = browser.get("/callback?code=" + code + "&state=" + encoded(asked.get("state"))
                + "&iss=" + encoded("https://another.example"));

        assertRefused(page, "iss");
        assertThat(provider.redeemed()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotNameItsIssuerIsRefusedWhereItShould() throws Exception {
        Asked asked = askForLogin();

        assertRefused(
                browser.get("/callback?code=" + provider.codeFor(asked) + "&state=" + encoded(asked.get("state"))),
                "iss");
    }

    @Test
    void anotherNonceIsRefused() throws Exception {
        refuse("id_token", claims -> claims.claim("nonce", "another"));
    }

    @Test
    void noNonceIsRefused() throws Exception {
        refuse("id_token", claims -> claims.claim("nonce", null));
    }

    @Test
    void anotherIssuerIsRefused() throws Exception {
        refuse("id_token", claims -> claims.issuer("https://another.example"));
    }

    @Test
    void anotherAudienceIsRefused() throws Exception {
        refuse("id_token", claims -> claims.audience("another-agency"));
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        refuse(
                "id_token",
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
    }

    @Test
    void aTokenFromTheFutureIsRefused() throws Exception {
        refuse("id_token", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(120))));
    }

    @Test
    void anAccessTokenThatTheIdTokenDoesNotMeanIsRefused() throws Exception {
        refuse("id_token", claims -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
    }

    @Test
    void aLowerLevelThanAskedForIsRefused() throws Exception {
        refuse("acr", claims -> claims.claim("acr", "http://eidas.europa.eu/LoA/low"));
    }

    @Test
    void noLevelIsRefused() throws Exception {
        refuse("acr", claims -> claims.claim("acr", null));
    }

    @Test
    void aLevelThatIsNotOfEidasIsRefused() throws Exception {
        refuse("acr", claims -> claims.claim("acr", "3"));
    }

    @Test
    void anOldLoginIsRefusedWhereANewOneWasAskedFor() throws Exception {
        provider.claiming(claims ->
                claims.claim("auth_time", Instant.now().minusSeconds(300).getEpochSecond()));
        Asked asked = askForLogin("level", "low", "fresh", "yes");

        assertRefused(browser.get(callback(provider.codeFor(asked), asked.get("state"))), "auth_time");
    }

    @Test
    void anUnsignedTokenIsRefused() throws Exception {
        provider.signing((claims, type) -> new PlainJWT(claims).serialize());
        refuse("id_token", UnaryOperator.identity());
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() throws Exception {
        provider.signing((claims, type) ->
                StandInProvider.signedWith(new RSASSASigner(otherKey), JWSAlgorithm.RS256, "clave", claims, type));
        refuse("id_token", UnaryOperator.identity());
    }

    @Test
    void aTokenSignedWithTheClientSecretIsRefused() throws Exception {
        provider.signing((claims, type) -> StandInProvider.signedWith(
                new MACSigner(StandInProvider.SECRET.getBytes(StandardCharsets.UTF_8)),
                JWSAlgorithm.HS256,
                "clave",
                claims,
                type));
        refuse("id_token", UnaryOperator.identity());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsIfItWereASecretIsRefused() throws Exception {
        provider.signing((claims, type) ->
                StandInProvider.signedWith(new MACSigner(publicKey()), JWSAlgorithm.HS256, "clave", claims, type));
        refuse("id_token", UnaryOperator.identity());
    }

    @Test
    void userInfoAboutSomebodyElseIsRefused() throws Exception {
        provider.userInfoAbout("subject-2");
        refuse("sub", UnaryOperator.identity());
    }

    @Test
    void anErrorOfClaveIsShownWithAWayToTryAgain() throws Exception {
        Asked asked = askForLogin("level", "high", "data", "birthdate");

        HttpResponse<String> page = browser.get(
                "/callback?error=access_denied&error_description=no%3Cb%3E&state=" + encoded(asked.get("state"))
                        + "&iss=" + encoded(provider.issuer().toString()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.text(page, "error-code")).hasValue("access_denied");
        assertThat(page.body()).contains("id=\"retry\"").contains("no&lt;b&gt;").doesNotContain("no<b>");
        assertThat(Browser.hidden(page, "level")).isEqualTo("high");
        assertThat(Browser.hidden(page, "data")).isEqualTo("birthdate");
    }

    @Test
    void aCodeThatClaveDoesNotKnowIsShownAsItsError() throws Exception {
        Asked asked = askForLogin();

        HttpResponse<String> page = browser.get(callback("made-up", asked.get("state")));

        assertThat(Browser.text(page, "error-code")).hasValue("invalid_grant");
    }

    @Test
    void whereClaveCannotBeReachedThePageSaysSo() throws Exception {
        provider.close();

        HttpResponse<String> page = browser.submit("/login", "level", "low");

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.body()).contains("id=\"retry\"");
    }

    @Test
    void loggingOutEndsTheSessionHereAndGoesToClave() throws Exception {
        logIn();

        HttpResponse<String> answer = browser.submit("/logout");

        Map<String, String> parameters = query(location(answer));
        assertThat(location(answer).toString()).startsWith(provider.issuer() + "/logout?");
        assertThat(parameters.get("id_token_hint").split("\\.", -1)).hasSize(3);
        assertThat(parameters.get("post_logout_redirect_uri")).isEqualTo(townHall.baseUrl() + "/logged-out");
        assertThat(browser.get("/").body()).doesNotContain("person-identifier");

        HttpResponse<String> page = browser.get("/logged-out?state=" + encoded(parameters.get("state")));
        assertThat(page.body()).contains("Ha salido");
        assertThat(browser.get("/logged-out?state=made-up").statusCode()).isEqualTo(303);
    }

    @Test
    void aLogoutTokenOfClaveEndsTheSession() throws Exception {
        logIn();

        assertThat(backChannel(provider.signed(provider.logoutClaims().build(), LOGOUT)))
                .isEqualTo(200);
        assertThat(browser.get("/").body()).doesNotContain("person-identifier");
    }

    @Test
    void aLogoutTokenOfAnotherSessionLeavesThisOne() throws Exception {
        logIn();

        assertThat(backChannel(provider.signed(
                        provider.logoutClaims().claim("sid", "session-2").build(), LOGOUT)))
                .isEqualTo(200);
        assertThat(browser.get("/").body()).contains("person-identifier");
    }

    @Test
    void aLogoutTokenThatIsNotOneOfClaveEndsNothing() throws Exception {
        logIn();

        for (String forged : forgedLogoutTokens()) {
            assertThat(backChannel(forged)).isEqualTo(400);
        }
        assertThat(browser.get("/").body()).contains("person-identifier");
    }

    private String[] forgedLogoutTokens() throws JOSEException {
        JWTClaimsSet good = provider.logoutClaims().build();
        return new String[] {
            "",
            "rubbish",
            new PlainJWT(good).serialize(),
            StandInProvider.signedWith(new RSASSASigner(otherKey), JWSAlgorithm.RS256, "clave", good, LOGOUT),
            provider.signed(provider.logoutClaims().audience("another").build(), LOGOUT),
            provider.signed(
                    provider.logoutClaims().issuer("https://another.example").build(), LOGOUT),
            provider.signed(provider.logoutClaims().claim("events", null).build(), LOGOUT),
            provider.signed(provider.logoutClaims().claim("nonce", "n").build(), LOGOUT),
            provider.signed(
                    provider.logoutClaims()
                            .expirationTime(Date.from(Instant.now().minusSeconds(600)))
                            .build(),
                    LOGOUT),
        };
    }

    @Test
    void theSessionGetsANewNameAtLogin() throws Exception {
        String before = cookie(browser.submit("/login", "level", "low"));
        Asked asked = askForLogin();

        String after = cookie(browser.get(callback(provider.codeFor(asked), asked.get("state"))));

        assertThat(before).startsWith("villaclara=");
        assertThat(after).startsWith("villaclara=").contains("HttpOnly").contains("SameSite=Lax");
        assertThat(after.split(";", -1)[0]).isNotEqualTo(before.split(";", -1)[0]);
    }

    @Test
    void aFormThatStandsOnAnotherSitesPageIsRefused() throws Exception {
        assertThat(browser.postFromElsewhere("/login", "level", "low").statusCode())
                .isEqualTo(403);
        assertThat(browser.postFromElsewhere("/logout").statusCode()).isEqualTo(403);
    }

    @Test
    void pagesCannotBeFramedOrScripted() throws Exception {
        var headers = browser.get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self' " + provider.issuer())
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    }

    // --- steps -----------------------------------------------------------------------------------------------------

    private Asked askForLogin(String... fields) throws Exception {
        String[] chosen = fields.length == 0 ? new String[] {"level", "substantial", "data", "identity"} : fields;
        HttpResponse<String> answer = browser.submit("/login", chosen);
        assertThat(location(answer).toString()).startsWith(provider.issuer() + "/auth?");
        return new Asked(query(location(answer)));
    }

    private HttpResponse<String> logIn() throws Exception {
        Asked asked = askForLogin();
        HttpResponse<String> answer = browser.get(callback(provider.codeFor(asked), asked.get("state")));
        assertThat(answer.headers().firstValue("Location"))
                .as(() -> Browser.text(answer, "error-code") + " " + Browser.text(answer, "error-detail"))
                .hasValue("/");
        return browser.get("/");
    }

    private void refuse(String code, UnaryOperator<JWTClaimsSet.Builder> claims) throws Exception {
        provider.claiming(claims);
        Asked asked = askForLogin();
        assertRefused(browser.get(callback(provider.codeFor(asked), asked.get("state"))), code);
    }

    private void assertRefused(HttpResponse<String> page, String code) throws Exception {
        assertThat(page.statusCode()).isBetween(400, 403);
        assertThat(Browser.text(page, "error-code")).hasValue(code);
        assertThat(page.body()).contains("id=\"retry\"");
        assertThat(browser.get("/").body()).doesNotContain("person-identifier");
    }

    private int backChannel(String token) throws Exception {
        return new Browser(townHall.baseUrl())
                .postFromElsewhere("/backchannel-logout", "logout_token", token)
                .statusCode();
    }

    private String callback(String code, String state) {
        return "/callback?code=" + code + "&state=" + encoded(state) + "&iss="
                + encoded(provider.issuer().toString());
    }

    private static byte[] publicKey() throws JOSEException {
        return claveKey.toRSAPublicKey().getEncoded();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
