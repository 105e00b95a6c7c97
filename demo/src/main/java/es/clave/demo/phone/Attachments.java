package es.clave.demo.phone;

import es.clave.demo.web.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came with messages: files beside the outbox file, named in the links of a message as seen from there. */
final class Attachments {

    /** Where they are shown. */
    static final String PATH = "/attachment";

    private static final Pattern NAME = Pattern.compile("attachments/[A-Za-z0-9-]+/[^/\\\\.][^/\\\\]*?(\\.[a-z]+)?");
    private static final Map<String, String> MEDIA_TYPES =
            Map.of(".pdf", "application/pdf", ".ics", "text/calendar; charset=utf-8");

    private final Path folder;

    Attachments(Path outbox) {
        this.folder = outbox.toAbsolutePath().getParent();
    }

    /** Where a link of a message leads, for a browser. */
    String address(URI phone, String link) {
        return NAME.matcher(link).matches()
                ? phone + PATH + "?file=" + URLEncoder.encode(link, StandardCharsets.UTF_8)
                : link;
    }

    /** The file, if it came with a message. */
    Optional<Response> read(String name) throws IOException {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !Files.isRegularFile(folder.resolve(name))) {
            return Optional.empty();
        }
        String mediaType =
                MEDIA_TYPES.getOrDefault(Optional.ofNullable(matcher.group(1)).orElse(""), "application/octet-stream");
        return Optional.of(Response.of(200, mediaType, Files.readAllBytes(folder.resolve(name))));
    }
}
