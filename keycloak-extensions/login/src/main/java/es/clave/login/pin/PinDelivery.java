package es.clave.login.pin;

import es.clave.challenge.CodeSlot;
import es.clave.challenge.Codes;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.OneTimeCode;
import es.clave.login.AgencyRequest;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
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
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Makes a PIN and sends it to its holder, or does exactly the same and sends nothing. */
final class PinDelivery {

    private static final String PURPOSE = "pin";

    private final AuthenticationFlowContext context;
    private final Clock clock;
    private final SecureRandom random;

    PinDelivery(AuthenticationFlowContext context, Clock clock, SecureRandom random) {
        this.context = context;
        this.clock = clock;
        this.random = random;
    }

    /** Where the PIN of this holder lives. */
    static CodeSlot slot(AuthenticationFlowContext context, String subject) {
        return new CodeSlot(context.getRealm().getId(), PURPOSE, subject);
    }

    /** The only browser window that may answer. */
    static String browser(AuthenticationSessionModel login) {
        return login.getParentSession().getId() + "." + login.getTabId();
    }

    /** Sends a PIN if the limits allow it. */
    Throttle.Verdict deliverTo(Holder holder) {
        PinSettings settings = PinSettings.of(context);
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
        if (verdict instanceof Throttle.Verdict.Allowed) {
            send(holder, settings);
            new LoginJournal(context, clock).step(Outcome.CODE_SENT, AuthenticationMethod.PIN_SMS);
        }
        return verdict;
    }

    private void send(Holder holder, PinSettings settings) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        OneTimeCode pin = OneTimeCode.random(random);
        Codes codes = session().getProvider(Codes.class);
        Outbox outbox = session().getProvider(Outbox.class);
        CodeSlot slot = slot(context, holder.subject());
        String text = message().text(pin, AgencyRequest.of(context).agencyName(), settings.lifetimeMinutes());
        Instant expiresAt;
        if (holder.citizen().isPresent()) {
            expiresAt = codes.issue(slot, browser(login), pin, settings.code());
            outbox.send(context.getRealm(), new Sms(holder.citizen().get().mobile(), text, expiresAt));
        } else {
            expiresAt = codes.pretend(slot, browser(login), settings.code());
            outbox.pretend(context.getRealm(), text, expiresAt);
        }
        new PendingPin(
                        holder.subject(),
                        holder.citizen().map(citizen -> citizen.userId()),
                        holder.phoneEnding(),
                        expiresAt,
                        clock.instant().plus(settings.resendWait()))
                .keepIn(login);
    }

    private CodeMessage message() {
        Locale locale = session().getContext().resolveLocale(null);
        return new CodeMessage(
                ThemeTexts.of(session(), context.getRealm(), locale).pattern("smsPin", "Cl@ve PIN: {0}"),
                locale,
                context.getUriInfo().getBaseUri().getHost());
    }

    private KeycloakSession session() {
        return context.getSession();
    }
}
