package es.clave.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts of a theme in one language, read the way Keycloak reads them. */
final class Bundle {

    static final List<String> LANGUAGES = List.of("es", "ca", "eu", "gl", "en");

    private Bundle() {}

    /** Our own words. */
    static SortedMap<String, String> own(String language) {
        return read("theme/clave/login/messages/messages_" + language + ".properties");
    }

    /** What we add to Keycloak's texts. */
    static SortedMap<String, String> stockAdded(String language) {
        return read("theme/clave-stock/login/messages/messages_" + language + ".properties");
    }

    /** Keycloak's own texts. */
    static SortedMap<String, String> stock(String language) {
        return read("theme/base/login/messages/messages_" + language + ".properties");
    }

    /** What a page in this language can say, without falling back to another. */
    static Map<String, String> all(String language) {
        Map<String, String> texts = new LinkedHashMap<>(stock(language));
        texts.putAll(stockAdded(language));
        texts.putAll(own(language));
        return texts;
    }

    private static SortedMap<String, String> read(String path) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (InputStream file = Bundle.class.getClassLoader().getResourceAsStream(path)) {
            if (file != null) {
                PropertyResourceBundle bundle = new PropertyResourceBundle(file);
                bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
