package es.clave.themes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of passkeys, with what the server could put into them. */
final class PasskeySamples {

    /** Keys that no template names: the server uses them. */
    static final Set<String> USED_BY_THE_SERVER = Set.of(
            "passkeyRefused",
            "passkeyOfAnother",
            "passkeyNameDefault",
            "passkeyNameEmpty",
            "passkeyNameLong",
            "passkeyNameTaken",
            "passkeyNotAdded",
            "passkeyAdded",
            "passkeyRemoved",
            "passkeyTellAdded",
            "passkeyTellRemoved");

    /** What goes out by SMS, as it is. */
    static final Set<String> SMS = Set.of("passkeyTellAdded", "passkeyTellRemoved");

    private static final Map<String, String> ASKED = Map.of("challenge", "c2FtcGxl", "rpId", "localhost");

    private PasskeySamples() {}

    static Stream<SamplePage> all() {
        SamplePage login = SamplePage.page("clave-passkey")
                .with("agencyName", "Ayuntamiento de Villaclara")
                .with("requiredLevel", "SUBSTANTIAL")
                .with("otherWays", true)
                .with("passkey", ASKED);
        SamplePage add = SamplePage.page("webauthn-register")
                .with("challenge", "c2FtcGxl")
                .with("userid", "c2FtcGxl")
                .with("username", "5f2c9a50")
                .with("rpEntityName", "Cl@ve")
                .with("rpId", "localhost")
                .with("signatureAlgorithms", List.of(-7L, -8L, -257L))
                .with("excludeCredentialIds", "")
                .with("createTimeout", 300L)
                .with("holder", "María del Carmen García")
                .with("holderNumber", "***9000**")
                .with("passkeyName", "Llave de acceso 1")
                .with("passkeyRoom", true)
                .with("passkeyMost", 10);
        SamplePage list = SamplePage.page("clave-account-passkeys")
                .with("accountUrl", "#account")
                .with("formToken", "0uJk9x")
                .with("passkeys", List.of())
                .without("authenticationSession");
        return Stream.of(
                login,
                login.named("clave-passkey-refused").saying("error", "passkeyRefused"),
                add,
                add.named("webauthn-register-name").failing("authenticatorLabel", "passkeyNameTaken"),
                add.named("webauthn-register-full").with("passkeyRoom", false),
                list,
                list.named("clave-account-passkeys-some")
                        .saying("success", "passkeyAdded")
                        .with(
                                "passkeys",
                                List.of(
                                        passkey("1", "Portátil de casa"),
                                        passkey("2", "<script>alert(1)</script> de la oficina"))),
                SamplePage.page("clave-identify")
                        .named("clave-identify-autofill")
                        .with("requiredLevel", "LOW")
                        .with("agencyName", "Ayuntamiento de Villaclara")
                        .with("typed", Map.of("nationalId", "", "contrastDatum", ""))
                        .with("passkey", ASKED));
    }

    private static Map<String, String> passkey(String id, String name) {
        return Map.of("id", id, "name", name, "since", "24 de noviembre de 2026");
    }
}
