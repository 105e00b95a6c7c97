package es.clave.registration.desk;

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
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells citizens what an officer changed, by the addresses that were theirs before: who was not at that desk learns of it.
 * Registrations tell of themselves.
 */
final class DeskMessages {

    private static final Duration USEFUL = Duration.ofDays(3);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    DeskMessages(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    void renounced(Citizen citizen, Locale language) {
        tell(citizen, "DeskRenounced", language);
    }

    void mobileChanged(Citizen before, Optional<Citizen> displaced, Locale language) {
        tell(before, "DeskMobileChanged", language);
        displaced.ifPresent(former -> tell(
                former,
                "DeskDisplaced",
                Locale.forLanguageTag(
                        Optional.ofNullable(realm.getDefaultLocale()).orElse("es"))));
    }

    void emailChanged(Citizen before, Locale language) {
        tell(before, "DeskEmailChanged", language);
    }

    void codeIssued(Citizen citizen, Locale language) {
        tell(citizen, "DeskCode", language);
    }

    private void tell(Citizen citizen, String news, Locale language) {
        ThemeTexts texts = ThemeTexts.of(session, realm, language);
        Instant usefulUntil = clock.instant().plus(USEFUL);
        Outbox outbox = session.getProvider(Outbox.class);
        outbox.send(
                realm,
                new Sms(citizen.mobile(), Gsm7.transliterate(texts.pattern("sms" + news, "Cl@ve")), usefulUntil));
        citizen.email()
                .ifPresent(address -> outbox.send(
                        realm,
                        new Email(
                                address,
                                texts.pattern("mailDeskSubject", "Cl@ve"),
                                texts.pattern("mail" + news, "Cl@ve"),
                                List.of(),
                                usefulUntil)));
    }
}
