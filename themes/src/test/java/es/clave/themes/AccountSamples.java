package es.clave.themes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of Mi Cl@ve, with what the server could put into them. */
final class AccountSamples {

    /** Keys that no template names: the server uses them. */
    static final Set<String> USED_BY_THE_SERVER = Set.of(
            "accountLevelNotReached",
            "accountPhoneEmpty",
            "accountPhoneMalformed",
            "accountPhoneNotMobile",
            "accountPhoneSame",
            "accountPhoneChanged",
            "accountEmailEmpty",
            "accountEmailMalformed",
            "accountEmailSame",
            "accountEmailChanged",
            "accountAgenciesRevoked",
            "accountCodeEmpty",
            "accountCodeMalformed",
            "accountCodeWrong",
            "accountCodeExpired",
            "accountCodeExhausted",
            "accountCodeTooSoon",
            "accountCodeTooMany",
            "accountProofExpired",
            "accountActivationCodeTooMany",
            "accountLeaveNotUnderstood",
            "smsAccountCode",
            "emailAccountSubject",
            "emailAccountCodeSubject",
            "emailAccountCodeText",
            "accountTellPhoneChanged",
            "accountTellEmailChanged",
            "accountTellActivationCode",
            "accountTellRenounced",
            "accountTellDisplaced");

    /** What also goes out by SMS, as it is. */
    static final Set<String> SMS = Set.of(
            "accountTellPhoneChanged",
            "accountTellEmailChanged",
            "accountTellActivationCode",
            "accountTellRenounced",
            "accountTellDisplaced");

    private AccountSamples() {}

    static Stream<SamplePage> all() {
        SamplePage overview = account("clave-account")
                .with("name", "María del Carmen García López")
                .with("nationalId", "***9000**")
                .with("registrationLevel", "ADVANCED")
                .with("route", "OFFICE")
                .with("since", "3 de marzo de 2025")
                .with("phoneEnding", "01")
                .with("email", "c•••a@example.com")
                .with("loginMethod", "PIN_SMS")
                .with("loginLevel", "LOW")
                .with("byCertificate", false)
                .with("activationCodeWaits", true)
                .with("logins", List.of(login("Ayuntamiento de Villaclara"), login("Mi Cl@ve")))
                .with(
                        "acts",
                        List.of(
                                Map.of("when", "24 nov 2026, 10:14", "kind", "PHONE_CHANGED", "route", "OFFICE"),
                                Map.of("when", "3 mar 2025, 9:02", "kind", "REGISTERED", "route", "OFFICE")))
                .with("logoutUrl", "#logout")
                .with("registrationUrl", "#register");
        SamplePage phone = account("clave-account-phone")
                .with("stage", "number")
                .with("codeMinutes", 10)
                .with("mobile", "")
                .with("byCertificate", false)
                .with("phoneEnding", "01");
        SamplePage codes = phone.named("clave-account-phone-codes")
                .with("stage", "codes")
                .with("newPhoneEnding", "77")
                .with("codes", List.of("oldCode", "newCode"));
        SamplePage email = account("clave-account-email")
                .with("stage", "address")
                .with("codeMinutes", 10)
                .with("typedEmail", "")
                .with("currentEmail", "c•••a@example.com");
        SamplePage level =
                account("clave-account-level").with("wanted", "telefono").with("canStepUp", true);
        return Stream.of(
                overview,
                overview.named("clave-account-basic")
                        .with("registrationLevel", "BASIC")
                        .with("route", "LETTER")
                        .with("email", "")
                        .with("activationCodeWaits", false)
                        .with("logins", List.of())
                        .saying("success", "accountPhoneChanged"),
                level,
                level.named("clave-account-level-refused")
                        .with("wanted", "baja")
                        .saying("error", "accountLevelNotReached"),
                level.named("clave-account-level-code").with("wanted", "codigo").with("canStepUp", false),
                phone,
                phone.named("clave-account-phone-wrong")
                        .with("mobile", "912345678")
                        .with("byCertificate", true)
                        .failing("mobile", "accountPhoneNotMobile"),
                codes,
                codes.named("clave-account-phone-codes-wrong")
                        .failing("oldCode", "accountCodeWrong")
                        .failing("newCode", "accountCodeEmpty"),
                codes.named("clave-account-phone-taken").with("stage", "taken"),
                email,
                email.named("clave-account-email-wrong")
                        .with("typedEmail", "ana@")
                        .with("currentEmail", "")
                        .failing("email", "accountEmailMalformed"),
                email.named("clave-account-email-code")
                        .with("stage", "code")
                        .with("newEmail", "nueva.direccion.muy.larga@subdominio.example.com"),
                account("clave-account-code"),
                account("clave-account-code").named("clave-account-code-shown").with("code", "7G3K 9QWX 2M4P H8ZT"),
                account("clave-account-agencies")
                        .with(
                                "agreements",
                                List.of(
                                        agreement("Ayuntamiento de Villaclara", "dataIdentity", "dataBirthdate"),
                                        agreement("Agencia de Tributos de Ejemplo", "dataIdentity"))),
                account("clave-account-agencies")
                        .named("clave-account-agencies-none")
                        .with("agreements", List.of()),
                account("clave-account-leave"),
                account("clave-account-leave")
                        .named("clave-account-leave-unconfirmed")
                        .failing("understood", "accountLeaveNotUnderstood"),
                account("clave-account-left").without("formToken"));
    }

    private static Map<String, Object> agreement(String name, String... data) {
        return Map.of("agency", "agency", "name", name, "data", List.of(data), "since", "24 de noviembre de 2026");
    }

    static SamplePage account(String template) {
        return SamplePage.page(template)
                .with("accountUrl", "#account")
                .with("formToken", "0uJk9x")
                .without("authenticationSession");
    }

    private static Map<String, String> login(String where) {
        return Map.of("where", where, "when", "24 nov 2026, 10:12", "method", "PIN_SMS", "level", "LOW");
    }
}
