package es.clave.registration.office;

import es.clave.registration.RegistrationContext;
import es.clave.registration.RegistrationRoute;
import es.clave.registry.Citizen;
import java.time.Clock;

/**
 * Registering at an office: the citizen makes an appointment here, and a registrar does the rest. The pages prove nobody
 * and register nobody: who comes with the same document finds the appointment again, to move or cancel it.
 */
final class OfficeRoute implements RegistrationRoute {

    private final Places places;
    private final MapOfSpain map;
    private final Clock clock;

    OfficeRoute(Places places, MapOfSpain map, Clock clock) {
        this.places = places;
        this.map = map;
        this.clock = clock;
    }

    @Override
    public Citizen.Route kind() {
        return Citizen.Route.OFFICE;
    }

    @Override
    public void begin(RegistrationContext context) {
        visit(context).begin();
    }

    @Override
    public void resume(RegistrationContext context) {
        visit(context).resume();
    }

    @Override
    public void action(RegistrationContext context, String step) {
        visit(context).action(step);
    }

    private AppointmentVisit visit(RegistrationContext context) {
        return new AppointmentVisit(context, places, new OfficePages(context, map), clock);
    }
}
