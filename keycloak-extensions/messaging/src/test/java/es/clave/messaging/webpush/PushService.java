package es.clave.messaging.webpush;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import es.clave.messaging.Push;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A push service and the browser behind it: checks who calls as RFC 8292 says and decrypts what comes as RFC 8291 says,
 * written by those and not with the library that sends.
 */
final class PushService implements AutoCloseable {

    /** A message that was understood. */
    record Received(String text, int lifetimeSeconds, String urgency, JWTClaimsSet caller) {}

    private static final Pattern AUTHORIZATION = Pattern.compile("vapid t=(?<token>[^,]+), ?k=(?<key>.+)");
    private static final int KEY_ID_AT = 21;

    private final HttpServer server;
    private final ECKey key;
    private final byte[] secret = new byte[16];
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Optional<Integer> refusal = Optional.empty();

    PushService() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).generate();
        new SecureRandom().nextBytes(secret);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/send", this::take);
        server.start();
    }

    Push.Target subscription() {
        return new Push.Target(
                address() + "/send/1",
                Base64URL.encode(point(key)).toString(),
                Base64URL.encode(secret).toString());
    }

    String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    /** From now on answers this status and takes nothing. */
    void refuse(int status) {
        refusal = Optional.of(status);
    }

    List<Received> received() {
        return received;
    }

    private void take(HttpExchange exchange) throws IOException {
        int status = refusal.orElse(201);
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (refusal.isEmpty()) {
            try {
                received.add(new Received(
                        decrypt(body),
                        Integer.parseInt(exchange.getRequestHeaders().getFirst("TTL")),
                        exchange.getRequestHeaders().getFirst("Urgency"),
                        caller(exchange)));
            } catch (GeneralSecurityException | JOSEException | ParseException | RuntimeException wrong) {
                status = 400;
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static JWTClaimsSet caller(HttpExchange exchange) throws ParseException, JOSEException {
        Matcher header = AUTHORIZATION.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!header.matches()
                || !"aes128gcm".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            throw new IllegalArgumentException("not as RFC 8292 and 8188 have it");
        }
        byte[] point = new Base64URL(header.group("key")).decode();
        SignedJWT token = SignedJWT.parse(header.group("token"));
        if (!token.verify(new ECDSAVerifier(key(point)))) {
            throw new IllegalArgumentException("not signed by that key");
        }
        return token.getJWTClaimsSet();
    }

    private String decrypt(byte[] body) throws GeneralSecurityException, JOSEException {
        byte[] salt = Arrays.copyOf(body, 16);
        int keyLength = body[KEY_ID_AT - 1];
        byte[] sender = Arrays.copyOfRange(body, KEY_ID_AT, KEY_ID_AT + keyLength);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key.toECPrivateKey());
        agreement.doPhase(key(sender).toECPublicKey(), true);
        byte[] info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(key), sender);
        byte[] input = expand(hmac(secret, agreement.generateSecret()), info, 32);
        byte[] pseudoRandom = hmac(salt, input);
        byte[] contentKey =
                expand(pseudoRandom, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = expand(pseudoRandom, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(128, nonce));
        byte[] plain = cipher.doFinal(body, KEY_ID_AT + keyLength, body.length - KEY_ID_AT - keyLength);
        int end = plain.length;
        while (plain[end - 1] == 0) {
            end--;
        }
        if (plain[end - 1] != 2) {
            throw new IllegalArgumentException("the last record ends in 2");
        }
        return new String(plain, 0, end - 1, StandardCharsets.UTF_8);
    }

    private static byte[] expand(byte[] pseudoRandom, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(pseudoRandom, joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static ECKey key(byte[] point) {
        return new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                .build();
    }

    private static byte[] point(ECKey key) {
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(key.getX().decode())
                .put(key.getY().decode())
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
