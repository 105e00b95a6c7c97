package es.clave.registration.enrolment;

import es.clave.identity.ActivationCode;
import es.clave.identity.EmailAddress;
import es.clave.identity.RegistrationLevel;
import es.clave.registration.contact.ProvenMobile;
import es.clave.registry.ActivationCodes;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.CitizenRegistry.Registration;
import es.clave.registry.CivilPerson;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The one way in which registrations end, whoever proved the person: the act, the messages and the activation code, in the
 * transaction of the session. Killed at any moment, all of it happened or nothing.
 */
public final class Enrolment {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EnrolmentMessages messages;

    public Enrolment(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.messages = new EnrolmentMessages(session, realm, clock);
    }

    /**
     * What is to be registered.
     *
     * @param person as the civil register knows it, proven by the route
     * @param takesOver whether the citizen was told that somebody else would lose the number, and wants it
     * @param email empty only where an officer registers somebody who has none
     * @param by the officer's user id; empty where the citizen does it
     * @param locale the language of the messages
     */
    public record Request(
            CivilPerson person,
            Citizen.Route route,
            ProvenMobile mobile,
            boolean takesOver,
            Optional<EmailAddress> email,
            Optional<String> by,
            Locale locale) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** Registered, or moved on to a higher level. */
        record Completed(Receipt receipt) implements Outcome {}

        /** The number is somebody else's, and the citizen was not told yet. */
        record TakesFromAnother() implements Outcome {}

        /** Registered at this or a higher level before: nothing changed. */
        record AlreadyRegistered(Citizen citizen) implements Outcome {}

        /** Who left, or was stopped, comes back by certificate or in person only. */
        record RouteNotAllowed() implements Outcome {}
    }

    /**
     * What a registration by this route would meet, to be told before contact data are asked for: only to who has proven to
     * be that person.
     *
     * @return empty where nothing stands in the way
     */
    public Optional<Outcome> obstacle(CivilPerson person, Citizen.Route route) {
        Optional<Citizen> known = registry().find(realm, person.nationalId());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        boolean active = known.get().status() == Citizen.Status.ACTIVE;
        if (active && known.get().level().atLeast(route.level())) {
            return Optional.of(new Outcome.AlreadyRegistered(known.get()));
        }
        return active || route.level().atLeast(RegistrationLevel.ADVANCED)
                ? Optional.empty()
                : Optional.of(new Outcome.RouteNotAllowed());
    }

    /** Whether the number belongs to an active citizen other than this person: to be told only to who has proven the number. */
    public boolean takesFromAnother(CivilPerson person, ProvenMobile mobile) {
        return registry()
                .findByMobile(realm, mobile.number())
                .filter(holder -> !holder.nationalId().equals(person.nationalId()))
                .isPresent();
    }

    /** Registers. */
    public Outcome complete(Request request) {
        Optional<Citizen> before = registry().find(realm, request.person().nationalId());
        String by = request.by().or(() -> before.map(Citizen::id)).orElse(Registration.BY_THE_CITIZEN);
        // Only who was told may take a number: otherwise the registry refuses, and the page asks.
        Registration registration = new Registration(
                request.person(),
                request.route().level(),
                request.route(),
                request.mobile().number(),
                request.takesOver(),
                request.email().map(EmailAddress::value),
                by);
        CitizenRegistry.Outcome outcome = registry().register(realm, registration);
        if (outcome instanceof CitizenRegistry.Outcome.Registered registered) {
            Citizen citizen = registered.citizen();
            ActivationCode code = session.getProvider(ActivationCodes.class).issue(realm, citizen);
            registered.displaced().ifPresent(messages::displaced);
            before.ifPresent(earlier -> messages.changed(earlier, citizen, request.locale()));
            messages.welcome(citizen, request.locale());
            return new Outcome.Completed(new Receipt(citizen, code));
        }
        if (outcome instanceof CitizenRegistry.Outcome.MobileTaken) {
            return new Outcome.TakesFromAnother();
        }
        return outcome instanceof CitizenRegistry.Outcome.AlreadyRegistered
                ? new Outcome.AlreadyRegistered(
                        registry().find(realm, request.person().nationalId()).orElseThrow())
                : new Outcome.RouteNotAllowed();
    }

    private CitizenRegistry registry() {
        return session.getProvider(CitizenRegistry.class);
    }
}
