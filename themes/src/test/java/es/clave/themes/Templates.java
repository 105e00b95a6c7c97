package es.clave.themes;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The templates of the theme and of those under it, rendered the way Keycloak renders them. */
final class Templates {

    static final Path LOGIN = Path.of("src/main/resources/theme/clave/login");

    private static final ClassLoader CLASSES = Templates.class.getClassLoader();
    private static final Configuration FREEMARKER = configuration();

    private Templates() {}

    /** The templates written here. */
    static List<Path> ours() {
        try (Stream<Path> files = Files.list(LOGIN)) {
            return files.filter(file -> file.toString().endsWith(".ftl"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the page looks like with these values. */
    static String render(String template, Map<String, Object> values) {
        StringWriter page = new StringWriter();
        try {
            FREEMARKER.getTemplate(template, "UTF-8").process(values, page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (TemplateException wrong) {
            throw new IllegalStateException(template, wrong);
        }
        return page.toString();
    }

    /** The properties of the theme, those of its parents included. */
    static Properties properties() {
        Properties properties = new Properties();
        for (String theme : List.of("base", "clave-stock", "clave")) {
            try (InputStream file = CLASSES.getResourceAsStream("theme/" + theme + "/login/theme.properties")) {
                properties.load(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        properties.replaceAll((key, value) -> value.toString().replaceAll("\\$\\{[^:}]+:([^}]*)}", "$1"));
        return properties;
    }

    private static Configuration configuration() {
        Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setLocalizedLookup(false);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
            new ClassTemplateLoader(CLASSES, "theme/clave/login"), new ClassTemplateLoader(CLASSES, "theme/base/login")
        }));
        return freemarker;
    }
}
