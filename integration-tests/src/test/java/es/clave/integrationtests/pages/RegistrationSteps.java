package es.clave.integrationtests.pages;

import static es.clave.integrationtests.harness.HttpVisitor.fields;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.LetterReader;
import es.clave.integrationtests.harness.Node;
import java.util.List;

/** Somebody who registers by letter with a program in place of a browser, one step a call. */
public final class RegistrationSteps {

    /** An address that anybody may have. */
    public static final String EMAIL = "somebody@example.com";

    private final Clave clave;
    private final Citizen citizen;
    private final HttpVisitor visitor = new HttpVisitor();
    private Node node;
    private Answer page;

    private RegistrationSteps(Clave clave, Node node, Citizen citizen) {
        this.clave = clave;
        this.node = node;
        this.citizen = citizen;
        this.page = visitor.get(node.realmUrl("/registro"));
    }

    /** Opens the address of the registration's own. */
    public static RegistrationSteps of(Clave clave, Citizen citizen) {
        return of(clave, clave.node(), citizen);
    }

    /** Opens it at this node, to whom all steps go. */
    public static RegistrationSteps of(Clave clave, Node node, Citizen citizen) {
        return new RegistrationSteps(clave, node, citizen);
    }

    /** Sends all further steps to this node. */
    public RegistrationSteps at(Node other) {
        node = other;
        return this;
    }

    /** The page that was shown last. */
    public Answer page() {
        return page;
    }

    /** Its heading. */
    public String heading() {
        return page.page().select("h1").text();
    }

    /** Who registers, as far as the server can tell. */
    public HttpVisitor visitor() {
        return visitor;
    }

    /** Sends the form of the page. */
    public RegistrationSteps send(String... namesAndValues) {
        page = visitor.post(page.actionAt(node), fields(namesAndValues));
        return this;
    }

    /** Types the document. */
    public RegistrationSteps identify() {
        return send("nationalId", citizen.nationalId(), "contrastDatum", citizen.datumAsPrinted(), "step", "identify");
    }

    /** Asks for the letter, waits for it and types its code: from the document to the contact data. */
    public RegistrationSteps proveByLetter() {
        identify().send("step", "letter.begin").send("step", "letter.request");
        String code = LetterReader.code(clave.messages().lastLetterTo(nameOnLetters()));
        return send("step", "letter.have").send("letterCode", code, "step", "letter.code");
    }

    private String nameOnLetters() {
        return citizen.givenName() + " " + citizen.familyName();
    }

    /** Types mobile and e-mail. */
    public RegistrationSteps contact(String mobile) {
        return send("region", "ES", "mobile", mobile, "email", EMAIL, "step", "contact");
    }

    /** Types mobile and e-mail, and waits for the code. */
    public String codeTo(String mobile) {
        int already = clave.messages().to(mobile).size();
        contact(mobile);
        return clave.messages().next(mobile, already).pin();
    }

    /** Proves this mobile. */
    public RegistrationSteps prove(String mobile) {
        return send("code", codeTo(mobile), "step", "verify");
    }

    /** Accepts the conditions. */
    public RegistrationSteps accept() {
        return send("conditions", "accepted", "step", "accept");
    }

    /** The whole way, with this mobile that is nobody's. */
    public RegistrationSteps register(String mobile) {
        return proveByLetter().prove(mobile).accept();
    }

    /** The activation code on the receipt's page. */
    public String activationCode() {
        return page.page().select(".code__value").text();
    }

    /** What the page says at its top. */
    public String alert() {
        return page.alert();
    }

    /** The steps that the page offers. */
    public List<String> steps() {
        return page.page().select("main button[name=step]").eachAttr("value");
    }
}
