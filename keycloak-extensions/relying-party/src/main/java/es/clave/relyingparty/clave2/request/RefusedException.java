package es.clave.relyingparty.clave2.request;

/** A message is refused. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /**
     * The refusal.
     *
     * @param detail for who looks for the fault; nothing personal, nothing that the sender chose
     */
    public RefusedException(Refusal refusal, String detail) {
        // Refusing must stay cheap for who is attacked: no stack trace.
        super(detail, null, false, false);
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
