package es.clave.demo.townhall;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import es.clave.demo.agency.Ask;
import es.clave.demo.agency.Outcome;
import es.clave.demo.agency.Refusal;
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
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/** The town hall of Villaclara: a web application that lets citizens in with Cl@ve over OpenID Connect. */
public final class TownHall implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TownHall.class.getName());

    private final WebServer server;
    private final OpenIdProvider provider;
    private final CodeFlow flow;
    private final Sessions<Visitor> sessions;
    private final Clock clock;
    private final TownHallPages pages = new TownHallPages();

    private TownHall(int port, OidcSettings settings, Clock clock) {
        this.clock = clock;
        this.sessions = new Sessions<>("villaclara", clock);
        this.provider = new OpenIdProvider(settings, clock);
        this.server = WebServer.open(
                "town-hall",
                port,
                (status, request) -> Response.page(status, pages.problem(status, language(request))));
        this.flow = new CodeFlow(settings, provider, url("/callback"));
        server.formsLeadTo(origin(settings.issuer()))
                .get("/", this::home)
                .get("/language", this::changeLanguage)
                .post("/login", this::login)
                .get("/callback", this::callback)
                .post("/logout", this::logout)
                .get("/logged-out", this::loggedOut)
                .postFromElsewhere("/backchannel-logout", this::backChannelLogout)
                .resource("/style.css", TownHall.class, "style.css", "text/css; charset=utf-8")
                .resource("/crest.svg", TownHall.class, "crest.svg", "image/svg+xml");
    }

    /**
     * Opens the town hall's doors.
     *
     * @param port of this machine; 0 for any free one
     */
    public static TownHall open(int port, OidcSettings settings, Clock clock) {
        TownHall townHall = new TownHall(port, settings, clock);
        townHall.server.start();
        return townHall;
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
                .map(citizen -> pages.folder(citizen, in))
                .orElseGet(() -> pages.welcome(in));
        return Response.page(200, page);
    }

    private Response changeLanguage(Request request) {
        Session<Visitor> session = sessions.findOrOpen(request, Visitor::new);
        request.query("to").flatMap(Language::ofTag).ifPresent(session.content()::language);
        return sessions.carry(Response.redirect("/"), session);
    }

    private Response login(Request request) {
        Session<Visitor> session = sessions.findOrOpen(request, Visitor::new);
        Language in = session.content().language();
        LoginAttempt attempt = LoginAttempt.of(Ask.chosenIn(request), clock.instant());
        try {
            URI clave = flow.authenticationRequest(attempt, in);
            session.content().sent(attempt);
            return sessions.carry(Response.redirect(clave), session);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Cl@ve cannot be reached", e);
            Refusal refusal = new Refusal(Refusal.Kind.UNREACHABLE, "unreachable", e.toString());
            return sessions.carry(Response.page(502, pages.refused(refusal, attempt.ask(), in)), session);
        }
    }

    private Response callback(Request request) {
        Language in = language(request);
        Optional<Session<Visitor>> session = sessions.find(request);
        // The state ties the answer to a request that this very browser was sent with (login CSRF).
        Optional<LoginAttempt> attempt =
                session.flatMap(current -> request.query("state").flatMap(current.content()::cameBack));
        if (attempt.isEmpty()) {
            LOG.log(Level.WARNING, "login refused: state");
            Refusal refusal = new Refusal(
                    Refusal.Kind.NOT_TRUSTED, "state", "no login with this state was started in this browser");
            return Response.page(400, pages.refused(refusal, Ask.usual(), in));
        }
        Outcome<Citizen> outcome = flow.finish(attempt.get(), url(request.uri().toString()));
        if (outcome instanceof Outcome.Identified<Citizen> identified) {
            session.ifPresent(sessions::close);
            Session<Visitor> fresh = sessions.open(Visitor.loggedIn(identified.citizen(), in));
            return sessions.carry(Response.redirect("/"), fresh);
        }
        Refusal refusal = ((Outcome.Refused<Citizen>) outcome).refusal();
        LOG.log(Level.WARNING, "login refused: {0} {1} {2}", refusal.kind(), refusal.code(), refusal.detail());
        return Response.page(
                refusal.status(), pages.refused(refusal, attempt.get().ask(), in));
    }

    /** Ends the session here, then at Cl@ve (OpenID Connect RP-Initiated Logout 1.0), which tells the other agencies. */
    private Response logout(Request request) throws IOException {
        Optional<Session<Visitor>> session = sessions.find(request);
        Optional<Citizen> citizen = session.flatMap(current -> current.content().citizen());
        session.ifPresent(sessions::close);
        if (citizen.isEmpty()) {
            return sessions.drop(Response.redirect("/"));
        }
        State state = new State();
        URI clave = new LogoutRequest(
                        provider.metadata().getEndSessionEndpointURI(),
                        citizen.get().idToken(),
                        url("/logged-out"),
                        state)
                .toURI();
        Session<Visitor> leaving = sessions.open(Visitor.leaving(state, language(session)));
        return sessions.carry(Response.redirect(clave), leaving);
    }

    private Response loggedOut(Request request) {
        boolean expected = sessions.find(request)
                .flatMap(session -> request.query("state").map(session.content()::left))
                .orElse(false);
        return expected ? Response.page(200, pages.loggedOut(language(request))) : Response.redirect("/");
    }

    /** Cl@ve tells that its session ended (OpenID Connect Back-Channel Logout 1.0). */
    private Response backChannelLogout(Request request) throws IOException {
        try {
            LogoutTokenClaimsSet claims = provider.verifyLogoutToken(
                    JWTParser.parse(request.field("logout_token").orElse("")));
            Optional<String> sid = Optional.ofNullable(claims.getStringClaim("sid"));
            Optional<String> subject = Optional.ofNullable(claims.getStringClaim("sub"));
            sessions.closeAll(visitor -> visitor.citizen()
                    .filter(citizen -> sid.isPresent()
                            ? citizen.session().equals(sid)
                            : subject.equals(Optional.of(citizen.subject())))
                    .isPresent());
            return Response.empty(200);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.log(Level.WARNING, "logout token refused: {0}", e.getMessage());
            return Response.empty(400);
        }
    }

    private Language language(Request request) {
        return language(sessions.find(request));
    }

    private static Language language(Optional<Session<Visitor>> session) {
        return session.map(current -> current.content().language()).orElse(Language.ES);
    }

    private URI url(String path) {
        return URI.create(server.baseUrl() + path);
    }

    private static URI origin(URI uri) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }
}
