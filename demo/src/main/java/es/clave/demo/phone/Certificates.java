package es.clave.demo.phone;

import es.clave.demo.web.Html;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The certificates of the demo, to be fetched and imported; with how that is done. */
final class Certificates {

    static final String PATH = "/certificates";
    static final String FILE_PATH = "/certificate";

    private final List<CertificateFile> files;
    private final String password;

    Certificates(List<CertificateFile> files, String password) {
        this.files = List.copyOf(files);
        this.password = password;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The list, in the frame that the pages of the phone have. */
    Response list(BiFunction<String, Html, Html> frame) {
        List<Html> items = files.stream()
                .map(file -> Html.of(
                        "<li><a href=\"{}?file={}\" download>{}</a><br>{}, {}</li>",
                        FILE_PATH,
                        file.name(),
                        file.name(),
                        file.holder(),
                        file.what()))
                .toList();
        return Response.page(200, frame.apply("Certificados", Html.of("""
                                <main id="main">
                                  <div class="certificates">
                                    <h1>Certificados de la demostración</h1>
                                    <p>Los ha emitido, en este ordenador, un prestador inventado en el que solo confía esta
                                      demostración. La contraseña de todos es <strong>{}</strong>.</p>
                                    <ul>{}</ul>
                                    <h2>Cómo importarlos</h2>
                                    <ul>
                                      <li>Firefox: Ajustes, Privacidad y seguridad, Ver certificados, Sus certificados, Importar.</li>
                                      <li>Chrome y Edge en Windows o macOS: abra el archivo y siga al asistente del sistema.</li>
                                      <li>Chromium y Chrome en Linux: Configuración, Privacidad y seguridad, Seguridad, Gestionar
                                        certificados, Sus certificados, Importar.</li>
                                    </ul>
                                    <p>La primera vez, el navegador avisa de que no conoce la dirección segura de la demostración:
                                      acéptela. Recuerda el certificado que elige hasta que se cierran todas sus ventanas.</p>
                                    <p><a href="/">Volver a los mensajes</a></p>
                                  </div>
                                </main>
                                """, password, items)));
    }

    /** One of them, and no other file. */
    Optional<Response> file(Request request) throws IOException {
        Optional<CertificateFile> asked = request.query("file")
                .flatMap(name ->
                        files.stream().filter(file -> file.name().equals(name)).findFirst());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Response.of(
                        200,
                        "application/x-pkcs12",
                        Files.readAllBytes(asked.get().file()))
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + asked.get().name() + "\""));
    }
}
