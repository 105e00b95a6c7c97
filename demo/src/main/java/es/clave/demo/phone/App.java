package es.clave.demo.phone;

import es.clave.app.AppFile;
import es.clave.app.AppFiles;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.net.URI;
import java.util.Optional;

/** APP Cl@ve on the phone: its files, told where Cl@ve is. */
final class App {

    /** Where it is on the phone. */
    static final String PATH = "/app/";

    private final URI realm;

    App(URI realm) {
        this.realm = realm;
    }

    void installOn(WebServer phone) {
        phone.folder(PATH, this::file).get("/app", request -> Response.redirect(PATH));
    }

    private Response file(Request request) {
        String path = request.uri().getPath().substring(PATH.length());
        Optional<AppFile> file = path.equals(AppFiles.CONFIG)
                ? Optional.of(AppFiles.config(realm))
                : AppFiles.read(path.isEmpty() ? AppFiles.START : path);
        return file.map(found -> Response.of(200, found.contentType(), found.content()))
                .orElseGet(() -> Response.empty(404))
                .with("Content-Security-Policy", AppFiles.contentSecurityPolicy(realm))
                .with("Cache-Control", "no-cache")
                .with("Permissions-Policy", "camera=(self), publickey-credentials-get=(self)")
                .with("Referrer-Policy", "no-referrer");
    }
}
