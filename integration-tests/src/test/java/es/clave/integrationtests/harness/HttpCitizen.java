package es.clave.integrationtests.harness;

/** A citizen who logs in by Cl@ve PIN with a program in place of a browser. */
public final class HttpCitizen {

    private final Clave clave;
    private final Citizen citizen;
    private final HttpVisitor browser = new HttpVisitor();

    public HttpCitizen(Clave clave, Citizen citizen) {
        this.clave = clave;
        this.citizen = citizen;
    }

    /** What they surf with. */
    public HttpVisitor browser() {
        return browser;
    }

    public Citizen citizen() {
        return citizen;
    }

    /** Logs in on the first page of a login, and comes to where that leads. */
    public HttpVisitor.Answer logIn(HttpVisitor.Answer firstPage) {
        return new PinByWire(clave.messages()).logIn(browser, firstPage, citizen);
    }
}
