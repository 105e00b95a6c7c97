package es.clave.demo.taxagency;

import es.clave.demo.agency.Ask;
import es.clave.demo.agency.Outcome;
import es.clave.demo.agency.Refusal;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.clave2.LogoutMessage;
import es.clave.demo.clave2.NotBelieved;
import es.clave.demo.web.Html;
import es.clave.demo.web.Language;
import es.clave.demo.web.Request;
import es.clave.demo.web.Response;
import es.clave.demo.web.Sessions;
import es.clave.demo.web.Sessions.Session;
import es.clave.demo.web.WebServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.LogoutResponse;

/** The example tax agency: a web application that lets citizens in with Cl@ve over SAML 2.0 or, side by side, Cl@ve 2. */
public final class TaxAgency implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TaxAgency.class.getName());
    private static final int ID_BYTES = 20;
    /** SAML 2.0 Bindings, 3.5.3. */
    private static final int LONGEST_RELAY_STATE = 80;

    private final WebServer server;
    private final Sessions<Visitor> sessions;
    private final SigningKey key;
    private final ServiceProvider self;
    private final IdentityProvider identityProvider;
    private final AuthnRequests requests;
    private final ResponseCheck responses;
    private final SingleLogout singleLogout;
    private final Clave2 clave2;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TaxPages pages = new TaxPages();

    private TaxAgency(int port, SamlSettings settings, Clock clock) {
        this.clock = clock;
        this.key = settings.key();
        this.sessions = new Sessions<>("tributos", clock);
        this.server = WebServer.open(
                "tax-agency",
                port,
                (status, request) -> Response.page(status, pages.problem(status, language(request))));
        this.self = ServiceProvider.at(server.baseUrl());
        this.identityProvider = new IdentityProvider(settings, clock);
        this.requests = new AuthnRequests(self, key);
        this.responses = new ResponseCheck(self, identityProvider, clock);
        this.singleLogout = new SingleLogout(self, identityProvider, key, clock);
        this.clave2 = new Clave2(settings, server.baseUrl(), clock);
        server.formsLeadTo(identityProvider.origin())
                .get("/", this::home)
                .get("/language", this::changeLanguage)
                .get("/metadata", this::metadata)
                .post("/login", this::login)
                .postFromElsewhere("/acs", this::assertionConsumerService)
                .post("/clave2/login", this::loginByClave2)
                .postFromElsewhere("/clave2/return", this::returnFromClave2)
                .postFromElsewhere("/clave2/logged-out", this::loggedOutByClave2)
                .post("/logout", this::logout)
                .postFromElsewhere("/slo", this::singleLogoutService)
                .get("/logged-out", request -> Response.page(200, pages.loggedOut(language(request))))
                .get("/logged-out-here", request -> Response.page(200, pages.loggedOutHereOnly(language(request))))
                .resource("/style.css", TaxAgency.class, "style.css", "text/css; charset=utf-8")
                .resource("/post.js", TaxAgency.class, "post.js", "text/javascript; charset=utf-8")
                .resource("/mark.svg", TaxAgency.class, "mark.svg", "image/svg+xml");
    }

    /**
     * Opens the agency's doors.
     *
     * @param port of this machine; 0 for any free one
     */
    public static TaxAgency open(int port, SamlSettings settings, Clock clock) {
        TaxAgency agency = new TaxAgency(port, settings, clock);
        agency.server.start();
        return agency;
    }

    /** Where citizens find it. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    @Override
    public void close() {
        server.close();
    }

    private Response home(Request request) {
        Language in = language(request);
        Html page = sessions.find(request)
                .flatMap(session -> session.content().citizen())
                .map(citizen -> pages.file(citizen, in))
                .orElseGet(() -> pages.welcome(in));
        return Response.page(200, page);
    }

    private Response changeLanguage(Request request) {
        Session<Visitor> session = sessions.findOrOpen(request, Visitor::new);
        request.query("to").flatMap(Language::ofTag).ifPresent(session.content()::language);
        return sessions.carry(Response.redirect("/"), session);
    }

    private Response metadata(Request request) {
        byte[] xml = ServiceProviderMetadata.of(self, key).getBytes(StandardCharsets.UTF_8);
        return Response.of(200, "application/samlmetadata+xml", xml);
    }

    private Response login(Request request) throws InterruptedException {
        Session<Visitor> session = sessions.findOrOpen(request, Visitor::new);
        Language in = session.content().language();
        LoginAttempt attempt = new LoginAttempt(newId(), Ask.chosenIn(request), clock.instant());
        try {
            URI destination = identityProvider.described().singleSignOn();
            String message = base64(requests.make(attempt, destination));
            session.content().sent(attempt);
            return sessions.carry(Response.page(200, pages.post(destination, "SAMLRequest", message, "", in)), session);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Cl@ve cannot be reached", e);
            Refusal refusal = new Refusal(Refusal.Kind.UNREACHABLE, "unreachable", e.toString());
            return sessions.carry(Response.page(502, pages.refused(refusal, attempt.ask(), in)), session);
        }
    }

    private Response loginByClave2(Request request) {
        Session<Visitor> session = sessions.findOrOpen(request, Visitor::new);
        Ask ask = Ask.chosenIn(request);
        LoginRequest message = clave2.request(ask);
        session.content().sent(new LoginAttempt(message.id(), ask, clock.instant()));
        return sessions.carry(
                Response.page(
                        200,
                        pages.post(
                                clave2.serviceProvider(),
                                "SAMLRequest",
                                message.base64(),
                                message.id(),
                                session.content().language())),
                session);
    }

    private Response returnFromClave2(Request request) throws InterruptedException {
        Language in = language(request);
        Optional<Session<Visitor>> session = sessions.find(request);
        Optional<LoginAttempt> attempt =
                session.flatMap(current -> request.field("RelayState").flatMap(current.content()::cameBack));
        if (attempt.isEmpty()) {
            Refusal refusal = new Refusal(
                    Refusal.Kind.NOT_TRUSTED, "unsolicited", "no login that this answers was started in this browser");
            return refused(refusal, Ask.usual(), 400, in);
        }
        return answered(
                clave2.check(request.field("SAMLResponse").orElse(""), attempt.get()),
                session,
                attempt.get().ask(),
                in);
    }

    private Response loggedOutByClave2(Request request) throws IOException, InterruptedException {
        Optional<String> expected =
                sessions.find(request).flatMap(session -> session.content().cameBackFromLeaving());
        try {
            if (expected.isEmpty()) {
                throw Untrusted.because("unsolicited", "no logout that this answers was begun in this browser");
            }
            clave2.checkLogout(request.field("logoutResponse").orElse(""), expected.get());
            return Response.redirect("/logged-out");
        } catch (Untrusted | NotBelieved e) {
            LOG.log(Level.WARNING, "logout answer refused: {0}", e.getMessage());
            return Response.redirect("/logged-out-here");
        }
    }

    private Response answered(Outcome<TaxCitizen> outcome, Optional<Session<Visitor>> session, Ask ask, Language in) {
        if (outcome instanceof Outcome.Identified<TaxCitizen> identified) {
            session.ifPresent(sessions::close);
            Session<Visitor> fresh = sessions.open(Visitor.loggedIn(identified.citizen(), in));
            return sessions.carry(Response.redirect("/"), fresh);
        }
        Refusal refusal = ((Outcome.Refused<TaxCitizen>) outcome).refusal();
        return refused(refusal, ask, refusal.status(), in);
    }

    private Response assertionConsumerService(Request request) throws InterruptedException {
        Language in = language(request);
        Optional<Session<Visitor>> session = sessions.find(request);
        org.opensaml.saml.saml2.core.Response response;
        try {
            response = message(request, "SAMLResponse", org.opensaml.saml.saml2.core.Response.class);
        } catch (IOException e) {
            return refused(new Refusal(Refusal.Kind.NOT_TRUSTED, "malformed", e.getMessage()), Ask.usual(), 400, in);
        }
        // An answer to a request that this very browser was sent with, and no other (login CSRF, unsolicited
        // responses).
        Optional<LoginAttempt> attempt = session.flatMap(
                current -> Optional.ofNullable(response.getInResponseTo()).flatMap(current.content()::cameBack));
        if (attempt.isEmpty()) {
            Refusal refusal = new Refusal(
                    Refusal.Kind.NOT_TRUSTED, "unsolicited", "no login that this answers was started in this browser");
            return refused(refusal, Ask.usual(), 400, in);
        }
        return answered(
                responses.check(response, attempt.get()), session, attempt.get().ask(), in);
    }

    private Response refused(Refusal refusal, Ask ask, int status, Language in) {
        LOG.log(Level.WARNING, "login refused: {0} {1} {2}", refusal.kind(), refusal.code(), refusal.detail());
        return Response.page(status, pages.refused(refusal, ask, in));
    }

    /** Ends the session here, then at Cl@ve, which tells the other agencies. */
    private Response logout(Request request) throws IOException, InterruptedException {
        Optional<Session<Visitor>> session = sessions.find(request);
        Optional<TaxCitizen> citizen =
                session.flatMap(current -> current.content().citizen());
        session.ifPresent(sessions::close);
        if (citizen.isEmpty()) {
            return sessions.drop(Response.redirect("/"));
        }
        Language in = language(session);
        if (citizen.get().protocol() == TaxCitizen.Protocol.CLAVE2) {
            LogoutMessage logout = clave2.logout();
            Session<Visitor> leaving = sessions.open(Visitor.leaving(logout.id(), in));
            return sessions.carry(
                    Response.page(200, pages.post(clave2.logoutAction(), "logoutRequest", logout.base64(), "", in)),
                    leaving);
        }
        String id = newId();
        URI destination = identityProvider.described().singleLogout();
        String message = base64(singleLogout.request(id, citizen.get(), destination));
        Session<Visitor> leaving = sessions.open(Visitor.leaving(id, in));
        return sessions.carry(Response.page(200, pages.post(destination, "SAMLRequest", message, "", in)), leaving);
    }

    /** Cl@ve's answer to a logout begun here, or its word that one was begun elsewhere. */
    private Response singleLogoutService(Request request) throws IOException, InterruptedException {
        try {
            return request.field("SAMLResponse").isPresent() ? logoutAnswered(request) : logoutAsked(request);
        } catch (Untrusted e) {
            LOG.log(Level.WARNING, "logout message refused: {0}", e.getMessage());
            return Response.page(400, pages.problem(400, language(request)));
        }
    }

    private Response logoutAnswered(Request request) throws InterruptedException {
        Optional<String> expected =
                sessions.find(request).flatMap(session -> session.content().cameBackFromLeaving());
        try {
            if (expected.isEmpty()) {
                throw Untrusted.because("unsolicited", "no logout that this answers was begun in this browser");
            }
            singleLogout.verifyAnswer(message(request, "SAMLResponse", LogoutResponse.class), expected.get());
            return Response.redirect("/logged-out");
        } catch (Untrusted | IOException e) {
            LOG.log(Level.WARNING, "logout answer refused: {0}", e.getMessage());
            return Response.redirect("/logged-out-here");
        }
    }

    private Response logoutAsked(Request request) throws Untrusted, IOException, InterruptedException {
        LogoutRequest message;
        try {
            message = message(request, "SAMLRequest", LogoutRequest.class);
        } catch (IOException e) {
            throw Untrusted.because("malformed", String.valueOf(e.getMessage()));
        }
        SingleLogout.Ended ended = singleLogout.verifyRequest(message);
        // By what Cl@ve names, not by the cookie: the message may come from the server, or without cookies.
        sessions.closeAll(visitor -> visitor.citizen().filter(ended::means).isPresent());
        URI destination = identityProvider.described().singleLogout();
        String answer = base64(singleLogout.answer(newId(), ended, destination));
        String relayState = request.field("RelayState")
                .filter(value -> value.length() <= LONGEST_RELAY_STATE)
                .orElse("");
        return Response.page(200, pages.post(destination, "SAMLResponse", answer, relayState, language(request)));
    }

    private static <T extends XMLObject> T message(Request request, String field, Class<T> type) throws IOException {
        byte[] xml;
        try {
            xml = Base64.getMimeDecoder().decode(request.field(field).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IOException("not Base64", e);
        }
        XMLObject message = SamlXml.get().read(xml);
        if (!type.isInstance(message)) {
            throw new IOException("not a " + type.getSimpleName());
        }
        return type.cast(message);
    }

    private static String base64(XMLObject message) {
        return Base64.getEncoder().encodeToString(SamlXml.get().write(message).getBytes(StandardCharsets.UTF_8));
    }

    /** At least 128 random bits (SAML 2.0 Core, 1.3.4), and an NCName. */
    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }

    private Language language(Request request) {
        return language(sessions.find(request));
    }

    private static Language language(Optional<Session<Visitor>> session) {
        return session.map(current -> current.content().language()).orElse(Language.ES);
    }
}
