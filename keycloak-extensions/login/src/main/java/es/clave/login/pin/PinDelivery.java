package es.clave.login.pin;

import es.clave.challenge.CodeSlot;
import es.clave.challenge.Codes;
import es.clave.challenge.Throttle;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.OneTimeCode;
import es.clave.login.AgencyRequest;
import es.clave.login.LoginJournal;
import es.clave.login.Outcome;
import es.clave.login.SharedSettings;
import es.clave.login.SourceAddress;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;

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
                                        SharedSettings.of(context.getRealm()).codesPerSource(),
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

    private PinMessage message() {
        Locale locale = session().getContext().resolveLocale(null);
        try {
            Properties texts =
                    session().theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(context.getRealm(), locale);
            return new PinMessage(
                    texts.getProperty("smsPin", "Cl@ve PIN: {0}"),
                    locale,
                    context.getUriInfo().getBaseUri().getHost());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private KeycloakSession session() {
        return context.getSession();
    }
}
