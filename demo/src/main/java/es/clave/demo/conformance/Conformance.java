package es.clave.demo.conformance;

import es.clave.demo.KeyFiles;
import es.clave.demo.taxagency.SamlSettings;
import es.clave.demo.taxagency.SigningKey;
import es.clave.demo.taxagency.TaxAgency;
import es.clave.demo.townhall.OidcSettings;
import es.clave.demo.townhall.TownHall;
import es.clave.demo.web.Language;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The examination of agencies as part of a web server of the demo, at {@code /conformance}. */
public final class Conformance {

    private static final String LEAST_LEVEL = "substantial";

    private final String password = UUID.randomUUID().toString();
    private final Clock clock;
    private final OidcExamination oidc;
    private final SamlExamination saml;
    private final Clave2Examination clave2;
    private final ConformancePages pages = new ConformancePages();
    private final Map<String, SigningKey> known = new HashMap<>();

    /** Adds it to a server. */
    public Conformance(WebServer server, Clock clock) {
        this.clock = clock;
        this.oidc = new OidcExamination(server, clock);
        this.saml = new SamlExamination(server, () -> key("provider"), () -> key("forger"), clock);
        this.clave2 = new Clave2Examination(server, () -> key("provider"), () -> key("forger"), clock);
        server.get("/conformance", this::start)
                .post("/conformance/demo", this::examineDemo)
                .post("/conformance/own", this::examineOwn)
                .resource("/conformance/style.css", Conformance.class, "style.css", "text/css; charset=utf-8");
    }

    private Response start(Request request) {
        return start(request.query("lang"), List.of());
    }

    private Response start(Optional<String> language, List<String> mistakes) {
        return Response.page(
                mistakes.isEmpty() ? 200 : 400,
                pages.start(
                        oidc.issuer().toString(),
                        saml.entityId().toString(),
                        saml.metadataAddress().toString(),
                        clave2,
                        mistakes,
                        language(language)));
    }

    private Response examineDemo(Request request) throws InterruptedException {
        Language in = language(request.field("lang"));
        return switch (request.field("agency").orElse("")) {
            case "saml" -> taxAgency(in);
            case "clave2" -> taxAgencyByClave2(in);
            default -> townHall(in);
        };
    }

    /** A town hall like the demo's, which trusts this provider. */
    private Response townHall(Language in) throws InterruptedException {
        OidcSettings settings =
                new OidcSettings(oidc.issuer(), "town-hall", UUID.randomUUID().toString());
        try (TownHall agency = TownHall.open(0, settings, clock)) {
            return results(
                    in.say("Ayuntamiento de Villaclara", "Town hall of Villaclara"),
                    oidc,
                    agency.baseUrl(),
                    "/login",
                    in);
        }
    }

    private Response taxAgency(Language in) throws InterruptedException {
        SamlSettings settings = new SamlSettings(saml.entityId(), saml.metadataAddress(), key("agency"));
        try (TaxAgency agency = TaxAgency.open(0, settings, clock)) {
            return results(in.say("Agencia de Tributos", "Tax agency"), saml, agency.baseUrl(), "/login", in);
        }
    }

    private Response taxAgencyByClave2(Language in) throws InterruptedException {
        SamlSettings settings = new SamlSettings(clave2.issuer(), saml.metadataAddress(), key("agency"));
        try (TaxAgency agency = TaxAgency.open(0, settings, clock)) {
            return results(
                    in.say("Agencia de Tributos, con Cl@ve 2", "Tax agency, by Cl@ve 2"),
                    clave2,
                    agency.baseUrl(),
                    "/clave2/login",
                    in);
        }
    }

    private Response results(String name, Examination examination, URI agency, String login, Language in)
            throws InterruptedException {
        Candidate candidate = new Candidate(
                URI.create(agency + login), Map.of("level", LEAST_LEVEL, "data", "identity"), URI.create(agency + "/"));
        return Response.page(200, pages.results(name, examination.examine(candidate), in));
    }

    private Response examineOwn(Request request) throws InterruptedException {
        Language in = language(request.field("lang"));
        List<String> mistakes = new ArrayList<>();
        Optional<URI> start = address(request, "start");
        Optional<URI> page = address(request, "page");
        if (start.isEmpty()) {
            mistakes.add(in.say(
                    "Escriba la dirección donde empieza el acceso: http:// o https://…",
                    "Type the address where a login begins: http:// or https://…"));
        }
        if (page.isEmpty()) {
            mistakes.add(in.say(
                    "Escriba la dirección de la página que dice quién ha entrado.",
                    "Type the address of the page that tells who is logged in."));
        }
        if (!mistakes.isEmpty()) {
            return start(request.field("lang"), mistakes);
        }
        Examination examination =
                switch (request.field("protocol").orElse("")) {
                    case "saml" -> saml;
                    case "clave2" -> clave2;
                    default -> oidc;
                };
        Candidate candidate = new Candidate(
                start.get(), AgencyBrowser.parameters(request.field("form").orElse("")), page.get());
        return Response.page(200, pages.results(start.get().toString(), examination.examine(candidate), in));
    }

    private static Optional<URI> address(Request request, String field) {
        try {
            return request.field(field)
                    .map(String::strip)
                    .map(URI::create)
                    .filter(uri -> uri.getHost() != null
                            && String.valueOf(uri.getScheme()).matches("https?"));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Language language(Optional<String> tag) {
        return tag.flatMap(Language::ofTag).orElse(Language.ES);
    }

    /** Made when first needed: nobody waits for keys who examines no agency. */
    private synchronized SigningKey key(String name) {
        return known.computeIfAbsent(name, this::newKey);
    }

    private SigningKey newKey(String name) {
        try {
            Path file = Files.createTempDirectory("conformance").resolve(name + ".p12");
            SigningKey key = SigningKey.in(KeyFiles.forSigning(file, password, name), password);
            Files.delete(file);
            Files.delete(file.getParent());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
