package es.clave.demo.server;

import java.io.IOException;

/** The server ended, or did not become ready in time: {@link ClaveServer#lastWords()} may tell why. */
public final class ServerDied extends IOException {

    private static final long serialVersionUID = 1L;

    ServerDied(String what) {
        super(what);
    }
}
