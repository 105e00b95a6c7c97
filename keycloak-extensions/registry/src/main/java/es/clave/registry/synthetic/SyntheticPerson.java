package es.clave.registry.synthetic;

import es.clave.identity.ContrastDatum;
import es.clave.identity.MobileNumber;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import java.util.Optional;

/**
 * Somebody who does not exist.
 *
 * @param mobile the phone that the person has, registered or not
 * @param registration what the registry knows of the person; empty if not registered
 * @param story what the person is there for
 * @param password of Cl@ve Permanente, for demonstrations only; empty if not activated
 */
public record SyntheticPerson(
        CivilPerson civil,
        ContrastDatum datum,
        Optional<MobileNumber> mobile,
        Optional<String> email,
        Optional<Registration> registration,
        String story,
        Optional<String> password) {

    /** How the person registered and what became of it. */
    public record Registration(Citizen.Route route, Citizen.Status status) {}

    /** Whether Cl@ve works for the person. */
    public boolean usesClave() {
        return civil.alive()
                && registration
                        .filter(known -> known.status() == Citizen.Status.ACTIVE)
                        .isPresent();
    }

    @Override
    public String toString() {
        return "SyntheticPerson[" + story + "]";
    }
}
