package es.clave.registry;

/**
 * Where a sleeping app is reached: a subscription of the Push API, as the browser gives it.
 *
 * @param endpoint address at the push service (RFC 8030), of {@link #ENDPOINT_LENGTH} characters at most
 * @param key the receiver's public key, {@code p256dh} (RFC 8291), base64url
 * @param secret the authentication secret, {@code auth} (RFC 8291), base64url
 */
public record PushSubscription(String endpoint, String key, String secret) {

    /** The longest address that is kept. */
    public static final int ENDPOINT_LENGTH = 1000;

    @Override
    public String toString() {
        return "PushSubscription[****]";
    }
}
