package es.clave.registration.account;

import es.clave.messaging.Email;
import es.clave.messaging.Gsm7;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.ThemeTexts;
import es.clave.registry.Citizen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Tells what was changed to every address that was known before, so that who did not do it learns of it. Written with the
 * change: both are there, or neither.
 */
final class Announcements {

    private static final Duration USEFUL = Duration.ofDays(3);
    private static final String SUBJECT = "emailAccountSubject";

    private final Account account;
    private final Outbox outbox;

    Announcements(Account account) {
        this.account = account;
        this.outbox = account.session().getProvider(Outbox.class);
    }

    /** To the former number too: whoever has that phone. */
    void phoneChanged(Citizen before) {
        tell(before, "accountTellPhoneChanged", account.locale());
    }

    void emailChanged(Citizen before) {
        tell(before, "accountTellEmailChanged", account.locale());
    }

    void activationCodeIssued(Citizen citizen) {
        tell(citizen, "accountTellActivationCode", account.locale());
    }

    void passkeyRemoved(Citizen citizen) {
        tell(citizen, "passkeyTellRemoved", account.locale());
    }

    void deviceRemoved(Citizen citizen) {
        tell(citizen, "accountTellDeviceRemoved", account.locale());
    }

    void renounced(Citizen citizen) {
        tell(citizen, "accountTellRenounced", account.locale());
    }

    /** Whose number went to somebody else: in the realm's language, for theirs is not known. */
    void displaced(Citizen former) {
        Locale locale = Locale.forLanguageTag(account.realm().getDefaultLocale());
        tell(former, "accountTellDisplaced", locale);
    }

    private void tell(Citizen citizen, String what, Locale locale) {
        ThemeTexts texts = ThemeTexts.of(account.session(), account.realm(), locale);
        String text = texts.pattern(what, "Cl@ve");
        Instant until = account.clock().instant().plus(USEFUL);
        outbox.send(account.realm(), new Sms(citizen.mobile(), Gsm7.transliterate(text), until));
        citizen.email()
                .ifPresent(address -> outbox.send(
                        account.realm(), new Email(address, texts.pattern(SUBJECT, "Cl@ve"), text, List.of(), until)));
    }
}
