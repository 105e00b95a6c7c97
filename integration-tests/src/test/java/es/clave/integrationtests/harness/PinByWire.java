package es.clave.integrationtests.harness;

/** Logs somebody in by Cl@ve PIN without a browser. */
public final class PinByWire {

    private final Messages messages;

    public PinByWire(Messages messages) {
        this.messages = messages;
    }

    /** From the page that asks who one is to whatever comes after the PIN. */
    public HttpVisitor.Answer logIn(HttpVisitor visitor, HttpVisitor.Answer identify, Citizen citizen) {
        int already = messages.to(citizen.mobile()).size();
        HttpVisitor.Answer enter = visitor.post(
                identify.action(),
                HttpVisitor.fields(
                        "nationalId", citizen.nationalId(),
                        "contrastDatum", citizen.datumAsPrinted(),
                        "step", "request"));
        return enter(visitor, enter, messages.next(citizen.mobile(), already).pin());
    }

    private static HttpVisitor.Answer enter(HttpVisitor visitor, HttpVisitor.Answer page, String pin) {
        return visitor.post(page.action(), HttpVisitor.fields("code", pin, "step", "verify"));
    }
}
