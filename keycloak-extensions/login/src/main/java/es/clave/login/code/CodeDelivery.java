package es.clave.login.code;

import es.clave.challenge.AppRequest;
import es.clave.challenge.CodeSlot;
import es.clave.challenge.Codes;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.OneTimeCode;
import es.clave.login.AgencyRequest;
import es.clave.login.BrowserWindow;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.Refusal;
import es.clave.messaging.CodeMessage;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.SourceAddress;
import es.clave.platform.ThemeTexts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Makes a code and sends it to its holder, or does exactly the same and sends nothing. */
final class CodeDelivery {

    private final AuthenticationFlowContext context;
    private final Clock clock;
    private final SecureRandom random;
    private final CodeUse use;

    CodeDelivery(AuthenticationFlowContext context, Clock clock, SecureRandom random, CodeUse use) {
        this.context = context;
        this.clock = clock;
        this.random = random;
        this.use = use;
    }

    /** Where the code of this holder lives. */
    CodeSlot slot(String subject) {
        return new CodeSlot(context.getRealm().getId(), use.name(), subject);
    }

    /**
     * Sends a code if the limits allow it.
     *
     * @param again whether the one before did not arrive: where an SMS will do, it is not the app's turn
     */
    Optional<Refusal> deliverTo(Holder holder, boolean again) {
        CodeSettings settings = CodeSettings.of(context);
        Throttle.Verdict verdict = session()
                .getProvider(Throttle.class)
                .take(
                        context.getRealm().getId(),
                        List.of(
                                new Throttle.Demand(settings.spacing(), holder.subject()),
                                new Throttle.Demand(settings.codesPerCitizen(), holder.subject()),
                                new Throttle.Demand(
                                        SourceLimits.of(context.getRealm()).codes(),
                                        SourceAddress.of(context.getConnection()))));
        if (verdict instanceof Throttle.Verdict.Refused refused) {
            return Optional.of(refusal(refused, settings));
        }
        send(holder, settings, again);
        new LoginJournal(context, clock).step(Outcome.CODE_SENT, use.method());
        return Optional.empty();
    }

    private Refusal refusal(Throttle.Verdict.Refused refused, CodeSettings settings) {
        if (refused.limit().equals(settings.spacing())) {
            return new Refusal(
                    Outcome.TOO_MANY_CODES,
                    use.text("TooSoon"),
                    List.of(refused.retryAfter().toSeconds() + 1));
        }
        return refused.limit().equals(settings.codesPerCitizen())
                ? new Refusal(
                        Outcome.TOO_MANY_CODES, use.text("TooMany"), List.of(Refusal.minutes(refused.retryAfter())))
                : Refusal.sourceLimited(refused);
    }

    private void send(Holder holder, CodeSettings settings, boolean again) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Codes codes = session().getProvider(Codes.class);
        Outbox outbox = session().getProvider(Outbox.class);
        CodeSlot slot = slot(holder.subject());
        AppCode app = new AppCode(context, use);
        // The app must not go on showing a code that is dead.
        PendingCode.of(login, use).flatMap(PendingCode::appRequest).ifPresent(app::takeBack);
        boolean byApp = app.isFor(holder, again);
        Optional<AppRequest> request = app.ask(holder, byApp, settings.code().lifetime());
        OneTimeCode code = request.map(app::code).orElseGet(() -> OneTimeCode.random(random));
        String text = message().text(code, AgencyRequest.of(context).agencyName(), settings.lifetimeMinutes());
        Instant expiresAt;
        if (byApp) {
            expiresAt = codes.issue(slot, BrowserWindow.of(login), code, settings.code());
            outbox.pretend(context.getRealm(), text, expiresAt);
        } else if (holder.citizen().isPresent() && app.smsIsWanted()) {
            expiresAt = codes.issue(slot, BrowserWindow.of(login), code, settings.code());
            outbox.send(context.getRealm(), new Sms(holder.citizen().get().mobile(), text, expiresAt));
        } else {
            expiresAt = codes.pretend(slot, BrowserWindow.of(login), settings.code());
            outbox.pretend(context.getRealm(), text, expiresAt);
        }
        new PendingCode(
                        holder.subject(),
                        holder.citizen().map(citizen -> citizen.userId()),
                        holder.phoneEnding(),
                        expiresAt,
                        clock.instant().plus(settings.resendWait()),
                        request.filter(asked -> byApp).map(AppRequest::id))
                .keepIn(login, use);
    }

    private CodeMessage message() {
        Locale locale = session().getContext().resolveLocale(null);
        return new CodeMessage(
                ThemeTexts.of(session(), context.getRealm(), locale).pattern(use.sms(), "Cl@ve: {0}"),
                locale,
                context.getUriInfo().getBaseUri().getHost());
    }

    private KeycloakSession session() {
        return context.getSession();
    }
}
