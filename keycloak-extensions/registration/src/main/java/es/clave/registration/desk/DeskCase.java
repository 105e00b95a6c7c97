package es.clave.registration.desk;

import es.clave.registry.CivilPerson;
import java.util.Optional;

/**
 * The person at the desk.
 *
 * @param appointmentId of today at this office, if the person has one
 * @param person as the civil register knows it, once the document was looked up
 * @param errand what the person wants, once it was chosen
 */
record DeskCase(
        DeskStage stage, Optional<String> appointmentId, Optional<CivilPerson> person, Optional<Errand> errand) {

    static DeskCase expected(String appointmentId) {
        return new DeskCase(DeskStage.DOCUMENT, Optional.of(appointmentId), Optional.empty(), Optional.empty());
    }

    static DeskCase of(CivilPerson person, Optional<String> appointmentId) {
        return new DeskCase(DeskStage.PERSON, appointmentId, Optional.of(person), Optional.empty());
    }

    DeskCase at(DeskStage other) {
        return new DeskCase(other, appointmentId, person, errand);
    }

    DeskCase wanting(Errand wanted) {
        return new DeskCase(DeskStage.CONTACT, appointmentId, person, Optional.of(wanted));
    }

    /** Registered already, with a receipt to be handed over. */
    DeskCase handing(Errand done) {
        return new DeskCase(DeskStage.RECEIPT, appointmentId, person, Optional.of(done));
    }

    boolean wants(Errand one) {
        return errand.filter(one::equals).isPresent();
    }

    @Override
    public String toString() {
        return "DeskCase[" + stage + "]";
    }
}
