package es.clave.demo.taxagency;

import es.clave.demo.agency.Ask;
import es.clave.demo.agency.Parts;
import es.clave.demo.agency.Refusal;
import es.clave.demo.web.Html;
import es.clave.demo.web.Language;
import java.net.URI;
import java.util.Optional;

/** The pages of the example tax agency. */
final class TaxPages {

    Html welcome(Language in) {
        return page(
                in,
                in.say("Oficina virtual", "Virtual office"),
                Html.of(
                        """
                        <div class="columns">
                          <section aria-labelledby="enter">
                            <h1 id="enter">{}</h1>
                            <p>{}</p>
                            {}
                          </section>
                          <aside aria-labelledby="dates">
                            <h2 id="dates">{}</h2>
                            <ul>
                              <li><strong>30 jun</strong> {}</li>
                              <li><strong>20 jul</strong> {}</li>
                              <li><strong>05 nov</strong> {}</li>
                            </ul>
                          </aside>
                        </div>
                        """,
                        in.say("Acceso a sus trámites", "Access to your affairs"),
                        in.say(
                                "Para consultar su expediente tiene que identificarse con Cl@ve. Elija qué pide la agencia: "
                                        + "en la realidad depende del trámite.",
                                "To see your file you have to log in with Cl@ve. Choose what the agency asks for: "
                                        + "in reality it depends on the service."),
                        Parts.loginForm(
                                Ask.usual(), in, in.say("Acceder con Cl@ve", "Log in with Cl@ve"), byClave2(in)),
                        in.say("Calendario", "Calendar"),
                        in.say("Fin de la declaración de la renta", "Income tax return is due"),
                        in.say("Segundo trimestre", "Second quarter"),
                        in.say("Segundo plazo de la renta", "Second instalment of income tax")));
    }

    Html file(TaxCitizen citizen, Language in) {
        SamlXml xml = SamlXml.get();
        return page(
                in,
                in.say("Su expediente", "Your file"),
                Html.of(
                        """
                        <section aria-labelledby="who">
                          <h1 id="who">{}</h1>
                          {}
                          <form method="post" action="/logout">
                            <button class="primary" type="submit" id="logout">{}</button>
                          </form>
                        </section>
                        <section aria-labelledby="told">
                          <h2 id="told">{}</h2>
                          {}{}
                        </section>
                        <section aria-labelledby="again">
                          <h2 id="again">{}</h2>
                          {}
                        </section>
                        """,
                        in.say("Su expediente", "Your file"),
                        Parts.person(citizen.person(), citizen.level(), Optional.of(citizen.loggedInAt()), in),
                        in.say("Cerrar sesión", "Log out"),
                        in.say("Lo que ha dicho Cl@ve", "What Cl@ve said"),
                        Parts.raw(
                                "assertion-readable",
                                in.say("Aserción, con sangrías para leerla", "Assertion, indented for reading"),
                                xml.readable(citizen.assertion())),
                        Parts.raw(
                                "assertion",
                                in.say(
                                        "Aserción tal como llegó y se comprobó",
                                        "Assertion as it came and was verified"),
                                xml.write(citizen.assertion())),
                        in.say("Identificarse de otra manera", "Log in in another way"),
                        Parts.loginForm(Ask.usual(), in, in.say("Ir a Cl@ve", "Go to Cl@ve"), byClave2(in))));
    }

    private static Html byClave2(Language in) {
        return Html.of(
                "<button type=\"submit\" id=\"login-clave2\" formaction=\"/clave2/login\">{}</button>",
                in.say("Lo mismo, con Cl@ve 2", "The same, by Cl@ve 2"));
    }

    Html refused(Refusal refusal, Ask ask, Language in) {
        return page(
                in,
                in.say("No se ha podido acceder", "No login"),
                Html.of(
                        """
                        <section aria-labelledby="failed">
                          <h1 id="failed">{}</h1>
                          {}
                          <div class="actions">{}<a href="/">{}</a></div>
                        </section>
                        """,
                        in.say("No se ha podido acceder", "You could not log in"),
                        Parts.explain(refusal, in),
                        Parts.retryForm(ask, in),
                        in.say("Volver al inicio", "Back to the start")));
    }

    /** A form that the browser sends by itself, or with its button where there is no JavaScript. */
    Html post(URI action, String field, String base64, String relayState, Language in) {
        return page(
                in,
                in.say("Un momento", "One moment"),
                Html.of(
                        """
                        <section aria-labelledby="going">
                          <h1 id="going">{}</h1>
                          <form id="post" method="post" action="{}">
                            <input type="hidden" name="{}" value="{}">
                            {}
                            <p class="actions"><button class="primary" type="submit">{}</button></p>
                          </form>
                        </section>
                        <script src="/post.js"></script>
                        """,
                        in.say("Conectando con Cl@ve…", "Connecting to Cl@ve…"),
                        action,
                        field,
                        base64,
                        relayState.isEmpty()
                                ? Html.nothing()
                                : Html.of("<input type=\"hidden\" name=\"RelayState\" value=\"{}\">", relayState),
                        in.say("Continuar", "Continue")));
    }

    Html loggedOut(Language in) {
        return notice(
                in,
                in.say("Sesión cerrada", "You are logged out"),
                in.say(
                        "Su sesión se ha cerrado aquí, en Cl@ve y en las demás administraciones en que la tenía abierta.",
                        "Your session is closed here, at Cl@ve and at the other administrations where it was open."));
    }

    Html loggedOutHereOnly(Language in) {
        return notice(
                in,
                in.say("Sesión cerrada solo aquí", "You are logged out here only"),
                in.say(
                        "Cl@ve no ha confirmado que haya cerrado las demás. Cierre el navegador para estar seguro.",
                        "Cl@ve did not confirm that it closed the others. Close your browser to be sure."));
    }

    Html problem(int status, Language in) {
        return switch (status) {
            case 404 ->
                notice(
                        in,
                        in.say("Página no encontrada", "Page not found"),
                        in.say("Compruebe la dirección.", "Please check the address."));
            case 403 ->
                notice(
                        in,
                        in.say("Petición rechazada", "Request refused"),
                        in.say(
                                "La petición no venía de esta oficina virtual.",
                                "The request did not come from this site."));
            case 413 ->
                notice(
                        in,
                        in.say("Demasiado grande", "Too large"),
                        in.say("Lo enviado supera lo admitido.", "What was sent is more than is accepted."));
            default ->
                notice(
                        in,
                        in.say("Servicio no disponible", "Not available"),
                        in.say("Vuelva al inicio e inténtelo de nuevo.", "Go back to the start and try again."));
        };
    }

    private Html notice(Language in, String title, String text) {
        return page(in, title, Html.of("""
                        <section aria-labelledby="notice">
                          <h1 id="notice">{}</h1>
                          <p>{}</p>
                          <p><a href="/">{}</a></p>
                        </section>
                        """, title, text, in.say("Volver al inicio", "Back to the start")));
    }

    private Html page(Language in, String title, Html main) {
        Language other = in == Language.ES ? Language.EN : Language.ES;
        return Html.of(
                """
                <!DOCTYPE html>
                <html lang="{}">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>{} | {}</title>
                  <link rel="stylesheet" href="/style.css">
                  <link rel="icon" href="/mark.svg" type="image/svg+xml">
                </head>
                <body>
                  <a class="skip" href="#main">{}</a>
                  <header>
                    <div class="bar">
                      <a class="brand" href="/"><img src="/mark.svg" alt="" width="36" height="36"><span>{}</span></a>
                      <a class="language" href="/language?to={}" lang="{}" hreflang="{}">{}</a>
                    </div>
                  </header>
                  <main id="main">{}</main>
                  <footer><p>{}</p></footer>
                </body>
                </html>
                """,
                in.tag(),
                title,
                in.say("Agencia de Tributos de Ejemplo", "Example Tax Agency"),
                in.say("Ir al contenido", "Skip to content"),
                in.say("Agencia de Tributos de Ejemplo", "Example Tax Agency"),
                other.tag(),
                other.tag(),
                other.tag(),
                in.say("English", "Español"),
                main,
                in.say(
                        "Administración ficticia, para probar Cl@ve con SAML 2.0. Nada de lo que haga aquí tiene efecto.",
                        "A fictional administration, to try Cl@ve with SAML 2.0. Nothing you do here has any effect."));
    }
}
