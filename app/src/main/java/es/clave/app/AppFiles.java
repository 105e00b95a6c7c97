package es.clave.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the app, for a server that hands them out from its class path. */
public final class AppFiles {

    /** The one file that differs from place to place: it says where the server is. */
    public static final String CONFIG = "config.json";

    /** The file that is shown where none is named. */
    public static final String START = "index.html";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png");

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(?:/[a-z0-9-]+)*\\.([a-z]+)");

    private AppFiles() {}

    /**
     * One of them.
     *
     * @param path relative to the app's address; it may be anything that a browser asks for
     */
    public static Optional<AppFile> read(String path) {
        Matcher name = NAME.matcher(path);
        if (!name.matches() || !TYPES.containsKey(name.group(1))) {
            return Optional.empty();
        }
        try (InputStream in = AppFiles.class.getResourceAsStream("web/" + path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new AppFile(TYPES.get(name.group(1)), in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@link #CONFIG} for this place.
     *
     * @param realm the address of the realm, {@code https://…/realms/clave}
     */
    public static AppFile config(URI realm) {
        String json = "{ \"api\": \"" + realm.toASCIIString() + "/app/v1\" }\n";
        return new AppFile(TYPES.get("json"), json.getBytes(StandardCharsets.UTF_8));
    }

    /** The header {@code Content-Security-Policy} of every file: nothing from elsewhere, and calls to the server only. */
    public static String contentSecurityPolicy(URI realm) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self';"
                + " worker-src 'self'; connect-src 'self' " + realm.getScheme() + "://" + realm.getRawAuthority()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
