package es.clave.login.permanent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** What can be wrong with a password that was typed twice. */
final class NewPassword {

    private final Passwords passwords;

    NewPassword(Passwords passwords) {
        this.passwords = passwords;
    }

    /** @param other whether it must not be the one that the user has */
    List<FormMessage> mistakes(UserModel user, String password, String repeated, boolean other) {
        List<FormMessage> mistakes = new ArrayList<>();
        if (password.isEmpty()) {
            mistakes.add(new FormMessage(PermanentPages.NEW_PASSWORD, "passwordNewEmpty"));
            return mistakes;
        }
        passwords.mistake(user, PermanentPages.NEW_PASSWORD, password).ifPresent(mistakes::add);
        if (mistakes.isEmpty() && other && passwords.matches(Optional.of(user), password)) {
            mistakes.add(new FormMessage(PermanentPages.NEW_PASSWORD, "passwordSame"));
        }
        if (!password.equals(repeated)) {
            mistakes.add(new FormMessage(
                    PermanentPages.REPEATED, repeated.isEmpty() ? "passwordRepeatEmpty" : "passwordRepeatDiffers"));
        }
        return mistakes;
    }
}
