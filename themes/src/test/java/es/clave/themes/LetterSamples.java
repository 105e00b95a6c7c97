package es.clave.themes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of the registration by letter. */
final class LetterSamples {

    /** Keys that no template names: the server uses them. */
    static final Set<String> USED_BY_THE_SERVER = Set.of(
            "letterTooSoon",
            "letterCodeEmpty",
            "letterCodeWrongLength",
            "letterCodeMalformed",
            "letterCodeWrong",
            "letterCodeLimited");

    private static final String ADDRESS = "C••• d••• l••• S••• •••, 28••• P••• d••• A••• (Madrid)";

    private LetterSamples() {}

    static Stream<SamplePage> all() {
        SamplePage choice = page("clave-registration-letter").with("maskedAddress", ADDRESS);
        SamplePage code = page("clave-registration-letter-code").with("typedCode", "");
        return Stream.of(
                choice,
                choice.named("clave-registration-letter-too-soon").saying("error", "letterTooSoon"),
                page("clave-registration-letter-sent")
                        .with("maskedAddress", ADDRESS)
                        .with("validUntil", "14 de diciembre de 2026"),
                code,
                code.named("clave-registration-letter-code-wrong")
                        .with("typedCode", "ABCD EFGH JKMN PQRS")
                        .failing("letterCode", "letterCodeWrong"));
    }

    private static SamplePage page(String template) {
        return new SamplePage(template, template + ".ftl", Map.of(), List.of(), Map.of())
                .with("agencyName", "Ayuntamiento de Villaclara")
                .with("stepNumber", 3)
                .with("stepCount", 6);
    }
}
