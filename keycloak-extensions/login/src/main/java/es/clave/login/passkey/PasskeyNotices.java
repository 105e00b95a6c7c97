package es.clave.login.passkey;

import es.clave.messaging.Email;
import es.clave.messaging.Gsm7;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.ThemeTexts;
import es.clave.registry.Citizen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells citizens by SMS and e-mail that a passkey was added: it may not have been them. */
final class PasskeyNotices {

    /** News that is older than this helps nobody. */
    private static final Duration USEFUL = Duration.ofDays(3);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    PasskeyNotices(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    void added(Citizen citizen) {
        Locale locale = session.getContext().resolveLocale(null);
        ThemeTexts texts = ThemeTexts.of(session, realm, locale);
        String text = texts.pattern("passkeyTellAdded", "Cl@ve");
        Instant until = clock.instant().plus(USEFUL);
        Outbox outbox = session.getProvider(Outbox.class);
        outbox.send(realm, new Sms(citizen.mobile(), Gsm7.transliterate(text), until));
        citizen.email()
                .ifPresent(address -> outbox.send(
                        realm,
                        new Email(address, texts.pattern("emailAccountSubject", "Cl@ve"), text, List.of(), until)));
    }
}
