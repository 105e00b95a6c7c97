package es.clave.login.permanent;

import es.clave.messaging.Email;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.ThemeTexts;
import es.clave.registry.Citizen;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells citizens what became of their password, by SMS and e-mail: it may not have been them. */
final class PermanentNotices {

    private static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");

    /** News that is older than this helps nobody. */
    private static final Duration USEFUL = Duration.ofDays(2);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    PermanentNotices(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** The password was set or changed. */
    void passwordSet(Citizen citizen) {
        tell(citizen, "smsPasswordSet", "mailPasswordSet");
    }

    /** The password was locked. */
    void passwordLocked(Citizen citizen) {
        tell(citizen, "smsPasswordLocked", "mailPasswordLocked");
    }

    /** The work of {@link #passwordLocked}, for somebody who is not there. */
    void pretendPasswordLocked() {
        session.getProvider(Outbox.class).pretend(realm, text("smsPasswordLocked"), usefulUntil());
    }

    private void tell(Citizen citizen, String sms, String mail) {
        Outbox outbox = session.getProvider(Outbox.class);
        outbox.send(realm, new Sms(citizen.mobile(), text(sms), usefulUntil()));
        citizen.email()
                .ifPresent(address -> outbox.send(
                        realm,
                        new Email(
                                address,
                                text(mail + "Subject"),
                                text(mail + "Text", citizen.nationalId().masked(), now()),
                                List.of(),
                                usefulUntil())));
    }

    private String text(String key, Object... values) {
        Locale locale = locale();
        return new MessageFormat(ThemeTexts.of(session, realm, locale).pattern(key, "Cl@ve"), locale).format(values);
    }

    private String now() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale())
                .format(clock.instant().atZone(SPAIN));
    }

    private Locale locale() {
        return session.getContext().resolveLocale(null);
    }

    private Instant usefulUntil() {
        return clock.instant().plus(USEFUL);
    }
}
