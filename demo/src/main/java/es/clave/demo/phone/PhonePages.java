package es.clave.demo.phone;

import es.clave.demo.web.Html;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages of the phone. */
final class PhonePages {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM, H:mm:ss", Locale.forLanguageTag("es-ES"));

    /**
     * The messages to one number or address, or all of them, and the choice of others.
     *
     * @param addresses to where mails and letters were sent
     */
    Html page(
            Optional<String> to,
            List<Contact> contacts,
            List<String> addresses,
            List<Message> messages,
            boolean withCertificates) {
        String title = to.map(known -> known.startsWith("+") ? "Teléfono " + readable(known) : known)
                .orElse("Todos los mensajes");
        return page(title, to, options(to, contacts, addresses), messages, withCertificates);
    }

    /** The messages alone, for the page to replace what it shows. */
    Html messages(List<Message> messages, boolean withNumber) {
        if (messages.isEmpty()) {
            return Html.of("<p class=\"none\">Todavía no ha llegado ningún mensaje.</p>");
        }
        List<Html> items = new ArrayList<>();
        for (Message message : messages) {
            items.add(Html.of(
                    """
                    <li class="message"><p class="from"><strong>{}</strong>{} <time datetime="{}">{}</time></p>
                    {}<p class="text">{}</p>{}</li>
                    """,
                    sender(message.channel()),
                    withNumber ? Html.of(" <span>{}</span>", readable(message.to())) : Html.nothing(),
                    message.at(),
                    when(message.at()),
                    message.subject() == null
                            ? Html.nothing()
                            : Html.of("<p class=\"subject\">{}</p>", message.subject()),
                    message.text(),
                    message.links().stream()
                            .filter(link -> link.startsWith("http://") || link.startsWith("https://"))
                            .map(link -> Html.of(
                                    "<p class=\"link\"><a href=\"{}\" rel=\"noreferrer\">{}</a></p>",
                                    link,
                                    label(link)))
                            .toList()));
        }
        return Html.of("<ol class=\"messages\" reversed>{}</ol>", items);
    }

    Html problem(int status) {
        String text =
                switch (status) {
                    case 404 -> "Esta página no existe.";
                    case 400 -> "Ese número de teléfono no se entiende.";
                    default -> "No se puede atender la petición.";
                };
        return document(
                "Teléfono",
                Html.of("<main id=\"main\"><h1>Teléfono</h1><p>{} <a href=\"/\">Volver</a></p></main>", text));
    }

    private Html page(
            String title,
            Optional<String> number,
            List<Html> options,
            List<Message> messages,
            boolean withCertificates) {
        return document(
                title,
                Html.of(
                        """
                        <main id="main">
                          <div class="chooser">
                            <h1>El teléfono del ciudadano</h1>
                            <p>Aquí llegan los SMS, los correos y las cartas de la demostración. Nada sale de este ordenador.</p>
                            <p><a href="/conformance">Examinar un organismo</a></p>
                            <form method="get" action="/">
                              <label for="to">Ver los mensajes de</label>
                              <select id="to" name="to">{}</select>
                              <button type="submit">Ver</button>
                            </form>
                            {}
                          </div>
                          <section class="phone" aria-labelledby="screen-title">
                            <div class="speaker" aria-hidden="true"></div>
                            <div class="screen">
                              <h2 id="screen-title">{}</h2>
                              <div id="messages" data-to="{}" tabindex="0" role="region"
                                aria-label="Mensajes recibidos" aria-live="polite">{}</div>
                              <p class="reload"><a id="reload" href="{}">Actualizar</a></p>
                            </div>
                          </section>
                        </main>
                        <script src="/phone.js"></script>
                        """,
                        options,
                        withCertificates
                                ? Html.of(
                                        "<p><a href=\"{}\">Certificados electrónicos para probar</a></p>",
                                        Certificates.PATH)
                                : Html.nothing(),
                        number.map(PhonePages::readable).orElse("Todos los mensajes"),
                        number.orElse(""),
                        messages(messages, number.isEmpty()),
                        number.map(known -> "/?to=" + URLEncoder.encode(known, StandardCharsets.UTF_8))
                                .orElse("/")));
    }

    private static List<Html> options(Optional<String> chosen, List<Contact> contacts, List<String> addresses) {
        Map<String, String> labels = new LinkedHashMap<>();
        contacts.forEach(
                contact -> labels.merge(contact.number(), contact.name(), (before, next) -> before + ", " + next));
        addresses.forEach(address -> labels.put(address, ""));
        chosen.ifPresent(number -> labels.putIfAbsent(number, ""));
        List<Html> options = new ArrayList<>();
        options.add(Html.of("<option value=\"\">Todos</option>"));
        labels.forEach((number, names) -> options.add(Html.of(
                "<option value=\"{}\"{}>{} {}</option>",
                number,
                chosen.filter(number::equals).isPresent() ? Html.of(" selected") : Html.nothing(),
                readable(number),
                names)));
        return options;
    }

    Html document(String title, Html body) {
        return Html.of("""
                <!DOCTYPE html>
                <html lang="es">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>{} · demostración de Cl@ve</title>
                  <link rel="stylesheet" href="/style.css">
                  <link rel="icon" href="/phone.svg" type="image/svg+xml">
                </head>
                <body>{}</body>
                </html>
                """, title, body);
    }

    private static String sender(String channel) {
        return switch (channel) {
            case "letter" -> "Carta";
            case "email" -> "Correo";
            case "push" -> "APP Cl@ve";
            default -> "Cl@ve";
        };
    }

    /** The name of a file for what came with the message; the address of anything else. */
    private static String label(String link) {
        int file = link.indexOf(Attachments.PATH + "?file=");
        return file < 0
                ? link
                : "Abrir " + URLDecoder.decode(link.substring(link.lastIndexOf("%2F") + 3), StandardCharsets.UTF_8);
    }

    private static String when(String at) {
        try {
            return WHEN.format(Instant.parse(at).atZone(MADRID));
        } catch (DateTimeParseException e) {
            return at;
        }
    }

    private static String readable(String number) {
        return number.matches("\\+34\\d{9}")
                ? "+34 " + number.substring(3, 6) + " " + number.substring(6, 9) + " " + number.substring(9)
                : number;
    }
}
