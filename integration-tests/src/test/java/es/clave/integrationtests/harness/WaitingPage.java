package es.clave.integrationtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that waits for the app, in a browser without a face. */
public final class WaitingPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WireBrowser browser;
    private final WireBrowser.Answer page;

    private WaitingPage(WireBrowser browser, WireBrowser.Answer page) {
        this.browser = browser;
        this.page = page;
    }

    /** Comes from the town hall to a node, to log in by the app. */
    public static WaitingPage open(WireBrowser browser, Clave clave, Node node) {
        return new WaitingPage(browser, browser.get(new CodeFlow(clave).request(node, "mobile")));
    }

    /** The page that came of the form. */
    public WaitingPage then(WireBrowser.Answer answer) {
        return new WaitingPage(browser, answer);
    }

    public WireBrowser.Answer answer() {
        return page;
    }

    /** Sends its form. */
    public WireBrowser.Answer send(Node node, Map<String, String> fields) {
        return browser.post(on(node, page.formAction()), fields);
    }

    /** What the server tells this page. */
    public BlockingQueue<String> events(Node node) {
        return browser.listen(eventsUrl(node));
    }

    public URI eventsUrl(Node node) {
        return on(node, URI.create(page.page().select("form[data-events]").attr("data-events")));
    }

    /** What the QR of the page held when it was loaded. */
    public String token() {
        String viewBox = page.page().select("svg[data-qr]").attr("viewBox");
        int side = Integer.parseInt(viewBox.split(" ", -1)[2]);
        return token(page.page().select("svg[data-qr] path").attr("d"), side - 8);
    }

    /** What the link for the same phone holds. */
    public String link() {
        String href = page.page().select("a[href*=#open=]").attr("href");
        return href.substring(href.indexOf("#open=") + 6);
    }

    /** What the QR holds that is told now. */
    public static String token(BlockingQueue<String> events) {
        JsonNode news = await(events, told -> told.has("qr"));
        return token(news.get("qr").asText(), news.get("size").asInt());
    }

    /** Waits until the page is told that it is another one now. */
    public static void awaitKey(BlockingQueue<String> events, String key) {
        await(events, told -> told.get("key").asText().equals(key));
    }

    private static JsonNode await(BlockingQueue<String> events, Predicate<JsonNode> wanted) {
        return Await.until("an event", PATIENCE, () -> Optional.ofNullable(events.poll())
                .map(WaitingPage::json)
                .filter(wanted));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String token(String path, int size) {
        BitMatrix modules = new BitMatrix(size);
        Matcher runs = RUN.matcher(path);
        while (runs.find()) {
            modules.setRegion(
                    Integer.parseInt(runs.group(1)),
                    Integer.parseInt(runs.group(2)),
                    Integer.parseInt(runs.group(3)),
                    1);
        }
        try {
            String text = new Decoder().decode(modules).getText();
            return text.substring(text.indexOf("#scan=") + 6);
        } catch (ReaderException e) {
            throw new AssertionError("not a QR", e);
        }
    }

    private static URI on(Node node, URI uri) {
        return node.baseUrl().resolve(uri.getRawPath() + "?" + uri.getRawQuery());
    }
}
