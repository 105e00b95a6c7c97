package es.clave.demo.conformance;

import es.clave.demo.web.Html;
import es.clave.demo.web.Language;
import java.util.ArrayList;
import java.util.List;

/** The pages on which an agency's developers have it examined. */
final class ConformancePages {

    /** What agencies are told to trust, and the demo's own agencies. */
    Html start(
            String issuer,
            String samlEntityId,
            String samlMetadata,
            Clave2Examination clave2,
            List<String> mistakes,
            Language in) {
        return document(
                in,
                in.say("Examen de organismos", "Examination of agencies"),
                Html.of(
                        """
                        <main id="main" class="wide">
                          <h1>{}</h1>
                          <p>{}</p>
                          {}
                          <section aria-labelledby="demo">
                            <h2 id="demo">{}</h2>
                            <form method="post" action="/conformance/demo"><input type="hidden" name="lang" value="{}">
                              <p class="actions"><button type="submit" name="agency" value="oidc">{}</button>
                              <button type="submit" name="agency" value="saml">{}</button>
                              <button type="submit" name="agency" value="clave2">{}</button></p>
                            </form>
                          </section>
                          <section aria-labelledby="own">
                            <h2 id="own">{}</h2>
                            <p>{}</p>
                            <dl class="facts">
                              <dt>OpenID Connect: issuer</dt><dd><code>{}</code></dd>
                              <dt>SAML 2.0: entityID</dt><dd><code>{}</code></dd>
                              <dt>SAML 2.0: {}</dt><dd><a href="{}"><code>{}</code></a></dd>
                              <dt>Cl@ve 2: {}</dt><dd><code>{}</code></dd>
                              <dt>Cl@ve 2: {}</dt><dd><a href="{}"><code>{}</code></a></dd>
                              <dt>Cl@ve 2: {}</dt><dd><code>{}</code></dd>
                            </dl>
                            <form method="post" action="/conformance/own" class="own"><input type="hidden" name="lang" value="{}">
                              <fieldset><legend>{}</legend>
                                <label><input type="radio" name="protocol" value="oidc" checked> OpenID Connect</label>
                                <label><input type="radio" name="protocol" value="saml"> SAML 2.0</label>
                                <label><input type="radio" name="protocol" value="clave2"> Cl@ve 2</label>
                              </fieldset>
                              <label for="start">{}</label><input id="start" name="start" type="url" required placeholder="https://localhost:9443/login">
                              <label for="form">{}</label><input id="form" name="form" type="text" placeholder="level=low&amp;data=identity">
                              <label for="page">{}</label><input id="page" name="page" type="url" required placeholder="https://localhost:9443/me">
                              <p class="actions"><button type="submit">{}</button></p>
                            </form>
                          </section>
                        </main>
                        """,
                        in.say("Examen de organismos", "Examination of agencies"),
                        in.say(
                                "Da a un organismo respuestas correctas y respuestas que debe rechazar, como haría quien"
                                        + " quiere entrar en nombre de otra persona, y dice cuáles aceptó.",
                                "Gives an agency good answers and answers that it must refuse, as somebody would who wants"
                                        + " to get in as somebody else, and tells which it took."),
                        mistakes.isEmpty() ? Html.nothing() : alert(mistakes),
                        in.say("Los organismos de la demostración", "The agencies of the demo"),
                        in.tag(),
                        in.say("Examinar el ayuntamiento (OpenID Connect)", "Examine the town hall (OpenID Connect)"),
                        in.say("Examinar la agencia de tributos (SAML)", "Examine the tax agency (SAML)"),
                        in.say("Examinar la agencia de tributos (Cl@ve 2)", "Examine the tax agency (Cl@ve 2)"),
                        in.say("Su organismo", "Your agency"),
                        in.say(
                                "Configúrelo para que confíe en este proveedor de identidad de pruebas en lugar de Cl@ve."
                                        + " Nunca en producción.",
                                "Set it to trust this identity provider for tests in place of Cl@ve. Never in production."),
                        issuer,
                        samlEntityId,
                        in.say("metadatos", "metadata"),
                        samlMetadata,
                        samlMetadata,
                        in.say("dirección del acceso", "address of the login"),
                        clave2.serviceProvider(),
                        in.say("certificado", "certificate"),
                        clave2.certificate(),
                        clave2.certificate(),
                        in.say("emisor", "issuer"),
                        clave2.issuer(),
                        in.tag(),
                        in.say("Protocolo", "Protocol"),
                        in.say("Dirección donde empieza el acceso", "Address where a login begins"),
                        in.say(
                                "Campos, si es un formulario que se envía (POST)",
                                "Fields, if it is a form that is posted"),
                        in.say(
                                "Página que dice quién ha entrado (DNI o nombre)",
                                "Page that tells who is logged in (DNI or given name)"),
                        in.say("Examinar", "Examine")));
    }

    /** What became of each answer. */
    Html results(String candidate, List<Result> results, Language in) {
        long failed = results.stream().filter(result -> !result.passed()).count();
        List<Html> rows = new ArrayList<>();
        for (Result result : results) {
            rows.add(Html.of(
                    """
                    <tr class="{}" id="check-{}" data-passed="{}"><th scope="row">{}</th><td>{}</td><td>{} <small>{}</small></td><td>{}</td></tr>
                    """,
                    result.passed() ? "passed" : "failed",
                    result.check().id(),
                    result.passed(),
                    in.say(result.check().spanish(), result.check().english()),
                    result.check().good()
                            ? in.say("debe aceptarla", "must take it")
                            : in.say("debe rechazarla", "must refuse it"),
                    outcome(result.outcome(), in),
                    result.detail(),
                    result.passed() ? in.say("✓ bien", "✓ passed") : in.say("✗ mal", "✗ failed")));
        }
        return document(
                in,
                in.say("Resultado del examen", "Result of the examination"),
                Html.of(
                        """
                        <main id="main" class="wide">
                          <h1>{}</h1>
                          <p><strong>{}</strong></p>
                          <p id="verdict" class="{}" data-failed="{}">{}</p>
                          <div class="scroll" tabindex="0" role="region" aria-label="{}"><table><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>
                          <p><a href="/conformance?lang={}">{}</a></p>
                        </main>
                        """,
                        in.say("Resultado del examen", "Result of the examination"),
                        candidate,
                        failed == 0 ? "passed" : "failed",
                        failed,
                        failed == 0
                                ? in.say(
                                        "Lo ha superado: " + results.size() + " respuestas.",
                                        "Passed: " + results.size() + " answers.")
                                : in.say(
                                        "No lo ha superado: " + failed + " de " + results.size() + " respuestas mal.",
                                        "Not passed: " + failed + " of " + results.size() + " answers wrong."),
                        in.say("Respuestas", "Answers"),
                        in.say("Respuesta", "Answer"),
                        in.say("Qué debe hacer", "What it must do"),
                        in.say("Qué hizo", "What it did"),
                        in.say("Resultado", "Result"),
                        rows,
                        in.tag(),
                        in.say("Otro examen", "Another examination")));
    }

    private static String outcome(Result.Outcome outcome, Language in) {
        return switch (outcome) {
            case TAKEN -> in.say("la aceptó", "took it");
            case REFUSED -> in.say("la rechazó", "refused it");
            case BROKEN -> in.say("falló", "broke");
        };
    }

    private static Html alert(List<String> mistakes) {
        return Html.of(
                "<ul class=\"alert\" role=\"alert\">{}</ul>",
                mistakes.stream()
                        .map(mistake -> Html.of("<li>{}</li>", mistake))
                        .toList());
    }

    private static Html document(Language in, String title, Html main) {
        Language other = in == Language.ES ? Language.EN : Language.ES;
        return Html.of(
                """
                <!DOCTYPE html>
                <html lang="{}">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>{} · {}</title>
                  <link rel="stylesheet" href="/conformance/style.css">
                </head>
                <body>
                <header><a href="/conformance?lang={}" lang="{}" hreflang="{}">{}</a></header>
                {}</body>
                </html>
                """,
                in.tag(),
                title,
                in.say("demostración de Cl@ve", "demo of Cl@ve"),
                other.tag(),
                other.tag(),
                other.tag(),
                in.say("English", "Español"),
                main);
    }
}
