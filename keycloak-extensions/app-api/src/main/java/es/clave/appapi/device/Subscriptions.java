package es.clave.appapi.device;

import es.clave.appapi.Body;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.registry.PushSubscription;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads where an app is reached. Cl@ve calls that address: so only push services that are known may be named. */
final class Subscriptions {

    /** An uncompressed point on P-256, and 16 bytes, in base64url (RFC 8291). */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{87}");

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22}");

    private static final String ANY_BELOW = "*.";

    private Subscriptions() {}

    static PushSubscription read(Body body, List<String> hosts) {
        String endpoint = body.text("endpoint", PushSubscription.ENDPOINT_LENGTH);
        Body keys = body.object("keys");
        String key = keys.text("p256dh", 100).replace("=", "");
        String secret = keys.text("auth", 50).replace("=", "");
        if (!KEY.matcher(key).matches() || !SECRET.matcher(secret).matches()) {
            throw Problem.at(ProblemCode.MALFORMED, "keys");
        }
        if (!isPushService(endpoint, hosts)) {
            throw Problem.at(ProblemCode.PUSH_REFUSED, "endpoint");
        }
        return new PushSubscription(endpoint, key, secret);
    }

    /** Whether it is an address of one of these hosts, by TLS at the usual port; a host with a port may go without. */
    private static boolean isPushService(String endpoint, List<String> hosts) {
        try {
            URI uri = new URI(endpoint);
            if (uri.getHost() == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
                return false;
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            boolean usual = uri.getScheme().equals("https") && (uri.getPort() < 0 || uri.getPort() == 443);
            return hosts.stream()
                    .anyMatch(allowed -> usual
                            ? allowed.equals(host)
                                    || (allowed.startsWith(ANY_BELOW) && host.endsWith(allowed.substring(1)))
                            : allowed.equals(host + ":" + uri.getPort()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
