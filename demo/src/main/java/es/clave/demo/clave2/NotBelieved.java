package es.clave.demo.clave2;

/** An answer that must not be believed. */
public final class NotBelieved extends Exception {

    private static final long serialVersionUID = 1L;

    NotBelieved(String why) {
        super(why);
    }

    NotBelieved(String why, Throwable cause) {
        super(why, cause);
    }
}
