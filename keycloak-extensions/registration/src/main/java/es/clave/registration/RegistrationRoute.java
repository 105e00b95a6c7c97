package es.clave.registration;

import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.provider.Provider;

/**
 * A way of proving who one is, between the page that offers all of them and the contact data. It has pages and steps of its
 * own; a button {@code name="step" value="letter.request"} on one of them comes here as {@code request}, if this is the
 * route that was chosen.
 *
 * <p>Nothing that a route answers before it has proven the person may tell whether that person is registered.
 */
public interface RegistrationRoute extends Provider {

    /** Which route it is; its texts, its place in the list and its level follow from it. */
    Citizen.Route kind();

    /** Why the route is closed to this person: the key of a text; empty if it is open. */
    default Optional<String> closedTo(CivilPerson person, LocalDate today) {
        return person.minorOn(today) && kind() != Citizen.Route.OFFICE
                ? Optional.of("registrationAdultsOnly")
                : Optional.empty();
    }

    /** The citizen chose it: shows its first page. */
    void begin(RegistrationContext context);

    /** Shows the page that the citizen has come to: after loading it anew, changing the language or going back to it. */
    void resume(RegistrationContext context);

    /** Takes a step of its own; an unknown one is a {@link #resume}. */
    void action(RegistrationContext context, String step);

    /** What stands before the dot in the names of its steps. */
    default String id() {
        return kind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    default void close() {}
}
