package es.clave.realm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of which realms are made: JSON with comments, whose name ends in {@code .jsonc}. */
final class Pieces {

    private static final String SUFFIX = ".jsonc";

    private final Path folder;
    private final ObjectReader reader = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader()
            .without(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    Pieces(Path folder) {
        this.folder = folder;
    }

    /** The pieces directly in a subfolder, by name; none where there is no such folder. */
    List<ObjectNode> in(String subfolder) {
        return paths(subfolder).stream().map(this::read).toList();
    }

    /** The names of the pieces directly in a subfolder. */
    List<String> names(String subfolder) {
        return paths(subfolder).stream()
                .map(path -> path.getFileName().toString())
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
    }

    /** One piece, by its path without the suffix. */
    ObjectNode piece(String name) {
        return read(folder.resolve(name + SUFFIX));
    }

    private List<Path> paths(String subfolder) {
        Path in = folder.resolve(subfolder);
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode read(Path file) {
        try {
            JsonNode content = reader.readTree(Files.readString(file));
            if (content instanceof ObjectNode piece) {
                return piece;
            }
            throw new IllegalArgumentException(file + " is not a JSON object");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
