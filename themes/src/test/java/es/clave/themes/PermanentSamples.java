package es.clave.themes;

import java.util.Map;
import java.util.stream.Stream;

/** The pages of Cl@ve Permanente, in every state that looks different. */
final class PermanentSamples {

    private static final String AGENCY = "Ayuntamiento de Villaclara";

    private PermanentSamples() {}

    static Stream<SamplePage> all() {
        SamplePage login = asked("clave-permanent")
                .with("known", false)
                .with("otherWays", true)
                .with("typed", Map.of("nationalId", ""));
        SamplePage code = asked("clave-permanent-code")
                .with("phoneEnding", "01")
                .with("secondsLeft", 597L)
                .with("resendInSeconds", 27L)
                .with("usable", true);
        SamplePage activation = asked("clave-permanent-activation")
                .with("knownId", "")
                .with("typed", Map.of("nationalId", "", "email", "", "activationCode", ""));
        SamplePage password = asked("clave-permanent-password")
                .with("nationalId", "99990001P")
                .with("expired", false)
                .with("leastLength", 12);
        SamplePage done = asked("clave-permanent-done").with("strength", "FAIR").with("strengthOf", 2);
        SamplePage account = SamplePage.page("clave-permanent-account")
                .with("active", true)
                .with("nationalId", "99990001P")
                .with("leastLength", 12)
                .with("formToken", "token")
                .with("action", "#action")
                .with("activateUrl", "#activate");
        return Stream.of(
                login,
                login.named("clave-permanent-wrong")
                        .with("typed", Map.of("nationalId", "99990001P"))
                        .failing("password", "passwordWrong"),
                login.named("clave-permanent-locked")
                        .with("typed", Map.of("nationalId", "99990001P"))
                        .saying("error", "passwordLocked"),
                login.named("clave-permanent-known").with("known", true),
                asked("clave-permanent-request").with("phoneEnding", "01"),
                code,
                code.named("clave-permanent-code-wrong").failing("code", "phoneCodeWrong"),
                code.named("clave-permanent-code-over")
                        .with("usable", false)
                        .with("secondsLeft", 0L)
                        .with("resendInSeconds", 0L)
                        .saying("error", "phoneCodeExpired"),
                activation,
                activation
                        .named("clave-permanent-activation-mistakes")
                        .with(
                                "typed",
                                Map.of("nationalId", "99990001", "email", "\"><script>", "activationCode", "' onx=\""))
                        .failing("nationalId", "nationalIdLetterMissing")
                        .failing("email", "activationEmailMalformed")
                        .failing("activationCode", "activationCodeLength"),
                activation.named("clave-permanent-activation-wrong").saying("error", "activationWrong"),
                activation.named("clave-permanent-activation-known").with("knownId", "99990001P"),
                password,
                password.named("clave-permanent-password-refused")
                        .failing("newPassword", "passwordLeaked")
                        .failing("repeatedPassword", "passwordRepeatDiffers"),
                password.named("clave-permanent-password-short")
                        .failing("newPassword", "invalidPasswordMinLengthMessage"),
                password.named("clave-permanent-password-expired").with("expired", true),
                done,
                done.named("clave-permanent-done-good").with("strength", "GOOD").with("strengthOf", 3),
                done.named("clave-permanent-done-very-good")
                        .with("strength", "VERY_GOOD")
                        .with("strengthOf", 4),
                account,
                account.named("clave-permanent-account-wrong").failing("password", "passwordCurrentWrong"),
                account.named("clave-permanent-account-changed")
                        .saying("success", "permanentChanged")
                        .with("strength", "GOOD")
                        .with("strengthOf", 3),
                account.named("clave-permanent-account-not-active").with("active", false));
    }

    private static SamplePage asked(String name) {
        return SamplePage.page(name).with("agencyName", AGENCY).with("requiredLevel", "SUBSTANTIAL");
    }
}
