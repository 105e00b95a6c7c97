package es.clave.demo.taxagency;

import es.clave.demo.agency.Refusal;

/** A message that must not be believed, or that says there is no login. */
final class Untrusted extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Untrusted(Refusal refusal) {
        super(refusal.code() + ": " + refusal.detail());
        this.refusal = refusal;
    }

    static Untrusted because(String code, String detail) {
        return new Untrusted(new Refusal(Refusal.Kind.NOT_TRUSTED, code, detail));
    }

    Refusal refusal() {
        return refusal;
    }
}
