package es.clave.registry;

import es.clave.identity.ContrastDatum;
import es.clave.identity.NationalId;
import org.keycloak.provider.Provider;

/** The source that says whether a document is who it claims to be; in Spain, the police's identity verification service. */
public interface CivilRegister extends Provider {

    /** What the register answers. */
    sealed interface Answer {

        /** Number and datum belong to this person, dead or alive. */
        record Confirmed(CivilPerson person) implements Answer {}

        /** They do not; the register does not say which of the two is wrong. */
        record NotConfirmed() implements Answer {}

        /** The register cannot be asked now. */
        record Unavailable() implements Answer {}
    }

    /** Checks a document. Takes the same time whatever it answers. */
    Answer verify(NationalId id, ContrastDatum datum);
}
