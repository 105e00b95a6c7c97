package es.clave.registration;

import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import es.clave.registration.enrolment.Enrolment;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One citizen's way through the registration. */
final class Registration {

    /** Whose midnight makes people of age. */
    private static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");

    /** The quickest first. */
    private static final List<Citizen.Route> ORDER =
            List.of(Citizen.Route.CERTIFICATE, Citizen.Route.VIDEO_CALL, Citizen.Route.LETTER, Citizen.Route.OFFICE);

    private final AuthenticationFlowContext flow;
    private final RegistrationState state;
    private final RegistrationPages pages;
    private final RegistrationJournal journal;
    private final Completion completion;
    private final Clock clock;

    Registration(AuthenticationFlowContext flow, Clock clock, SecureRandom random) {
        this.flow = flow;
        this.clock = clock;
        this.state = new RegistrationState(flow.getAuthenticationSession());
        this.pages = new RegistrationPages(flow);
        this.journal = new RegistrationJournal(flow, state, clock);
        this.completion = new Completion(flow, state, journal, clock, random);
    }

    /** Shows the page that this registration has come to: also when it is loaded anew or come back to. */
    void resume() {
        journal.started();
        switch (state.stage()) {
            case START -> flow.challenge(pages.start());
            case ROUTES -> showRoutes();
            case ROUTE -> chosen().ifPresentOrElse(route -> route.resume(context()), this::toRoutes);
            case OBSTACLE -> completion.obstacle().ifPresentOrElse(completion::obstacle, this::toRoutes);
            case CONTACT, PHONE, TAKEN, CONDITIONS, RECEIPT -> completion.resume();
        }
    }

    /** Takes the step of the form that was sent; one that does not belong here shows the page anew. */
    void action(String step) {
        switch (step) {
            case "identify" -> identify(TypedDocument.of(FormFields.of(flow)));
            case "start" -> begin();
            case "routes" -> toRoutes();
            case "leave" -> leave();
            default -> {
                if (step.contains(".")) {
                    routeStep(step);
                } else if (state.stage().proven()) {
                    completion.action(step);
                } else {
                    resume();
                }
            }
        }
    }

    private void begin() {
        completion.forget();
        state.forget();
        flow.challenge(pages.start());
    }

    private void identify(TypedDocument typed) {
        typed.keepIn(flow.getAuthenticationSession());
        Optional<TypedDocument.Document> document = typed.document();
        if (document.isEmpty()) {
            journal.failure(RegistrationOutcome.MALFORMED_IDENTITY);
            flow.challenge(pages.start(typed, typed.mistakes()));
            return;
        }
        Identification.Answer answer = new Identification(
                        flow.getSession(), flow.getRealm(), RegistrationContext.source(flow))
                .of(document.get());
        if (answer instanceof Identification.Answer.Confirmed confirmed) {
            completion.forget();
            state.identified(confirmed.person());
            journal.step(RegistrationOutcome.IDENTIFIED);
            askedRoute().ifPresentOrElse(this::choose, this::showRoutes);
        } else if (answer instanceof Identification.Answer.Refused refused) {
            journal.failure(refused.refusal().outcome());
            flow.challenge(pages.start(typed, refused.refusal()));
        }
    }

    /** The route that the address of its own was opened for, if it is open to this person. */
    private Optional<RegistrationRoute> askedRoute() {
        return context().askedRoute().flatMap(this::route).filter(this::isOpen);
    }

    private void showRoutes() {
        Optional<CivilPerson> person = state.person();
        if (person.isEmpty()) {
            begin();
        } else {
            flow.challenge(pages.routes(routes(), person.get(), today()));
        }
    }

    /** Back to the choice of a route; not any more for who is registered by now. */
    void toRoutes() {
        if (state.person().isEmpty() || state.stage() == Stage.RECEIPT) {
            resume();
            return;
        }
        state.forgetRoute();
        state.to(Stage.ROUTES);
        showRoutes();
    }

    private void routeStep(String step) {
        int dot = step.indexOf('.');
        Optional<RegistrationRoute> route = dot < 0 ? Optional.empty() : route(step.substring(0, dot));
        if (route.isEmpty() || state.person().isEmpty()) {
            resume();
        } else if (step.endsWith(".begin") && (state.stage() == Stage.ROUTES || state.stage() == Stage.ROUTE)) {
            choose(route.get());
        } else if (state.stage() == Stage.ROUTE
                && state.route().filter(route.get().kind()::equals).isPresent()) {
            route.get().action(context(), step.substring(dot + 1));
        } else {
            resume();
        }
    }

    private void choose(RegistrationRoute route) {
        if (!isOpen(route)) {
            journal.failure(RegistrationOutcome.ROUTE_CLOSED);
            showRoutes();
            return;
        }
        state.choose(route.kind());
        journal.step(RegistrationOutcome.ROUTE_CHOSEN);
        route.begin(context());
    }

    private boolean isOpen(RegistrationRoute route) {
        return state.person()
                .filter(person -> route.closedTo(person, today()).isEmpty())
                .isPresent();
    }

    /** The route has proven the person, who may now learn of a registration of before. */
    void proven() {
        journal.step(RegistrationOutcome.PROVEN);
        Optional<Enrolment.Outcome> obstacle = completion.obstacle();
        state.to(obstacle.isPresent() ? Stage.OBSTACLE : Stage.CONTACT);
        obstacle.ifPresent(outcome -> journal.failure(
                outcome instanceof Enrolment.Outcome.AlreadyRegistered
                        ? RegistrationOutcome.ALREADY_REGISTERED
                        : RegistrationOutcome.ROUTE_NOT_ALLOWED));
        resume();
    }

    /** Back to the agency's login; the page that says goodbye where no agency waits. */
    void leave() {
        if (state.stage() != Stage.RECEIPT) {
            journal.ended(RegistrationOutcome.LEFT);
        }
        completion.forget();
        state.forget();
        flow.forceChallenge(
                RegistrationPages.hasAgency(flow)
                        ? Response.seeOther(loginUrl()).build()
                        : pages.end());
    }

    private URI loginUrl() {
        AuthenticationSessionModel browser = flow.getAuthenticationSession();
        return new AuthenticationFlowURLHelper(flow.getSession(), flow.getRealm(), flow.getUriInfo())
                .getLastExecutionUrl(
                        LoginActionsService.AUTHENTICATE_PATH,
                        null,
                        browser.getClient().getClientId(),
                        browser.getTabId(),
                        AuthenticationProcessor.getClientData(flow.getSession(), browser));
    }

    RegistrationJournal journal() {
        return journal;
    }

    private RegistrationContext context() {
        return new RegistrationContext(flow, state, this);
    }

    private List<RegistrationRoute> routes() {
        return flow.getSession().getAllProviders(RegistrationRoute.class).stream()
                .sorted(Comparator.comparing(route -> ORDER.indexOf(route.kind())))
                .toList();
    }

    private Optional<RegistrationRoute> route(String id) {
        return routes().stream().filter(route -> route.id().equals(id)).findFirst();
    }

    private Optional<RegistrationRoute> chosen() {
        return routes().stream()
                .filter(route -> state.route().filter(route.kind()::equals).isPresent())
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SPAIN);
    }
}
