package es.clave.registration.letter;

import es.clave.challenge.Limit;
import es.clave.platform.NumberSetting;
import es.clave.platform.RealmSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/** The numbers of the route by letter. */
public final class LetterSettings {

    private static final NumberSetting LIFETIME_DAYS = new NumberSetting(
            "letter.lifetime.days",
            "Lifetime of a letter's code in the country (days)",
            "How long the code of a letter to an address in Spain is accepted.",
            21,
            3,
            90);
    private static final NumberSetting LIFETIME_ABROAD_DAYS = new NumberSetting(
            "letter.lifetime.abroad.days",
            "Lifetime of a letter's code abroad (days)",
            "How long the code of a letter to an address abroad is accepted.",
            30,
            3,
            90);
    private static final NumberSetting SPACING_HOURS = new NumberSetting(
            "letter.spacing.hours",
            "Between two letters (hours)",
            "How long a citizen waits until another letter can be requested.",
            24,
            1,
            720);
    private static final NumberSetting LETTERS = new NumberSetting(
            "letter.count", "Letters per citizen", "So many letters can be requested for one citizen.", 4, 1, 20);
    private static final NumberSetting LETTERS_DAYS = new NumberSetting(
            "letter.count.days", "Letters are counted for (days)", "In how many days so many letters are.", 30, 1, 90);
    private static final NumberSetting REMINDER_DAYS = new NumberSetting(
            "letter.reminder.days",
            "Reminder before the code expires (days)",
            "So long before the code expires a letter reminds of it, once; 0 for none.",
            7,
            0,
            30);
    private static final NumberSetting ATTEMPTS = new NumberSetting(
            "letter.attempts",
            "Tries of a letter's code",
            "So many codes can be typed for one citizen, in so many minutes as are set below.",
            5,
            1,
            50);
    private static final NumberSetting ATTEMPTS_MINUTES = new NumberSetting(
            "letter.attempts.minutes", "Tries are counted for (minutes)", "How long a try counts.", 10, 1, 1440);
    private static final NumberSetting PER_SOURCE = new NumberSetting(
            "letter.source.count",
            "Letters per address (a day)",
            "How many letters may be requested in a day from one network address.",
            20,
            1,
            Limit.MOST_EVENTS);

    private final RealmSettings settings;

    LetterSettings(RealmSettings settings) {
        this.settings = settings;
    }

    /** The fields that the console shows. */
    public static List<ProviderConfigProperty> properties() {
        return Stream.of(
                        LIFETIME_DAYS,
                        LIFETIME_ABROAD_DAYS,
                        SPACING_HOURS,
                        LETTERS,
                        LETTERS_DAYS,
                        REMINDER_DAYS,
                        ATTEMPTS,
                        ATTEMPTS_MINUTES,
                        PER_SOURCE)
                .map(NumberSetting::property)
                .toList();
    }

    Duration lifetime(boolean abroad) {
        return Duration.ofDays(settings.number(abroad ? LIFETIME_ABROAD_DAYS : LIFETIME_DAYS));
    }

    Duration spacing() {
        return Duration.ofHours(settings.number(SPACING_HOURS));
    }

    int letters() {
        return settings.number(LETTERS);
    }

    Duration lettersCountFor() {
        return Duration.ofDays(settings.number(LETTERS_DAYS));
    }

    /** Zero where nobody is reminded. */
    Duration reminderBefore() {
        return Duration.ofDays(settings.number(REMINDER_DAYS));
    }

    Limit attempts() {
        return new Limit(
                "letter-attempts",
                List.of(new Limit.Window(
                        settings.number(ATTEMPTS), Duration.ofMinutes(settings.number(ATTEMPTS_MINUTES)))));
    }

    Limit perSource() {
        return new Limit("letter-source", List.of(new Limit.Window(settings.number(PER_SOURCE), Duration.ofDays(1))));
    }
}
