package es.clave.registration.enrolment;

import es.clave.identity.MobileNumber;
import es.clave.messaging.Email;
import es.clave.messaging.Gsm7;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.ThemeTexts;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells everybody whom a registration concerns: who registered, by the old addresses too, and who lost the mobile. */
final class EnrolmentMessages {

    /** News that is older than this helps nobody. */
    private static final Duration USEFUL = Duration.ofDays(2);

    private static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    EnrolmentMessages(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** Who registered, by the new addresses. */
    void welcome(Citizen citizen, Locale locale) {
        sms(citizen.mobile(), "smsWelcome", locale);
        citizen.email().ifPresent(address -> email(address, "mailWelcome", citizen, locale));
    }

    /** Who had the number until now. Nobody knows which language that citizen reads: the country's. */
    void displaced(Citizen holder) {
        Locale locale = Locale.forLanguageTag(
                Optional.ofNullable(realm.getDefaultLocale()).orElse("es"));
        sms(holder.mobile(), "smsDisplaced", locale);
        holder.email().ifPresent(address -> email(address, "mailDisplaced", holder, locale));
    }

    /** Who had registered before, by the addresses that are not the citizen's any more. */
    void changed(Citizen before, Citizen now, Locale locale) {
        if (!before.mobile().equals(now.mobile()) && !belongsToAnother(before.mobile())) {
            sms(before.mobile(), "smsContactChanged", locale);
        }
        before.email()
                .filter(address -> !now.email().equals(Optional.of(address)))
                .ifPresent(address -> email(address, "mailContactChanged", now, locale));
    }

    /** Who was disabled may have lost the number to somebody who has nothing to do with this. */
    private boolean belongsToAnother(MobileNumber mobile) {
        return session.getProvider(CitizenRegistry.class)
                .findByMobile(realm, mobile)
                .isPresent();
    }

    private void sms(MobileNumber to, String key, Locale locale) {
        String text = Gsm7.transliterate(format(key, locale));
        outbox().send(realm, new Sms(to, text, usefulUntil()));
    }

    private void email(String to, String key, Citizen citizen, Locale locale) {
        outbox().send(
                        realm,
                        new Email(
                                to,
                                format(key + "Subject", locale),
                                format(
                                        key + "Text",
                                        locale,
                                        citizen.nationalId().masked(),
                                        now(locale)),
                                List.of(),
                                usefulUntil()));
    }

    private String format(String key, Locale locale, Object... values) {
        String pattern = ThemeTexts.of(session, realm, locale).pattern(key, "Cl@ve");
        return new MessageFormat(pattern, locale).format(values);
    }

    private String now(Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(clock.instant().atZone(SPAIN));
    }

    private Instant usefulUntil() {
        return clock.instant().plus(USEFUL);
    }

    private Outbox outbox() {
        return session.getProvider(Outbox.class);
    }
}
