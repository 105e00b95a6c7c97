package es.clave.challenge;

import es.clave.identity.OneTimeCode;
import es.clave.platform.KeyedHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What carries a request from the page to the phone and back. Nothing of it is kept: each is a keyed hash over the
 * request, its agency and its browser, whose key never leaves the server.
 */
final class AppTokens {

    private static final String SEPARATOR = ".";
    private static final String OPEN = "open";
    private static final Duration QR_LIFETIME = Duration.ofSeconds(AppRequests.QR_SECONDS);

    /** How far the clocks of two nodes may be apart. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    private static final int DIGITS = 1_000_000;

    private final KeyedHash keyedHash;

    AppTokens(KeyedHash keyedHash) {
        this.keyedHash = keyedHash;
    }

    /** A token that was read, not yet verified: verifying takes the request that it names. */
    record Read(String requestId, String what, String mac) {

        static Optional<Read> of(String token) {
            String[] parts = token.split("\\" + SEPARATOR, -1);
            return parts.length == 3 ? Optional.of(new Read(parts[0], parts[1], parts[2])) : Optional.empty();
        }

        boolean opens() {
            return what.equals(OPEN);
        }
    }

    String qr(AppRequest request, Instant now) {
        return token(request, Long.toString(now.toEpochMilli(), Character.MAX_RADIX));
    }

    String open(AppRequest request) {
        return token(request, OPEN);
    }

    private String token(AppRequest request, String what) {
        return String.join(SEPARATOR, request.id(), what, keyedHash.of(parts("scan", request, what)));
    }

    boolean isGenuine(Read token, AppRequest request) {
        return keyedHash.matches(token.mac(), parts("scan", request, token.what()));
    }

    /** Whether a genuine QR is still to be seen on the page, or was a moment ago. */
    boolean isFresh(Read token, Instant now) {
        if (token.opens()) {
            return true;
        }
        Instant shown = Instant.ofEpochMilli(Long.parseLong(token.what(), Character.MAX_RADIX));
        return !now.isAfter(shown.plus(QR_LIFETIME)) && !shown.isAfter(now.plus(CLOCK_SKEW));
    }

    String proofOfReturn(AppRequest request) {
        return keyedHash.of(parts("return", request, ""));
    }

    boolean isProofOfReturn(String proof, AppRequest request) {
        return keyedHash.matches(proof, parts("return", request, ""));
    }

    OneTimeCode digits(AppRequest request) {
        byte[] hash = Base64.getUrlDecoder().decode(keyedHash.of(parts("digits", request, "")));
        long number = Math.floorMod(ByteBuffer.wrap(hash).getLong(), (long) DIGITS);
        return OneTimeCode.parse("%06d".formatted(number)).orElseThrow();
    }

    private static String[] parts(String purpose, AppRequest request, String what) {
        return new String[] {purpose, request.realmId(), request.id(), request.agencyClientId(), request.browser(), what
        };
    }
}
