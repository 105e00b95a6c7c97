package es.clave.themes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page with what the server could put into it.
 *
 * @param name unlike any other's
 * @param template the file
 * @param values what is special of this page; the rest is in {@link SampleRequest}
 * @param message its type and the key of its text, if there is one
 * @param errors the keys of the errors of its fields
 */
record SamplePage(
        String name, String template, Map<String, Object> values, List<String> message, Map<String, String> errors) {

    private static final String AGENCY = "Ayuntamiento de Villaclara";

    @Override
    public String toString() {
        return name;
    }

    /** Whether we wrote the page, not only its frame. */
    boolean ours() {
        return Templates.ours().contains(Templates.LOGIN.resolve(template));
    }

    /** Every page of Cl@ve, in every state that looks different. */
    static Stream<SamplePage> all() {
        return Stream.of(
                        own(),
                        registration(),
                        OfficeSamples.all(),
                        LetterSamples.all(),
                        PermanentSamples.all(),
                        MobileSamples.all(),
                        AccountSamples.all(),
                        AppSamples.all(),
                        PasskeySamples.all(),
                        stock())
                .flatMap(pages -> pages);
    }

    private static Stream<SamplePage> own() {
        SamplePage identify = page("clave-identify")
                .with("requiredLevel", "LOW")
                .with("agencyName", AGENCY)
                .with("agencyData", List.of("dataIdentity", "dataBirthdate"))
                .with("typed", Map.of("nationalId", "", "contrastDatum", ""));
        SamplePage code = page("clave-pin-code")
                .with("agencyName", AGENCY)
                .with("requiredLevel", "LOW")
                .with("phoneEnding", "01")
                .with("secondsLeft", 597L)
                .with("resendInSeconds", 27L)
                .with("usable", true);
        SamplePage level = page("clave-level")
                .with("agencyName", AGENCY)
                .with("requiredLevel", "SUBSTANTIAL")
                .with("reachedLevel", "LOW")
                .with("registrationLevel", "BASIC");
        SamplePage request = page("clave-pin-request")
                .with("agencyName", AGENCY)
                .with("requiredLevel", "SUBSTANTIAL")
                .with("phoneEnding", "01");
        SamplePage ways = page("clave-ways")
                .with("agencyName", AGENCY)
                .with("requiredLevel", "LOW")
                .with(
                        "ways",
                        List.of(
                                way("permanent", "OPEN", true),
                                way("pin", "OPEN", false),
                                way("passkey", "OPEN", false),
                                way("mobile", "OPEN", false),
                                way("certificate", "OPEN", false)));
        SamplePage certificate = page("clave-certificate")
                .with("agencyName", AGENCY)
                .with("requiredLevel", "HIGH")
                .with("otherWays", true);
        return Stream.of(
                certificate,
                certificate.named("clave-certificate-none").with("refusal", "NOT_SHOWN"),
                certificate.named("clave-certificate-expired").with("refusal", "EXPIRED"),
                certificate.named("clave-certificate-company").with("refusal", "REPRESENTATIVE"),
                certificate.named("clave-certificate-unchecked").with("refusal", "REVOCATION_UNKNOWN"),
                certificate.named("clave-certificate-unregistered").with("refusal", "NOT_REGISTERED"),
                certificate.named("clave-certificate-limited").saying("error", "sourceLimited"),
                identify,
                identify.named("clave-identify-one-of-several").with("otherWays", true),
                ways,
                ways.named("clave-ways-explained")
                        .with("requiredLevel", "SUBSTANTIAL")
                        .with(
                                "ways",
                                List.of(
                                        way("permanent", "TO_SET_UP", false),
                                        way("certificate", "TO_SET_UP", false),
                                        way("pin", "TOO_LOW", true),
                                        way("permanent", "EXCLUDED", false),
                                        way("permanent", "NEEDS_ADVANCED", false))),
                identify.named("clave-identify-wrong")
                        .with("typed", Map.of("nationalId", "12345678A", "contrastDatum", "31/02/2030"))
                        .failing("nationalId", "nationalIdWrongLetter")
                        .failing("contrastDatum", "contrastDatumNoSuchDate"),
                identify.named("clave-identify-paused")
                        .with("typed", Map.of("nationalId", "X1234567L", "contrastDatum", "E01234567"))
                        .saying("error", "paused"),
                identify.named("clave-identify-hostile")
                        .with("agencyName", "<script>alert(1)</script> & \"Cía\" ${7*7}")
                        .with(
                                "typed",
                                Map.of("nationalId", "\"><script>alert(1)</script>", "contrastDatum", "' onx=\""))
                        .failing("nationalId", "nationalIdMalformed"),
                identify.named("clave-identify-long")
                        .with("requiredLevel", "HIGH")
                        .with(
                                "agencyName",
                                "Consejería de Transformación Económica, Industria, Conocimiento y Universidades"),
                request,
                request.named("clave-pin-request-refused").saying("error", "codeTooMany"),
                code,
                code.named("clave-pin-code-app").with("maybeInApp", true),
                code.named("clave-pin-code-wrong").failing("code", "codeWrong"),
                code.named("clave-pin-code-again")
                        .saying("success", "codeSentAgain")
                        .with("resendInSeconds", 30L),
                code.named("clave-pin-code-early").saying("error", "codeTooSoon"),
                code.named("clave-pin-code-over")
                        .with("usable", false)
                        .with("secondsLeft", 0L)
                        .with("resendInSeconds", 0L)
                        .saying("error", "codeExpired"),
                level,
                level.named("clave-level-advanced").with("registrationLevel", "ADVANCED"),
                level.named("clave-level-other-way").with("otherWays", true),
                level.named("clave-level-high").with("requiredLevel", "HIGH"),
                page("clave-level")
                        .named("clave-level-unknown")
                        .with("agencyName", AGENCY)
                        .with("requiredLevel", "SUBSTANTIAL"),
                page("error").saying("error", "staleCodeMessage").with("statusCode", 400),
                page("error")
                        .named("error-clave2")
                        .saying("error", "clave2UnregisteredCertificate")
                        .with("statusCode", 400),
                page("clave2-post-form")
                        .with("postAddress", "#sent")
                        .with("postFields", Map.of("logoutResponse", "PHNhbWw+", "RelayState", "\"><script>")),
                page("error")
                        .named("error-not-found")
                        .saying("error", "pageNotFound")
                        .with("statusCode", 404)
                        .without("client", "auth", "messagesPerField", "authenticationSession", "scripts", "title"),
                page("error")
                        .named("error-server")
                        .saying("error", "internalServerError")
                        .with("statusCode", 500)
                        .with("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
                        .without("client", "auth", "messagesPerField", "authenticationSession", "scripts", "title"),
                page("info").saying("success", "successLogout").with("skipLink", true),
                page("info")
                        .named("info-header")
                        .saying("info", "alreadyLoggedIn")
                        .with("messageHeader", "emailVerifiedMessageHeader"),
                page("info")
                        .named("info-actions")
                        .saying("info", "confirmExecutionOfActions")
                        .with("requiredActions", List.of("UPDATE_PASSWORD", "VERIFY_EMAIL"))
                        .with("actionUri", "https://clave.example/act"),
                page("login-page-expired"),
                page("logout-confirm").with("logoutConfirm", Map.of("code", "abc", "skipLink", false)),
                page("frontchannel-logout")
                        .with(
                                "logout",
                                Map.of(
                                        "clients",
                                        List.of(
                                                Map.of("name", AGENCY, "frontChannelLogoutUrl", "about:blank"),
                                                Map.of("name", "Sede", "frontChannelLogoutUrl", "about:blank")),
                                        "logoutRedirectUri",
                                        "#done")),
                page("login-oauth-grant")
                        .with(
                                "oauth",
                                Map.of(
                                        "code",
                                        "1",
                                        "clientScopesRequested",
                                        List.of(
                                                Map.of("consentScreenText", "${dataIdentity}"),
                                                Map.of("consentScreenText", "${dataBirthdate}"),
                                                Map.of("consentScreenText", "${dataRegistration}"))))
                        .with(
                                "client",
                                Map.of(
                                        "clientId",
                                        "agency",
                                        "name",
                                        AGENCY,
                                        "attributes",
                                        Map.of(
                                                "clave.service",
                                                "Padrón municipal",
                                                "policyUri",
                                                "https://example.org/privacy"))),
                page("saml-post-form")
                        .with("samlPost", Map.of("url", "#sent", "SAMLResponse", "PHNhbWw+", "relayState", "state")));
    }

    private static Stream<SamplePage> registration() {
        SamplePage start = page("clave-registration-start")
                .with("typed", Map.of("nationalId", "", "contrastDatum", ""))
                .with("stepNumber", 1)
                .with("stepCount", 6);
        SamplePage routes = page("clave-registration-routes")
                .with("agencyName", AGENCY)
                .with("stepNumber", 2)
                .with("stepCount", 6)
                .with("nationalId", "***9000**")
                .with(
                        "routes",
                        List.of(
                                route("certificate", "ADVANCED", ""),
                                route("letter", "BASIC", ""),
                                route("office", "ADVANCED", "")));
        SamplePage contact = page("clave-registration-contact")
                .with("typed", Map.of("region", "ES", "mobile", "", "email", ""))
                .with("stepNumber", 4)
                .with("stepCount", 6)
                .with("countries", List.of(country("ES", "España", "34"), country("FR", "Francia", "33")));
        SamplePage phone = page("clave-registration-phone")
                .with("agencyName", AGENCY)
                .with("stepNumber", 4)
                .with("stepCount", 6)
                .with("mobile", "+34 600 00 00 19")
                .with("secondsLeft", 597L)
                .with("resendInSeconds", 27L)
                .with("usable", true);
        SamplePage conditions = page("clave-registration-conditions")
                .with("stepNumber", 5)
                .with("stepCount", 6)
                .with("name", "María de los Ángeles Inmaculada Concepción Fernández-Valdés de la Vega")
                .with("nationalId", "99990012L")
                .with("mobile", "+34 600 00 00 12")
                .with("email", "angeles.fernandez-valdes@example.com")
                .with("level", "ADVANCED");
        SamplePage receipt = page("clave-registration-receipt")
                .with("stepNumber", 6)
                .with("stepCount", 6)
                .with("name", "Pablo Vázquez Ramos")
                .with("nationalId", "99990019A")
                .with("mobile", "+34 600 00 00 19")
                .with("email", "pablo@example.com")
                .with("level", "ADVANCED")
                .with("activationCode", "8K2M 4QRS 7TVW 0XYZ")
                .with("receiptUrl", "#receipt");
        SamplePage already = page("clave-registration-already")
                .with("stepNumber", 3)
                .with("stepCount", 6)
                .with("level", "ADVANCED");
        SamplePage certificate = page("clave-registration-certificate")
                .with("agencyName", AGENCY)
                .with("stepNumber", 3)
                .with("stepCount", 6);
        return Stream.of(
                certificate,
                certificate.named("clave-registration-certificate-none").with("refusal", "NOT_SHOWN"),
                certificate.named("clave-registration-certificate-other").with("refusal", "OTHER_PERSON"),
                start,
                start.named("clave-registration-start-agency").with("agencyName", AGENCY),
                start.named("clave-registration-start-wrong")
                        .with("agencyName", AGENCY)
                        .with("typed", Map.of("nationalId", "12345678A", "contrastDatum", "31/02/2030"))
                        .failing("nationalId", "nationalIdWrongLetter")
                        .failing("contrastDatum", "contrastDatumNoSuchDate"),
                start.named("clave-registration-start-refused").saying("error", "registrationNotConfirmed"),
                routes,
                routes.named("clave-registration-routes-minor")
                        .with(
                                "routes",
                                List.of(
                                        route("certificate", "ADVANCED", "registrationAdultsOnly"),
                                        route("letter", "BASIC", "registrationAdultsOnly"),
                                        route("office", "ADVANCED", ""))),
                page("clave-registration-end"),
                contact,
                contact.named("clave-registration-contact-kept").with("kept", true),
                contact.named("clave-registration-contact-wrong")
                        .with("typed", Map.of("region", "FR", "mobile", "91 123 45 67", "email", "ana@ejemplo"))
                        .failing("mobile", "mobileNotMobile")
                        .failing("email", "emailMalformed"),
                contact.named("clave-registration-contact-refused").saying("error", "phoneCodeTooMany"),
                phone,
                phone.named("clave-registration-phone-wrong").failing("code", "phoneCodeWrong"),
                phone.named("clave-registration-phone-over")
                        .with("usable", false)
                        .with("secondsLeft", 0L)
                        .with("resendInSeconds", 0L)
                        .saying("error", "phoneCodeExpired"),
                page("clave-registration-taken")
                        .with("agencyName", AGENCY)
                        .with("stepNumber", 4)
                        .with("stepCount", 6)
                        .with("mobile", "+34 600 00 00 29"),
                conditions,
                conditions.named("clave-registration-conditions-missing").failing("conditions", "conditionsMissing"),
                receipt,
                receipt.named("clave-registration-receipt-agency")
                        .with("agencyName", AGENCY)
                        .with("level", "BASIC"),
                already,
                already.named("clave-registration-already-basic").with("level", "BASIC"),
                already.named("clave-registration-not-allowed")
                        .with("level", "")
                        .saying("error", "registrationRouteNotAllowed"));
    }

    private static Map<String, String> country(String region, String name, String code) {
        return Map.of("region", region, "name", name, "code", code);
    }

    private static Map<String, String> route(String id, String level, String closedBecause) {
        return Map.of("id", id, "level", level, "closedBecause", closedBecause);
    }

    private static Stream<SamplePage> stock() {
        Map<String, Object> credential = Map.of("id", "1", "userLabel", "Mi móvil");
        Map<String, Object> passkey = Map.of(
                "credentialId", "1", "label", "Llave", "createdAt", "1/1/2026", "transports", Map.of("iconClass", "x"));
        return Stream.of(
                page("login"),
                page("login").named("login-wrong").failing("username", "invalidUserMessage"),
                page("login-username"),
                page("login-password"),
                page("login-update-password").saying("warning", "updatePasswordMessage"),
                page("login-reset-password"),
                page("login-otp")
                        .with(
                                "otpLogin",
                                Map.of(
                                        "userOtpCredentials",
                                        List.of(credential, Map.of("id", "2", "userLabel", "Tableta")),
                                        "selectedCredentialId",
                                        "1")),
                page("login-recovery-authn-code-input").with("recoveryAuthnCodesInputBean", Map.of("codeNumber", 3)),
                page("login-verify-email").with("user", Map.of("email", "ana@example.org")),
                page("login-oauth2-device-verify-user-code"),
                page("login-x509-info")
                        .with("x509", Map.of("formData", Map.of("subjectDN", "CN=Ana", "username", "ana"))),
                page("select-authenticator"),
                page("terms"),
                page("code").with("code", Map.of("success", true, "code", "123")),
                page("delete-credential").with("credentialLabel", "Mi móvil"),
                page("webauthn-error").with("execution", "1").saying("error", "webauthn-error-user-not-found"),
                page("webauthn-authenticate")
                        .with("authenticators", Map.of("authenticators", List.of(passkey)))
                        .with("shouldDisplayAuthenticators", true)
                        .with("isUserIdentified", "true")
                        .with("challenge", "x")
                        .with("userVerification", "required")
                        .with("rpId", "x")
                        .with("createTimeout", 0));
    }

    private static Map<String, Object> way(String id, String standing, boolean lastUsed) {
        boolean open = standing.equals("OPEN") || standing.equals("TO_SET_UP");
        return Map.of("id", id, "open", open, "standing", standing, "lastUsed", lastUsed);
    }

    static SamplePage page(String name) {
        return new SamplePage(name, name + ".ftl", Map.of(), List.of(), Map.of());
    }

    SamplePage named(String other) {
        return new SamplePage(other, template, values, message, errors);
    }

    SamplePage with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(key, value);
        return new SamplePage(name, template, more, message, errors);
    }

    SamplePage without(String... keys) {
        return with(SampleRequest.ABSENT, List.of(keys));
    }

    SamplePage saying(String type, String key) {
        return new SamplePage(name, template, values, List.of(type, key), errors);
    }

    SamplePage failing(String field, String key) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, key);
        return new SamplePage(name, template, values, message, more);
    }
}
