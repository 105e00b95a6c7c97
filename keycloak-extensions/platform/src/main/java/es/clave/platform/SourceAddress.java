package es.clave.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Base64;
import org.keycloak.common.ClientConnection;

/**
 * Where a request comes from, as limits see it: an IPv4 address, or the network of 64 bits that one subscriber of IPv6
 * has at the least.
 */
public final class SourceAddress {

    private static final int SUBSCRIBER_NETWORK_BYTES = 8;

    private SourceAddress() {}

    /** A text that is the same for requests from the same source. */
    public static String of(ClientConnection connection) {
        String address = connection.getRemoteAddr();
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            // An IPv4 address written as IPv6 comes out with four bytes: it is a source of its own.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Base64.getEncoder()
                    .encodeToString(Arrays.copyOf(bytes, Math.min(bytes.length, SUBSCRIBER_NETWORK_BYTES)));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
