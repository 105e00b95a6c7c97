package es.clave.demo.agency;

/**
 * Why there is no login.
 *
 * @param kind who says so
 * @param code the protocol's word for it, or this application's: for developers, shown as it is
 * @param detail in English, for developers; holds nothing about the person
 */
public record Refusal(Kind kind, String code, String detail) {

    /** Who says that there is no login. */
    public enum Kind {
        /** Cl@ve answered with an error of the protocol. */
        ANSWERED_BY_CLAVE,
        /** What came back cannot be trusted: nobody was logged in with it. */
        NOT_TRUSTED,
        /** Cl@ve cannot be reached. */
        UNREACHABLE
    }

    /** The HTTP status of the page that tells it. An error that Cl@ve answered with is a proper answer to our request. */
    public int status() {
        return switch (kind) {
            case ANSWERED_BY_CLAVE -> 200;
            case NOT_TRUSTED -> 403;
            case UNREACHABLE -> 502;
        };
    }
}
