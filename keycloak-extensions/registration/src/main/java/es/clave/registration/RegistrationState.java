package es.clave.registration;

import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** How far this browser window's registration has come, in the notes of its authentication session. */
final class RegistrationState {

    private static final String PREFIX = "clave.registration.";
    private static final String STAGE = PREFIX + "stage";
    private static final String PERSON = PREFIX + "person";
    private static final String ROUTE = PREFIX + "route";
    private static final String ROUTE_NOTES = PREFIX + "route-note.";
    private static final String ROUTE_NOTE_NAMES = PREFIX + "route-notes";

    private final AuthenticationSessionModel browser;

    RegistrationState(AuthenticationSessionModel browser) {
        this.browser = browser;
    }

    Stage stage() {
        return text(STAGE).map(Stage::valueOf).orElse(Stage.START);
    }

    void to(Stage stage) {
        browser.setAuthNote(STAGE, stage.name());
    }

    /** The person whose document was confirmed. */
    Optional<CivilPerson> person() {
        return text(PERSON).map(PersonNote::read);
    }

    /** The document was confirmed: what was proven of somebody else before is forgotten. */
    void identified(CivilPerson person) {
        forget();
        browser.setAuthNote(PERSON, PersonNote.write(person));
        to(Stage.ROUTES);
    }

    Optional<Citizen.Route> route() {
        return text(ROUTE).map(Citizen.Route::valueOf);
    }

    void choose(Citizen.Route route) {
        forgetRoute();
        browser.setAuthNote(ROUTE, route.name());
        to(Stage.ROUTE);
    }

    /** A note of the chosen route's own. */
    Optional<String> routeNote(String name) {
        return text(ROUTE_NOTES + name);
    }

    void setRouteNote(String name, String value) {
        String names = text(ROUTE_NOTE_NAMES).orElse("");
        if (!Arrays.asList(names.split(",", -1)).contains(name)) {
            browser.setAuthNote(ROUTE_NOTE_NAMES, names.isEmpty() ? name : names + "," + name);
        }
        browser.setAuthNote(ROUTE_NOTES + name, value);
    }

    void forgetRouteNote(String name) {
        browser.removeAuthNote(ROUTE_NOTES + name);
    }

    /** Back to the choice: a route that is chosen again begins anew. */
    void forgetRoute() {
        for (String name : text(ROUTE_NOTE_NAMES).orElse("").split(",", -1)) {
            browser.removeAuthNote(ROUTE_NOTES + name);
        }
        browser.removeAuthNote(ROUTE_NOTE_NAMES);
        browser.removeAuthNote(ROUTE);
    }

    /** Forgets everything but what was typed into the first page. */
    void forget() {
        forgetRoute();
        browser.removeAuthNote(STAGE);
        browser.removeAuthNote(PERSON);
    }

    private Optional<String> text(String note) {
        return Optional.ofNullable(browser.getAuthNote(note));
    }
}
