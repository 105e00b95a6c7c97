package es.clave.themes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of the registrar's desk, with what the server could put into them. */
final class DeskSamples {

    /** Keys that no template names: the server uses them, or a template puts them together. */
    static final Set<String> USED_BY_THE_SERVER = Set.of(
            "deskNotConfirmed",
            "deskOwnDocument",
            "deskTooManyLookUps",
            "deskCheckedMissing",
            "deskGuardianSame",
            "deskGuardianMinor",
            "deskTakeoverMissing",
            "deskConditionsMissing",
            "deskReasonDOCUMENT",
            "deskReasonPERSON",
            "deskReasonGUARDIAN",
            "deskReasonNOT_WANTED",
            "deskReasonOTHER",
            "deskRenounced",
            "deskMobileChanged",
            "deskSigned",
            "deskNotSigned",
            "deskRefused",
            "deskCodeHandedOver",
            "deskCodeTooMany",
            "smsDeskRenounced",
            "smsDeskMobileChanged",
            "smsDeskEmailChanged",
            "smsDeskDisplaced",
            "smsDeskCode",
            "mailDeskCode",
            "mailDeskSubject",
            "mailDeskRenounced",
            "mailDeskMobileChanged",
            "mailDeskEmailChanged",
            "mailDeskDisplaced");

    /** Those that are sent as one SMS as they are. */
    static final Set<String> SMS = Set.of(
            "smsDeskRenounced", "smsDeskMobileChanged", "smsDeskEmailChanged", "smsDeskDisplaced", "smsDeskCode");

    private static final String NAME = "María de los Ángeles Fernández-Valdés";

    private DeskSamples() {}

    static Stream<SamplePage> all() {
        SamplePage home = desk("clave-desk-home")
                .with("office", "Madrid")
                .with("typed", Map.of("nationalId", "", "contrastDatum", ""))
                .with(
                        "appointments",
                        List.of(
                                Map.of(
                                        "id",
                                        "1",
                                        "hour",
                                        "09:00",
                                        "name",
                                        NAME,
                                        "nationalId",
                                        "***9012**",
                                        "served",
                                        true),
                                Map.of(
                                        "id",
                                        "2",
                                        "hour",
                                        "09:20",
                                        "name",
                                        "Chiara Conti",
                                        "nationalId",
                                        "****0006*",
                                        "served",
                                        false)));
        SamplePage document = desk("clave-desk-document")
                .with("name", NAME)
                .with("nationalId", "***9012**")
                .with("typed", Map.of("contrastDatum", ""));
        SamplePage person = desk("clave-desk-person")
                .with("name", NAME)
                .with("nationalId", "99990012L")
                .with("birthDate", "30/11/1959")
                .with("minor", false)
                .with("status", "NONE")
                .with("level", "")
                .with("phoneEnding", "")
                .with("mayRegister", true)
                .with("mayChange", false)
                .with("guardian", Map.of("guardianId", "", "guardianDatum", ""));
        SamplePage contact = desk("clave-desk-contact")
                .with("name", NAME)
                .with("typed", Map.of("region", "ES", "mobile", "", "email", ""))
                .with(
                        "countries",
                        List.of(
                                Map.of("region", "ES", "name", "España", "code", "34"),
                                Map.of("region", "FR", "name", "Francia", "code", "33")));
        SamplePage code =
                desk("clave-desk-code").with("mobile", "+34 600 00 00 12").with("resendInSeconds", 27L);
        SamplePage confirm = desk("clave-desk-confirm")
                .with("name", NAME)
                .with("nationalId", "99990012L")
                .with("mobile", "+34 600 00 00 12")
                .with("email", "angeles@example.com")
                .with("errand", "REGISTER")
                .with("taken", false);
        SamplePage receipt = desk("clave-desk-receipt")
                .with("name", NAME)
                .with("nationalId", "99990012L")
                .with("mobile", "+34 600 00 00 12")
                .with("codeOnly", false)
                .with("receiptUrl", "#receipt");
        return Stream.of(
                home,
                home.named("clave-desk-home-empty")
                        .with("appointments", List.of())
                        .saying("success", "deskSigned"),
                home.named("clave-desk-home-wrong")
                        .with("typed", Map.of("nationalId", "99990012L", "contrastDatum", "1/1/2030"))
                        .failing("nationalId", "deskNotConfirmed"),
                document,
                document.named("clave-desk-document-wrong").failing("contrastDatum", "deskNotConfirmed"),
                person,
                person.named("clave-desk-person-minor")
                        .with("minor", true)
                        .failing("checked", "deskCheckedMissing")
                        .failing("guardianId", "deskGuardianMinor"),
                person.named("clave-desk-person-basic")
                        .with("status", "ACTIVE")
                        .with("level", "BASIC")
                        .with("phoneEnding", "12")
                        .with("mayChange", true),
                person.named("clave-desk-person-advanced")
                        .with("status", "ACTIVE")
                        .with("level", "ADVANCED")
                        .with("phoneEnding", "12")
                        .with("mayRegister", false)
                        .with("mayChange", true),
                person.named("clave-desk-person-disabled").with("status", "DISABLED"),
                contact,
                contact.named("clave-desk-contact-wrong")
                        .with("typed", Map.of("region", "FR", "mobile", "1", "email", "x@"))
                        .failing("mobile", "officeMobileMalformed"),
                code,
                code.named("clave-desk-code-wrong").with("resendInSeconds", 0L).failing("code", "codeWrong"),
                confirm,
                confirm.named("clave-desk-confirm-taken")
                        .with("taken", true)
                        .with("email", "")
                        .with("errand", "CHANGE_MOBILE")
                        .failing("takeover", "deskTakeoverMissing")
                        .failing("conditions", "deskConditionsMissing"),
                desk("clave-desk-renounce").with("name", NAME).with("nationalId", "99990012L"),
                receipt,
                receipt.named("clave-desk-receipt-code").with("codeOnly", true));
    }

    private static SamplePage desk(String template) {
        return SamplePage.page(template)
                .with("formToken", "token")
                .with("deskUrl", "https://clave.example/realms/clave-staff/mostrador")
                .with("officer", "Remedios Vela Cruz")
                .with("reasons", List.of("DOCUMENT", "PERSON", "GUARDIAN", "NOT_WANTED", "OTHER"))
                .without("authenticationSession", "auth");
    }
}
