package es.clave.certificate.pkix;

/** Whoever was asked did not answer, or not believably. */
final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    Unanswered(String why) {
        super(why);
    }

    Unanswered(Exception why) {
        super(why.getClass().getSimpleName() + ": " + why.getMessage(), why);
    }
}
