package es.clave.challenge;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as the cache keeps it: lines of text, each a name and a value, so that nodes of different versions read what
 * the other wrote.
 *
 * @param remembered whether the next request is judged by whether this one was answered
 */
record StoredRequest(AppRequest request, boolean remembered, String returnTo, int triesLeft) {

    /** How long it is kept after its end, so that page and app can say what became of it. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private static final Duration REMEMBERED = Duration.ofHours(1);

    Duration lifespan(Instant now) {
        Duration rest = Duration.between(now, request.expiresAt());
        return (rest.isNegative() ? Duration.ZERO : rest).plus(remembered ? REMEMBERED : KEPT);
    }

    /** The same; over, if its time is. */
    StoredRequest at(Instant now) {
        boolean ends =
                switch (request.state()) {
                    case WAITING, SCANNED, CONFIRMED -> true;
                    case CLAIMED, REJECTED, EXHAUSTED, WITHDRAWN, EXPIRED -> false;
                };
        return ends && !now.isBefore(request.expiresAt()) ? in(AppRequest.State.EXPIRED) : this;
    }

    StoredRequest in(AppRequest.State state) {
        return with(request.device(), request.samePhone(), request.anotherScanned(), request.expiresAt(), state);
    }

    StoredRequest scannedBy(AppDevice device, boolean samePhone) {
        return with(
                Optional.of(device),
                samePhone,
                request.anotherScanned(),
                request.expiresAt(),
                AppRequest.State.SCANNED);
    }

    StoredRequest answeredBy(AppDevice device, Instant until, AppRequest.State state) {
        return with(Optional.of(device), request.samePhone(), request.anotherScanned(), until, state);
    }

    StoredRequest withAnotherScanner() {
        return with(request.device(), request.samePhone(), true, request.expiresAt(), request.state());
    }

    StoredRequest withOneTryLess() {
        return new StoredRequest(request, remembered, returnTo, triesLeft - 1);
    }

    private StoredRequest with(
            Optional<AppDevice> device,
            boolean samePhone,
            boolean anotherScanned,
            Instant expiresAt,
            AppRequest.State state) {
        return new StoredRequest(
                request.with(device, samePhone, anotherScanned, expiresAt, state), remembered, returnTo, triesLeft);
    }

    String write() {
        Map<String, String> values = new TreeMap<>();
        values.put("id", request.id());
        values.put("realm", request.realmId());
        values.put("kind", request.kind().name());
        request.userId().ifPresent(user -> values.put("user", user));
        values.put("agency", request.agencyClientId());
        values.put("agencyName", request.agencyName());
        values.put("service", request.service());
        values.put("place", request.place());
        values.put("asked", Long.toString(request.askedAt().toEpochMilli()));
        values.put("expires", Long.toString(request.expiresAt().toEpochMilli()));
        request.device().ifPresent(device -> {
            values.put("device", device.id());
            values.put("deviceName", device.name());
            values.put("deviceUser", device.userId());
        });
        values.put("samePhone", Boolean.toString(request.samePhone()));
        values.put("anotherScanned", Boolean.toString(request.anotherScanned()));
        values.put("state", request.state().name());
        values.put("browser", request.browser());
        values.put("remembered", Boolean.toString(remembered));
        values.put("returnTo", returnTo);
        values.put("tries", Integer.toString(triesLeft));
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    static StoredRequest read(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            values.put(
                    line.substring(0, equals), URLDecoder.decode(line.substring(equals + 1), StandardCharsets.UTF_8));
        }
        Optional<AppDevice> device = Optional.ofNullable(values.get("device"))
                .map(id -> new AppDevice(id, values.get("deviceName"), values.get("deviceUser")));
        return new StoredRequest(
                new AppRequest(
                        values.get("id"),
                        values.get("realm"),
                        AppRequest.Kind.valueOf(values.get("kind")),
                        Optional.ofNullable(values.get("user")),
                        values.get("agency"),
                        values.get("agencyName"),
                        values.get("service"),
                        values.get("place"),
                        instant(values.get("asked")),
                        instant(values.get("expires")),
                        values.get("browser"),
                        device,
                        Boolean.parseBoolean(values.get("samePhone")),
                        Boolean.parseBoolean(values.get("anotherScanned")),
                        AppRequest.State.valueOf(values.get("state"))),
                Boolean.parseBoolean(values.get("remembered")),
                values.get("returnTo"),
                Integer.parseInt(values.get("tries")));
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    @Override
    public String toString() {
        return "StoredRequest[" + request + "]";
    }
}
