package es.clave.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** The words of the realm's login theme in one language, for what is said elsewhere than on a page: SMS, e-mail, PDF. */
public final class ThemeTexts {

    private final Properties texts;

    private ThemeTexts(Properties texts) {
        this.texts = texts;
    }

    /** The words in this language. */
    public static ThemeTexts of(KeycloakSession session, RealmModel realm, Locale locale) {
        try {
            return new ThemeTexts(session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm, locale));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text of this key, a pattern of {@link java.text.MessageFormat}; the other one where a theme has none. */
    public String pattern(String key, String otherwise) {
        return texts.getProperty(key, otherwise);
    }
}
