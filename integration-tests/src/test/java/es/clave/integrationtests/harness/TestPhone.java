package es.clave.integrationtests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A citizen's phone with the app, as the login sees it: what the phone proves of itself is the App API's. */
public final class TestPhone {

    private static final String NO_DIGITS = "-";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Node node;
    private final Citizen citizen;
    private final String device;

    private TestPhone(Node node, Citizen citizen, String device) {
        this.node = node;
        this.citizen = citizen;
        this.device = device;
    }

    /** A new one, that talks to this node. */
    public static TestPhone of(Citizen citizen, Node node) {
        String device = send(post(node.realmUrl("/test-phone/of/" + citizen.nationalId()), "Pixel 9 de prueba"));
        return new TestPhone(node, citizen, device);
    }

    /** {@code Scanned}, or why not. */
    public String scan(String token) {
        return act("scan", token).split(" ", -1)[0];
    }

    /** Scans what must be scanned, and answers the id of the request. */
    public String mustScan(String token) {
        String[] answer = act("scan", token).split(" ", -1);
        if (!answer[0].equals("Scanned")) {
            throw new AssertionError("not scanned: " + answer[0]);
        }
        return answer[1];
    }

    /** The requests that wait for it. */
    public List<String> pending() {
        return send(HttpRequest.newBuilder(address("pending"))).lines().toList();
    }

    /** {@code Confirmed} and the address to return to, if there is one; or why not. */
    public String confirm(String request, String digits) {
        return act("confirm/" + request, digits);
    }

    public String confirm(String request) {
        return confirm(request, NO_DIGITS);
    }

    public CompletableFuture<String> confirmAtOnce(String request) {
        return atOnce("confirm/" + request, NO_DIGITS);
    }

    public CompletableFuture<String> rejectAtOnce(String request) {
        return atOnce("reject/" + request, "");
    }

    public String reject(String request) {
        return act("reject/" + request, "");
    }

    /** The PIN that it shows for the only request that waits. */
    public String pin() {
        return send(HttpRequest.newBuilder(address("pin/" + pending().get(0))));
    }

    /** The citizen takes it away. */
    public void remove() {
        act("remove/" + citizen.nationalId(), "");
    }

    private String act(String what, String body) {
        return send(post(address(what), body));
    }

    private CompletableFuture<String> atOnce(String what, String body) {
        return HTTP.sendAsync(post(address(what), body).build(), BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    private URI address(String what) {
        return node.realmUrl("/test-phone/" + device + "/" + what);
    }

    private static HttpRequest.Builder post(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError("HTTP " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
