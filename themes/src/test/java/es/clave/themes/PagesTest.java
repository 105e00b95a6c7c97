package es.clave.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in every language, rendered; they are left in {@code target/pages} to be looked at. */
class PagesTest {

    private static final Path PAGES = Path.of("target/pages");
    private static final Path ASSETS = Path.of("target/classes/theme/clave/login/resources");
    private static final int FIRST_VISIT_BYTES = 100 * 1024;
    private static final int LATER_VISIT_BYTES = 15 * 1024;
    private static final Pattern INLINE_CODE = Pattern.compile(
            "<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=|javascript:", Pattern.CASE_INSENSITIVE);

    static Stream<Arguments> pages() {
        return Bundle.LANGUAGES.stream()
                .flatMap(language -> SamplePage.all().map(page -> Arguments.of(page, language)));
    }

    static Stream<Path> templates() {
        return Templates.ours().stream();
    }

    @BeforeAll
    static void copyWhatThePagesLoad() throws IOException {
        Path resources = PAGES.resolve("resources");
        try (Stream<Path> files = Files.walk(ASSETS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = resources.resolve(ASSETS.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.createDirectories(resources.resolve("js"));
        for (String script : List.of("authChecker.js", "passwordVisibility.js")) {
            try (InputStream file =
                    PagesTest.class.getClassLoader().getResourceAsStream("theme/base/login/resources/js/" + script)) {
                Files.copy(file, resources.resolve("js").resolve(script), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void aPageIsSoundHtml(SamplePage page, String language) throws IOException {
        String html = new SampleRequest(language).render(page);
        Files.writeString(PAGES.resolve(page.name() + "." + language + ".html"), html);
        Document document = Jsoup.parse(html);

        assertThat(document.select("html").attr("lang")).isEqualTo(language);
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.select("main")).hasSize(1);
        assertThat(document.title()).endsWith("Cl@ve").doesNotContain("<", "&lt;p");
        assertThat(document.text()).as("the name that only Keycloak knows").doesNotContain("5f2c9a50");
        for (Element element : document.select("[aria-describedby]")) {
            for (String id : element.attr("aria-describedby").split(" ", -1)) {
                assertThat(document.getElementById(id)).as(id).isNotNull();
            }
        }
        if (page.ours()) {
            assertThat(html).as("where Keycloak puts inline code").doesNotContainIgnoringCase("</head>");
            assertThat(document.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(document.select("input:not([type=hidden])"))
                    .allSatisfy(input -> assertThat(document.select("label[for=" + input.id() + "]"))
                            .hasSize(1));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void ourPagesHaveNoInlineCode(SamplePage page, String language) {
        if (!page.ours()) {
            return;
        }
        Document document = Jsoup.parse(new SampleRequest(language).render(page));

        assertThat(document.select("style, [style], script:not([src])")).isEmpty();
        assertThat(document.getAllElements())
                .flatMap(element -> element.attributes().asList())
                .extracting(Attribute::getKey)
                .noneMatch(name -> name.startsWith("on"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void ourTemplatesHaveNoInlineCode(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern(INLINE_CODE);
    }

    @Test
    void errorsAreToldInTheTitleAndLinkedToTheirFields() {
        SamplePage wrong = SamplePage.all()
                .filter(page -> page.name().equals("clave-identify-wrong"))
                .findFirst()
                .orElseThrow();
        Document document = Jsoup.parse(new SampleRequest("es").render(wrong));

        assertThat(document.title()).startsWith("Error: ");
        assertThat(document.select("[role=alert] a").eachAttr("href")).containsExactly("#nationalId", "#contrastDatum");
        assertThat(document.select("input[aria-invalid=true]").eachAttr("id"))
                .containsExactly("nationalId", "contrastDatum");
        assertThat(document.getElementById("nationalId").val()).isEqualTo("12345678A");
    }

    @Test
    void theFirstPageIsLight() throws IOException {
        SamplePage identify = SamplePage.all().findFirst().orElseThrow();
        int page = compressed(new SampleRequest("es").render(identify).getBytes(StandardCharsets.UTF_8));
        int assets = 0;
        try (Stream<Path> files = Files.walk(PAGES.resolve("resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assets += compressed(Files.readAllBytes(file));
            }
        }

        assertThat(page).isLessThan(LATER_VISIT_BYTES);
        assertThat(page + assets).isLessThan(FIRST_VISIT_BYTES);
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size();
    }
}
