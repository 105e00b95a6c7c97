package es.clave.login.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The passwords that leaks show most: the 30,000 of zxcvbn's list (MIT licence), and what people in Spain make of the
 * service's own name. Also such a password with something put before or after it, or said twice, is one of them.
 */
final class LeakedPasswords {

    /** What the list, which comes from the whole world, does not have. */
    private static final List<String> OURS = List.of(
            "administracion",
            "administracionpublica",
            "agenciatributaria",
            "barcelona",
            "claveclave",
            "clavepermanente",
            "clavesegura",
            "contrasena",
            "contrasenasegura",
            "contrasenya",
            "estrella",
            "hacienda",
            "megustamucho",
            "micontrasena",
            "pasahitza",
            "password",
            "realmadrid",
            "segsocial",
            "seguridadsocial",
            "teamomucho",
            "tequieromucho");

    /** Shorter ones are in too many passwords by chance. */
    private static final int LEAST_CORE = 5;

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern SAID_AGAIN = Pattern.compile("^(.{1,16}?)\\1+.?$");

    private final Set<String> leaked = new HashSet<>(OURS);

    private LeakedPasswords(Dictionary dictionary) {
        leaked.addAll(dictionary.getFrequencies());
    }

    static LeakedPasswords load() {
        try {
            return new LeakedPasswords(StandardDictionaries.PASSWORDS_LOADER.load());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String plain = PersonalWords.plain(password);
        String core = PersonalWords.plain(AROUND.matcher(lower).replaceAll(""));
        return leaked.contains(lower)
                || leaked.contains(plain)
                || (core.length() >= LEAST_CORE && leaked.contains(core))
                || SAID_AGAIN.matcher(plain).matches();
    }
}
