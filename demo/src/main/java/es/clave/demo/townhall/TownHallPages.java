package es.clave.demo.townhall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import es.clave.demo.agency.Ask;
import es.clave.demo.agency.Parts;
import es.clave.demo.agency.Refusal;
import es.clave.demo.web.Html;
import es.clave.demo.web.Language;

/** The pages of the town hall of Villaclara. */
final class TownHallPages {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    Html welcome(Language in) {
        return page(
                in,
                in.say("Sede electrónica", "Online services"),
                Html.of(
                        """
                        <section class="hero">
                          <h1>{}</h1>
                          <p class="lead">{}</p>
                        </section>
                        <section class="card" aria-labelledby="enter">
                          <h2 id="enter">{}</h2>
                          <p>{}</p>
                          {}
                        </section>
                        """,
                        in.say("Su ayuntamiento, sin colas", "Your town hall, without queues"),
                        in.say(
                                "Padrón, licencias, recibos y citas: entre en su carpeta ciudadana con Cl@ve.",
                                "Register of residents, permits, bills and appointments: enter your folder with Cl@ve."),
                        in.say("Entrar en la carpeta ciudadana", "Enter your folder"),
                        in.say(
                                "En un trámite de verdad esto lo decide el ayuntamiento; aquí puede elegirlo para probar.",
                                "In a real service the town hall decides this; here you can choose, to try it out."),
                        Parts.loginForm(Ask.usual(), in, in.say("Entrar con Cl@ve", "Log in with Cl@ve"))));
    }

    Html folder(Citizen citizen, Language in) {
        return page(
                in,
                in.say("Su carpeta ciudadana", "Your folder"),
                Html.of(
                        """
                        <section class="card" aria-labelledby="who">
                          <h1 id="who">{}</h1>
                          {}
                          <form method="post" action="/logout">
                            <button class="primary" type="submit" id="logout">{}</button>
                          </form>
                        </section>
                        <section class="card" aria-labelledby="told">
                          <h2 id="told">{}</h2>
                          {}{}{}{}
                        </section>
                        <section class="card" aria-labelledby="again">
                          <h2 id="again">{}</h2>
                          {}
                        </section>
                        """,
                        citizen.person()
                                .givenName()
                                .map(name -> in.say("Le damos la bienvenida, " + name, "Welcome, " + name))
                                .orElseGet(() -> in.say("Su carpeta ciudadana", "Your folder")),
                        Parts.person(citizen.person(), citizen.level(), citizen.loggedInAt(), in),
                        in.say("Salir", "Log out"),
                        in.say("Lo que ha dicho Cl@ve", "What Cl@ve said"),
                        Parts.raw(
                                "id-token-claims",
                                in.say("Contenido del ID token", "Content of the ID token"),
                                json(citizen.idToken().getPayload().toString())),
                        Parts.raw(
                                "id-token-header",
                                in.say("Cabecera del ID token", "Header of the ID token"),
                                json(citizen.idToken().getHeader().toString())),
                        Parts.raw(
                                "id-token",
                                in.say("ID token tal como llegó", "ID token as it came"),
                                citizen.idToken().serialize()),
                        Parts.raw(
                                "userinfo",
                                in.say("Respuesta de userinfo", "Answer of userinfo"),
                                json(citizen.userInfo().toJSONString())),
                        in.say("Identificarse de otra manera", "Log in in another way"),
                        Parts.loginForm(Ask.usual(), in, in.say("Ir a Cl@ve", "Go to Cl@ve"))));
    }

    Html refused(Refusal refusal, Ask ask, Language in) {
        return page(
                in,
                in.say("No se ha podido entrar", "No login"),
                Html.of(
                        """
                        <section class="card" aria-labelledby="failed">
                          <h1 id="failed">{}</h1>
                          {}
                          <div class="actions">{}<a href="/">{}</a></div>
                        </section>
                        """,
                        in.say("No ha podido entrar", "You could not log in"),
                        Parts.explain(refusal, in),
                        Parts.retryForm(ask, in),
                        in.say("Volver al inicio", "Back to the start")));
    }

    Html loggedOut(Language in) {
        return notice(
                in,
                in.say("Ha salido", "You are logged out"),
                in.say(
                        "Su sesión se ha cerrado aquí, en Cl@ve y en las demás administraciones en que la tenía abierta.",
                        "Your session is closed here, at Cl@ve and at the other administrations where it was open."));
    }

    Html problem(int status, Language in) {
        return switch (status) {
            case 404 ->
                notice(
                        in,
                        in.say("Esta página no existe", "This page does not exist"),
                        in.say("Compruebe la dirección.", "Please check the address."));
            case 403 ->
                notice(
                        in,
                        in.say("Petición rechazada", "Request refused"),
                        in.say("La petición no venía de esta sede.", "The request did not come from this site."));
            case 413 ->
                notice(
                        in,
                        in.say("Demasiado grande", "Too large"),
                        in.say(
                                "Lo enviado supera lo que esta sede admite.",
                                "What was sent is more than is accepted."));
            default ->
                notice(
                        in,
                        in.say("No hemos podido atenderle", "We could not serve you"),
                        in.say("Vuelva al inicio e inténtelo de nuevo.", "Go back to the start and try again."));
        };
    }

    private Html notice(Language in, String title, String text) {
        return page(in, title, Html.of("""
                        <section class="card" aria-labelledby="notice">
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
                  <title>{} · {}</title>
                  <link rel="stylesheet" href="/style.css">
                  <link rel="icon" href="/crest.svg" type="image/svg+xml">
                </head>
                <body>
                  <a class="skip" href="#main">{}</a>
                  <header>
                    <a class="brand" href="/"><img src="/crest.svg" alt="" width="48" height="56">
                      <span><strong>{}</strong><small>{}</small></span></a>
                    <a class="language" href="/language?to={}" lang="{}" hreflang="{}">{}</a>
                  </header>
                  <main id="main">{}</main>
                  <footer><p>{}</p></footer>
                </body>
                </html>
                """,
                in.tag(),
                title,
                in.say("Ayuntamiento de Villaclara", "Villaclara Town Hall"),
                in.say("Ir al contenido", "Skip to content"),
                in.say("Ayuntamiento de Villaclara", "Villaclara Town Hall"),
                in.say("Sede electrónica", "Online services"),
                other.tag(),
                other.tag(),
                other.tag(),
                in.say("English", "Español"),
                main,
                in.say(
                        "Administración ficticia, para probar Cl@ve con OpenID Connect. Nada de lo que haga aquí tiene efecto.",
                        "A fictional administration, to try Cl@ve with OpenID Connect. Nothing you do here has any effect."));
    }

    private static String json(String compact) {
        try {
            return JSON.writeValueAsString(JSON.readTree(compact));
        } catch (JsonProcessingException e) {
            return compact;
        }
    }
}
