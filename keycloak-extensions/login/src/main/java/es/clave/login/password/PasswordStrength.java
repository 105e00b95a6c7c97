package es.clave.login.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.List;

/**
 * How hard a password is to guess, as zxcvbn estimates it: by what guessers try first, not by counting kinds of
 * characters.
 */
public enum PasswordStrength {
    /** Guessed within moments. */
    VERY_WEAK(0),
    /** Guessed by who tries a while. */
    WEAK(1),
    /** Holds against guessing through a page with limits, as ours. */
    FAIR(2),
    /** Holds against who has stolen slowly hashed passwords. */
    GOOD(3),
    /** Holds against who has stolen them and much money. */
    VERY_GOOD(4);

    private final int score;

    PasswordStrength(int score) {
        this.score = score;
    }

    /** From 0 to 4, as zxcvbn counts. */
    public int score() {
        return score;
    }

    /** Estimating takes more time than it is worth for more. */
    private static final int LONGEST = 100;

    /** Estimates; shared by all, because its dictionaries take a while to load. */
    static final class Meter {

        private final Zxcvbn zxcvbn = new Zxcvbn();

        PasswordStrength of(String password, List<String> personal) {
            String measured = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
            int score = zxcvbn.measure(measured, personal).getScore();
            return Arrays.stream(values())
                    .filter(strength -> strength.score == score)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
