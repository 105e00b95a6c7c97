package es.clave.demo.phone;

import com.fasterxml.jackson.databind.ObjectMapper;
import es.clave.demo.conformance.Conformance;
import es.clave.demo.web.Html;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phone of every demo citizen: a web application that shows the messages as they arrive. It exists in the demo only. */
public final class Phone implements AutoCloseable {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
    private static final int LOOKS_BETWEEN_HEARTBEATS = 50;
    /** E.164, with the plus that a browser's form turns into a space where nobody encoded it. */
    private static final Pattern NUMBER = Pattern.compile("[+ ]?([0-9]{3,15})");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebServer server;
    private final Inbox inbox;
    private final Attachments attachments;
    private final List<Contact> contacts;
    private final Certificates certificates;
    private final PhonePages pages = new PhonePages();

    private Phone(int port, Path outbox, List<Contact> contacts, Certificates certificates) {
        this.inbox = new Inbox(outbox);
        this.attachments = new Attachments(outbox);
        this.contacts = List.copyOf(contacts);
        this.certificates = certificates;
        this.server = WebServer.open("phone", port, (status, request) -> Response.page(status, pages.problem(status)));
        new Conformance(server, Clock.systemUTC());
        server.get("/", this::home)
                .get("/messages", this::messages)
                .get("/events", this::events)
                .get(Attachments.PATH, this::attachment)
                .get(Certificates.PATH, request -> this.certificates.list(pages::document))
                .get(Certificates.FILE_PATH, this::certificate)
                .resource("/style.css", Phone.class, "style.css", "text/css; charset=utf-8")
                .resource("/phone.js", Phone.class, "phone.js", "text/javascript; charset=utf-8")
                .resource("/phone.svg", Phone.class, "phone.svg", "image/svg+xml");
    }

    /**
     * Switches the phone on.
     *
     * @param port of this machine; 0 for any free one
     * @param outbox the file that the development outbox writes; it need not exist yet
     */
    public static Phone open(int port, Path outbox, List<Contact> contacts) {
        return open(port, outbox, contacts, List.of(), "");
    }

    /**
     * Switches the phone on, with certificates to fetch.
     *
     * @param password of all the files
     */
    public static Phone open(
            int port, Path outbox, List<Contact> contacts, List<CertificateFile> certificates, String password) {
        return open(port, outbox, contacts, certificates, password, Optional.empty());
    }

    /**
     * Switches the phone on, with certificates to fetch, and with the app.
     *
     * @param password of all the files
     * @param realm to which the app belongs; where there is none, there is no app on the phone
     */
    public static Phone open(
            int port,
            Path outbox,
            List<Contact> contacts,
            List<CertificateFile> certificates,
            String password,
            Optional<URI> realm) {
        Phone phone = new Phone(port, outbox, contacts, new Certificates(certificates, password));
        realm.ifPresent(address -> new App(address).installOn(phone.server));
        phone.server.start();
        return phone;
    }

    /** Where it is shown. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    @Override
    public void close() {
        server.close();
    }

    private Response home(Request request) throws IOException {
        Optional<String> asked = request.query("to").filter(to -> !to.isBlank());
        Optional<String> known = recipient(asked);
        if (asked.isPresent() && known.isEmpty()) {
            return Response.page(400, pages.problem(400));
        }
        return Response.page(
                200, pages.page(known, contacts, inbox.addresses(), arrived(known), !certificates.isEmpty()));
    }

    private Response messages(Request request) throws IOException {
        Optional<String> asked = request.query("to").filter(to -> !to.isBlank());
        Optional<String> known = recipient(asked);
        if (asked.isPresent() && known.isEmpty()) {
            return Response.of(200, "application/json", "[]".getBytes(StandardCharsets.UTF_8));
        }
        return Response.of(200, "application/json", JSON.writeValueAsBytes(arrived(known)));
    }

    /** Server-sent events: the list of messages as HTML, once at the start and again whenever one arrives. */
    private Response events(Request request) throws IOException {
        Optional<String> known = recipient(request.query("to").filter(to -> !to.isBlank()));
        return Response.stream("text/event-stream", out -> follow(known, out));
    }

    /** What came with a mail, or the pages of a letter. */
    private Response attachment(Request request) throws IOException {
        return attachments
                .read(request.query("file").orElse(""))
                .orElseGet(() -> Response.page(404, pages.problem(404)));
    }

    private Response certificate(Request request) throws IOException {
        return certificates.file(request).orElseGet(() -> Response.page(404, pages.problem(404)));
    }

    private void follow(Optional<String> to, OutputStream out) throws IOException, InterruptedException {
        long shown = -1;
        int quietLooks = 0;
        while (true) {
            long arrivals = inbox.arrivals();
            if (arrivals != shown) {
                shown = arrivals;
                send(out, pages.messages(arrived(to), to.isEmpty()));
                quietLooks = 0;
            } else if (++quietLooks == LOOKS_BETWEEN_HEARTBEATS) {
                // Otherwise a browser that left would never be noticed.
                out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                quietLooks = 0;
            }
            Thread.sleep(LOOKS_EVERY.toMillis());
        }
    }

    private static void send(OutputStream out, Html html) throws IOException {
        StringBuilder event = new StringBuilder();
        html.toString()
                .lines()
                .forEach(line -> event.append("data: ").append(line).append('\n'));
        out.write(event.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private List<Message> arrived(Optional<String> to) throws IOException {
        List<Message> messages = to.isPresent() ? inbox.to(to.get()) : inbox.all();
        return messages.stream()
                .map(message -> message.withLinks(link -> attachments.address(baseUrl(), link)))
                .toList();
    }

    /** A number however it was typed, or an address to which something was sent. */
    private Optional<String> recipient(Optional<String> asked) throws IOException {
        List<String> addresses = inbox.addresses();
        return asked.flatMap(typed -> addresses.contains(typed) ? Optional.of(typed) : number(typed));
    }

    private static Optional<String> number(String typed) {
        var matcher = NUMBER.matcher(typed.trim());
        return matcher.matches() ? Optional.of("+" + matcher.group(1)) : Optional.empty();
    }
}
