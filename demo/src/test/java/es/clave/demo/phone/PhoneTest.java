package es.clave.demo.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import es.clave.demo.web.Browser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PhoneTest {

    private static final String ANA = "+34600000001";

    @TempDir
    private Path folder;

    private Path outbox;
    private Phone phone;
    private Browser browser;

    @BeforeEach
    void switchOn() {
        outbox = folder.resolve("messages.jsonl");
        phone = Phone.open(0, outbox, List.of(new Contact("Ana", ANA), new Contact("Luis", ANA)));
        browser = new Browser(phone.baseUrl());
    }

    @AfterEach
    void switchOff() {
        phone.close();
    }

    @Test
    void messagesOfANumberAreJsonNewestFirst() throws Exception {
        arrives(ANA, "first", "2026-11-22T10:00:00Z");
        arrives("+34600000002", "for another", "2026-11-22T10:00:01Z");
        arrives(ANA, "second", "2026-11-22T10:00:02Z");

        JsonNode messages = json("/messages?to=+34600000001");

        assertThat(messages.findValuesAsText("text")).containsExactly("second", "first");
        assertThat(messages.get(0))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"channel\":\"sms\",\"to\":\"+34600000001\",\"text\":\"second\","
                                + "\"at\":\"2026-11-22T10:00:02Z\",\"links\":[]}"));
    }

    @Test
    void theNumberMayBeEncodedOrNot() throws Exception {
        arrives(ANA, "hello", "2026-11-22T10:00:00Z");

        for (String number : List.of("+34600000001", "%2B34600000001", "34600000001")) {
            assertThat(json("/messages?to=" + number)).as(number).hasSize(1);
        }
    }

    @Test
    void withoutANumberAllMessagesAreThere() throws Exception {
        arrives(ANA, "one", "2026-11-22T10:00:00Z");
        arrives("+34600000002", "two", "2026-11-22T10:00:01Z");

        assertThat(json("/messages").findValuesAsText("text")).containsExactly("two", "one");
    }

    @Test
    void beforeAnythingWasSentThereIsNothing() throws Exception {
        assertThat(json("/messages?to=+34600000001")).isEmpty();
        assertThat(json("/messages?to=nonsense")).isEmpty();
        assertThat(browser.get("/?to=%2B34600000001").body()).contains("Todavía no ha llegado");
    }

    @Test
    void aLineThatIsStillBeingWrittenWaits() throws Exception {
        String line = line(ANA, "late ñ", "2026-11-22T10:00:00Z");
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int middleOfTheLetter = line.substring(0, line.indexOf('ñ')).getBytes(StandardCharsets.UTF_8).length + 1;

        append(java.util.Arrays.copyOf(bytes, middleOfTheLetter));
        assertThat(json("/messages")).isEmpty();
        append(java.util.Arrays.copyOfRange(bytes, middleOfTheLetter, bytes.length));
        assertThat(json("/messages").findValuesAsText("text")).isEmpty();
        append("\n".getBytes(StandardCharsets.UTF_8));

        assertThat(json("/messages").findValuesAsText("text")).containsExactly("late ñ");
    }

    @Test
    void aBrokenLineDoesNotHideTheOthers() throws Exception {
        arrives(ANA, "before", "2026-11-22T10:00:00Z");
        append("{broken\n{}\nnull\n\n".getBytes(StandardCharsets.UTF_8));
        arrives(ANA, "after", "2026-11-22T10:00:01Z");

        assertThat(json("/messages").findValuesAsText("text")).containsExactly("after", "before");
    }

    @Test
    void anOutboxThatBeginsAnewIsReadAnew() throws Exception {
        arrives(ANA, "old and long enough", "2026-11-22T10:00:00Z");
        assertThat(json("/messages")).hasSize(1);
        Files.delete(outbox);
        assertThat(json("/messages")).isEmpty();
        arrives(ANA, "new", "2026-11-22T10:00:01Z");

        assertThat(json("/messages").findValuesAsText("text")).containsExactly("new");
    }

    @Test
    void aMessageIsTextAndNeverMarkup() throws Exception {
        arrives(ANA, "<script>alert(1)</script>", "2026-11-22T10:00:00Z");

        assertThat(browser.get("/").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void onlyWebAddressesBecomeLinks() throws Exception {
        append(("{\"channel\":\"email\",\"to\":\"" + ANA + "\",\"text\":\"x\",\"at\":\"2026-11-22T10:00:00Z\","
                        + "\"links\":[\"javascript:alert(1)\",\"https://clave.example/a?b=c&d=e\"]}\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(browser.get("/").body())
                .contains("href=\"https://clave.example/a?b=c&amp;d=e\"")
                .doesNotContain("javascript:");
    }

    @Test
    void aMailIsShownWithItsSubjectAndItsAttachmentCanBeOpened() throws Exception {
        Path attachment = folder.resolve("attachments/5e79-5022/Resguardo de alta.pdf");
        Files.createDirectories(attachment.getParent());
        Files.writeString(attachment, "%PDF-1.7");
        append(("{\"channel\":\"email\",\"to\":\"ana@example.es\",\"subject\":\"Bienvenida\",\"text\":\"x\","
                        + "\"at\":\"2026-11-22T10:00:00Z\","
                        + "\"links\":[\"attachments/5e79-5022/Resguardo de alta.pdf\"],\"id\":\"5e79-5022\"}\n")
                .getBytes(StandardCharsets.UTF_8));

        JsonNode mail = json("/messages?to=ana@example.es").get(0);
        assertThat(mail.get("subject").asText()).isEqualTo("Bienvenida");
        String link = mail.get("links").get(0).asText();
        assertThat(link).startsWith(phone.baseUrl() + "/attachment?file=");
        HttpResponse<String> opened =
                browser.get(link.substring(phone.baseUrl().toString().length()));
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(opened.body()).isEqualTo("%PDF-1.7");
        assertThat(browser.get("/?to=ana%40example.es").body())
                .contains(
                        "Bienvenida", ">Abrir Resguardo de alta.pdf</a>", "<option value=\"ana@example.es\" selected>");
    }

    @Test
    void noOtherFileOfThisMachineCanBeOpened() throws Exception {
        Files.writeString(folder.resolve("demo.properties"), "secret");
        Files.createDirectories(folder.resolve("attachments/a"));

        for (String file : List.of(
                "demo.properties",
                "attachments/../demo.properties",
                "attachments/a/../../demo.properties",
                "attachments/a/..",
                "attachments/a/..%5C..%5Cdemo.properties",
                "/etc/passwd",
                "")) {
            assertThat(browser.get("/attachment?file=" + file.replace("/", "%2F"))
                            .statusCode())
                    .as(file)
                    .isEqualTo(404);
        }
    }

    @Test
    void thePeopleWhoShareAPhoneAreOneChoice() throws Exception {
        assertThat(browser.get("/?to=%2B34600000001").body())
                .contains("<option value=\"+34600000001\" selected>+34 600 000 001 Ana, Luis</option>");
    }

    @Test
    @Timeout(20)
    void aMessageIsPushedToAnOpenPage() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(phone.baseUrl() + "/events?to=%2B34600000001"))
                .build();
        HttpResponse<java.io.InputStream> events =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertThat(lineWith("Todavía no ha llegado", lines)).startsWith("data: ");
            arrives(ANA, "pushed", "2026-11-22T10:00:00Z");
            assertThat(lineWith("pushed", lines)).startsWith("data: ");
        }
    }

    @Test
    void anotherNameForThisMachineIsRefused() throws Exception {
        // As somebody else's DNS could make a citizen's browser ask.
        try (java.net.Socket socket = new java.net.Socket(
                java.net.InetAddress.getLoopbackAddress(), phone.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write("GET /messages HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421");
        }
    }

    private static String lineWith(String text, BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("the stream ended without " + text);
    }

    @Test
    void theAppIsOnThePhoneAndIsToldWhereClaveIs() throws Exception {
        URI realm = URI.create("http://localhost:9999/realms/clave");
        try (Phone withApp = Phone.open(0, outbox, List.of(), List.of(), "", Optional.of(realm))) {
            Browser there = new Browser(withApp.baseUrl());

            HttpResponse<String> start = there.get("/app/");
            assertThat(start.statusCode()).isEqualTo(200);
            assertThat(start.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("connect-src 'self' http://localhost:9999;");
            assertThat(there.get("/app/config.json").body()).contains(realm + "/app/v1");
            assertThat(there.get("/app/js/main.js").headers().firstValue("Content-Type"))
                    .hasValue("text/javascript; charset=utf-8");
            assertThat(there.get("/app/js/none.js").statusCode()).isEqualTo(404);
            assertThat(there.get("/app/../../AppFiles.class").statusCode()).isEqualTo(404);
            assertThat(there.get("/app").headers().firstValue("Location")).hasValue("/app/");
        }
        assertThat(browser.get("/app/").statusCode()).as("a phone without").isEqualTo(404);
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return new ObjectMapper().readTree(answer.body());
    }

    private void arrives(String to, String text, String at) throws IOException {
        append((line(to, text, at) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String to, String text, String at) {
        return "{\"channel\":\"sms\",\"to\":\"" + to + "\",\"text\":\"" + text + "\",\"at\":\"" + at
                + "\",\"links\":[]}";
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(outbox, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
