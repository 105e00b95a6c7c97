package es.clave.registration.desk;

import es.clave.identity.NationalId;
import es.clave.platform.FormFields;
import es.clave.platform.TypedDocument;
import es.clave.registry.CivilPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.utils.FormMessage;

/** Who comes along with a minor: a living adult with a document of their own, who is not the officer. */
final class Guardians {

    /** The field of the guardian's DNI or NIE. */
    static final String NATIONAL_ID = "guardianId";

    /** The field of the guardian's contrast datum. */
    static final String CONTRAST_DATUM = "guardianDatum";

    private final DocumentLookUp lookUp;

    Guardians(DocumentLookUp lookUp) {
        this.lookUp = lookUp;
    }

    /** What became of the guardian's document. */
    sealed interface Answer {

        /** This is the guardian. */
        record Present(NationalId guardian) implements Answer {}

        /** What is wrong, field by field. */
        record Mistaken(List<FormMessage> mistakes) implements Answer {}
    }

    static TypedDocument typed(FormFields form) {
        return new TypedDocument(form.text(NATIONAL_ID), form.text(CONTRAST_DATUM));
    }

    Answer of(TypedDocument typed, CivilPerson minor, LocalDate today) {
        if (typed.document().isEmpty()) {
            return new Answer.Mistaken(ofTheGuardian(typed.mistakes()));
        }
        TypedDocument.Document document = typed.document().get();
        if (document.nationalId().value().equals(minor.nationalId().value())) {
            return mistaken("deskGuardianSame");
        }
        DocumentLookUp.Answer answer = lookUp.of(document);
        if (answer instanceof DocumentLookUp.Answer.Refused refused) {
            return new Answer.Mistaken(List.of(new FormMessage(
                    NATIONAL_ID, refused.messageKey(), refused.parameters().toArray())));
        }
        CivilPerson guardian = ((DocumentLookUp.Answer.Found) answer).person();
        return guardian.minorOn(today) ? mistaken("deskGuardianMinor") : new Answer.Present(guardian.nationalId());
    }

    private static Answer mistaken(String key) {
        return new Answer.Mistaken(List.of(new FormMessage(NATIONAL_ID, key)));
    }

    private static List<FormMessage> ofTheGuardian(List<FormMessage> mistakes) {
        List<FormMessage> own = new ArrayList<>();
        for (FormMessage mistake : mistakes) {
            String field = mistake.getField().equals(TypedDocument.NATIONAL_ID) ? NATIONAL_ID : CONTRAST_DATUM;
            own.add(new FormMessage(field, mistake.getMessage(), mistake.getParameters()));
        }
        return own;
    }
}
