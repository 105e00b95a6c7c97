package es.clave.appapi.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a citizen answers. */
enum Decision {
    CONFIRM,
    REJECT;

    static Optional<Decision> of(String claim) {
        return Arrays.stream(values())
                .filter(decision -> decision.claim().equals(claim))
                .findFirst();
    }

    /** As the answer writes it. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
