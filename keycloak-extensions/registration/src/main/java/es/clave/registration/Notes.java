package es.clave.registration;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What Keycloak remembers for one browser window that registers, or for one officer who is logged in. */
public final class Notes {

    private final Function<String, String> getter;
    private final BiConsumer<String, String> setter;
    private final Consumer<String> remover;

    private Notes(Function<String, String> getter, BiConsumer<String, String> setter, Consumer<String> remover) {
        this.getter = getter;
        this.setter = setter;
        this.remover = remover;
    }

    /** Those of a browser window on its way. */
    public static Notes of(AuthenticationSessionModel browser) {
        return new Notes(browser::getAuthNote, browser::setAuthNote, browser::removeAuthNote);
    }

    /** Those of somebody who is logged in. */
    public static Notes of(UserSessionModel login) {
        return new Notes(login::getNote, login::setNote, login::removeNote);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(getter.apply(name));
    }

    public void set(String name, String value) {
        setter.accept(name, value);
    }

    public void remove(String name) {
        remover.accept(name);
    }
}
