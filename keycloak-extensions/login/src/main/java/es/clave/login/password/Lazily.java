package es.clave.login.password;

import java.util.function.Supplier;

/** Made when it is first asked for, and once. */
final class Lazily<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile T made;

    Lazily(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = made;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (made == null) {
                made = maker.get();
            }
            return made;
        }
    }
}
