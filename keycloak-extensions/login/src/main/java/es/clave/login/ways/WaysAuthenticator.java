package es.clave.login.ways;

import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.LevelPage;
import es.clave.login.LoginJournal;
import es.clave.login.LoginWay;
import es.clave.login.Outcome;
import es.clave.platform.FormFields;
import es.clave.platform.PlainAuthenticator;
import es.clave.platform.TypedDocument;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Lets the citizen choose among the ways that can reach what the agency asks, and hands the login to the one that was
 * chosen. It is one step of Keycloak's flow that holds all ways, rather than Keycloak's selection among alternative steps:
 * that one knows neither levels nor reasons nor what an agency excludes, keeps an order of its own, and forgets nothing
 * only because it asks nothing.
 */
final class WaysAuthenticator implements PlainAuthenticator {

    /** The way that was chosen; {@link #CHOOSING} while the citizen looks at all of them. */
    private static final String CHOSEN = "clave.way";

    private static final String CHOOSING = "";

    /**
     * Parameter of an authorization request of OpenID Connect that names a way to begin with, if it may be chosen: for
     * agencies with a button for each. The citizen may still change it.
     */
    private static final String ASKED_FOR = "clave_way";

    private final Ways ways;
    private final Clock clock;

    WaysAuthenticator(Ways ways, Clock clock) {
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new LoginJournal(context, clock).opened();
        Offers offers = offers(context);
        String chosen = context.getAuthenticationSession().getAuthNote(CHOSEN);
        Optional<LoginWay> way = chosen == null ? withoutChoosing(context, offers) : offers.open(chosen);
        if (way.isPresent()) {
            enter(context, way.get());
        } else {
            show(context, offers);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        FormFields form = FormFields.of(context);
        Offers offers = offers(context);
        String named = form.text("way");
        if (!named.isEmpty()) {
            Optional<LoginWay> before = chosen(context).filter(way -> !way.id().equals(named));
            offers.open(named)
                    .ifPresentOrElse(
                            way -> {
                                before.ifPresent(other -> other.left(context));
                                enter(context, way);
                            },
                            () -> show(context, offers));
            return;
        }
        String step = form.text("step");
        if (step.equals("ways")) {
            TypedDocument.keepWhatIsIn(form, context.getAuthenticationSession());
            context.getAuthenticationSession().setAuthNote(CHOSEN, CHOOSING);
            show(context, offers);
            return;
        }
        Optional<LoginWay> way = Optional.ofNullable(
                        context.getAuthenticationSession().getAuthNote(CHOSEN))
                .flatMap(offers::open);
        if (way.isPresent()) {
            way.get().action(context);
            rememberIfItSucceeded(context, way.get());
        } else {
            turnBack(context, offers, step);
        }
    }

    private Optional<LoginWay> chosen(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(CHOSEN))
                .flatMap(ways::named);
    }

    private void turnBack(AuthenticationFlowContext context, Offers offers, String step) {
        LoginJournal journal = new LoginJournal(context, clock);
        switch (step) {
            case "cancel" -> {
                journal.ended(Outcome.CANCELLED, Optional.empty(), Optional.empty());
                context.cancelLogin();
            }
            case "return" -> {
                Optional<EstablishedLogin> login = EstablishedLogin.of(context);
                journal.ended(
                        Outcome.LEVEL_NOT_REACHED,
                        login.map(EstablishedLogin::method),
                        login.map(EstablishedLogin::level));
                AgencyRequest.of(context).refuseLevel();
            }
            default -> show(context, offers);
        }
    }

    private Offers offers(AuthenticationFlowContext context) {
        Offers offers = Offers.of(context, ways);
        AgencyRequest.of(context).tellOfOtherWays(offers.several());
        offers.open().forEach(way -> way.offerBesideOthers(context));
        return offers;
    }

    /** The way that the request asks for, or the only one that there is. */
    private static Optional<LoginWay> withoutChoosing(AuthenticationFlowContext context, Offers offers) {
        String askedFor = context.getAuthenticationSession()
                .getClientNote(AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + ASKED_FOR);
        List<LoginWay> open = offers.open();
        return Optional.ofNullable(askedFor)
                .flatMap(offers::open)
                .or(() -> open.stream().findFirst().filter(way -> open.size() == 1));
    }

    private static void enter(AuthenticationFlowContext context, LoginWay way) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setAuthNote(CHOSEN, way.id());
        way.authenticate(context);
        rememberIfItSucceeded(context, way);
    }

    private static void rememberIfItSucceeded(AuthenticationFlowContext context, LoginWay way) {
        if (context.getStatus() == FlowStatus.SUCCESS) {
            RememberedWay.keep(context, way);
        }
    }

    private static void show(AuthenticationFlowContext context, Offers offers) {
        context.challenge(offers.open().isEmpty() ? LevelPage.of(context) : WaysPage.of(context, offers));
    }
}
