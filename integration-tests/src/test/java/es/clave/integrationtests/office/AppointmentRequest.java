package es.clave.integrationtests.office;

import static es.clave.integrationtests.harness.HttpVisitor.fields;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Node;
import java.util.List;

/** Somebody on the way to an appointment, with a program in place of a browser. */
final class AppointmentRequest {

    private final HttpVisitor visitor = new HttpVisitor();
    private final Node node;
    private Answer last;

    private AppointmentRequest(Node node) {
        this.node = node;
        this.last = visitor.get(node.realmUrl("/registro"));
    }

    /** Types the document and chooses to register at an office; all by this node. */
    static AppointmentRequest of(Node node, Citizen citizen) {
        AppointmentRequest request = new AppointmentRequest(node);
        request.step("identify", "nationalId", citizen.nationalId(), "contrastDatum", citizen.datumAsPrinted());
        return request.step("office.begin");
    }

    /** Whether the person has no appointment and is asked where to look for an office. */
    boolean isAskedWhere() {
        return last.has("where");
    }

    /** The steps by which the free times of this office are chosen, as the page has them. */
    List<String> timesAt(String officeId) {
        step("office.slots:" + officeId);
        return times();
    }

    /** The steps of the free times that the page shows. */
    List<String> times() {
        return last.page().select(".day__time").eachAttr("value");
    }

    /** Sends a form of the page. */
    AppointmentRequest step(String step, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "step";
        all[1] = step;
        System.arraycopy(more, 0, all, 2, more.length);
        last = visitor.post(last.actionAt(node), fields(all));
        return this;
    }

    /** The heading of the page. */
    String heading() {
        return last.page().select("h1").text();
    }

    /** What the page says went wrong. */
    String alert() {
        return last.alert();
    }
}
