package es.clave.messaging.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for Twilio's Messages API, as its documentation describes it: takes messages as {@code
 * /2010-04-01/Accounts/{sid}/Messages.json} does, refuses what that would refuse, and reports to the status callback with
 * a signature. What it answers next can be prescribed. On a port of 127.0.0.1.
 */
public final class TwilioStandIn implements AutoCloseable {

    /** A message that was taken. */
    public record Taken(String sid, Map<String, String> form) {}

    private record Answer(int status, String contentType, String body) {}

    public static final String ACCOUNT_SID = "AC00000000000000000000000000000001";
    public static final String AUTH_TOKEN = "the-account-s-auth-token";
    public static final String API_KEY_SID = "SK00000000000000000000000000000002";
    public static final String API_KEY_SECRET = "the-api-key-s-secret";

    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> prescribed = new ConcurrentLinkedQueue<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean silent;

    private TwilioStandIn(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static TwilioStandIn start() {
        return start(0);
    }

    /** Starts one. */
    public static TwilioStandIn start(int port) {
        try {
            TwilioStandIn standIn = new TwilioStandIn(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
            standIn.server.createContext("/", standIn::handle);
            standIn.server.setExecutor(standIn.threads);
            standIn.server.start();
            return standIn;
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    /** What to set as {@code base-url}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The messages that it took, oldest first. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Every form that was posted, also those that were refused. */
    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    /** The next request is refused with this error of Twilio's. */
    public void refuseNext(int httpStatus, int code, String message) {
        prescribed.add(error(httpStatus, code, message));
    }

    /** The next request gets this answer, whatever it is. */
    public void answerNext(int httpStatus, String contentType, String body) {
        prescribed.add(new Answer(httpStatus, contentType, body));
    }

    /** From now on it takes requests and says nothing. */
    public void fallSilent() {
        silent = true;
    }

    /**
     * Reports to the message's status callback, signed.
     *
     * @param messageStatus {@code sent}, {@code delivered}, {@code undelivered}, {@code failed}
     * @param errorCode empty if there was no error
     * @return the HTTP status that the report was answered with
     */
    public int report(Taken message, String messageStatus, String errorCode) {
        return post(message.form().get("StatusCallback"), reportForm(message, messageStatus, errorCode), AUTH_TOKEN);
    }

    /** As {@link #report}, signed with something else than the account's token. */
    public int forge(Taken message, String messageStatus) {
        return post(message.form().get("StatusCallback"), reportForm(message, messageStatus, ""), "somebody-else-s");
    }

    /** The fields of a report. */
    static Map<String, String> reportForm(Taken message, String messageStatus, String errorCode) {
        Map<String, String> form = new TreeMap<>();
        form.put("AccountSid", ACCOUNT_SID);
        form.put("ApiVersion", "2010-04-01");
        form.put("MessageSid", message.sid());
        form.put("SmsSid", message.sid());
        form.put("MessageStatus", messageStatus);
        form.put("SmsStatus", messageStatus);
        form.put("To", message.form().get("To"));
        form.put("From", message.form().getOrDefault("From", "+15557122661"));
        if (!errorCode.isEmpty()) {
            form.put("ErrorCode", errorCode);
        }
        return form;
    }

    /** X-Twilio-Signature: HMAC-SHA1 with the auth token over the address and the sorted fields, in Base64. */
    static String signature(String address, Map<String, String> form, String token) {
        StringBuilder signed = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int post(String callback, Map<String, String> form, String token) {
        String address = callback.replaceFirst("#.*", "");
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(address, form, token))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notReached) {
            throw new UncheckedIOException(notReached);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(form);
            if (silent) {
                awaitClosing();
                return;
            }
            Answer answer = answer(exchange, form);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private Answer answer(HttpExchange exchange, Map<String, String> form) {
        if (!authenticated(exchange)) {
            return error(UNAUTHORIZED, 20003, "Authenticate");
        }
        if (!"POST".equals(exchange.getRequestMethod())
                || !exchange.getRequestURI()
                        .getPath()
                        .equals("/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages.json")) {
            return error(NOT_FOUND, 20404, "The requested resource was not found");
        }
        Answer next = prescribed.poll();
        if (next != null) {
            return next;
        }
        if (blank(form, "To")) {
            return error(BAD_REQUEST, 21604, "A 'To' phone number is required.");
        }
        if (blank(form, "From") && blank(form, "MessagingServiceSid")) {
            return error(BAD_REQUEST, 21603, "A 'From' phone number is required.");
        }
        if (blank(form, "Body")) {
            return error(BAD_REQUEST, 21602, "Message body is required.");
        }
        Taken message = new Taken("SM" + UUID.randomUUID().toString().replace("-", ""), form);
        taken.add(message);
        return new Answer(CREATED, "application/json", json(message));
    }

    private static boolean authenticated(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return basic(ACCOUNT_SID, AUTH_TOKEN).equals(header)
                || basic(API_KEY_SID, API_KEY_SECRET).equals(header);
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean blank(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").isEmpty();
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Map.copyOf(form);
    }

    private static Answer error(int httpStatus, int code, String message) {
        return new Answer(
                httpStatus,
                "application/json",
                "{\"code\":" + code + ",\"message\":" + quoted(message)
                        + ",\"more_info\":\"https://www.twilio.com/docs/errors/" + code + "\",\"status\":" + httpStatus
                        + "}");
    }

    private static String json(Taken message) {
        Map<String, String> form = message.form();
        boolean pooled = form.containsKey("MessagingServiceSid");
        String path = "/2010-04-01/Accounts/" + ACCOUNT_SID + "/Messages/" + message.sid();
        return "{\"account_sid\":\"" + ACCOUNT_SID + "\",\"api_version\":\"2010-04-01\",\"body\":"
                + quoted(form.get("Body"))
                + ",\"date_created\":\"Thu, 24 Aug 2023 05:01:45 +0000\",\"date_sent\":null"
                + ",\"date_updated\":\"Thu, 24 Aug 2023 05:01:45 +0000\",\"direction\":\"outbound-api\""
                + ",\"error_code\":null,\"error_message\":null,\"from\":"
                + (pooled ? "null" : quoted(form.get("From"))) + ",\"messaging_service_sid\":"
                + (pooled ? quoted(form.get("MessagingServiceSid")) : "null")
                + ",\"num_media\":\"0\",\"num_segments\":\"" + (pooled ? 0 : 1)
                + "\",\"price\":null,\"price_unit\":null,\"sid\":\"" + message.sid() + "\",\"status\":\""
                + (pooled ? "accepted" : "queued") + "\",\"subresource_uris\":{\"media\":\"" + path
                + "/Media.json\"},\"to\":" + quoted(form.get("To")) + ",\"uri\":\"" + path + ".json\"}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
