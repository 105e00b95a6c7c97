package es.clave.relyingparty;

import es.clave.identity.AuthenticationMethod;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** What could be told of the citizen of a session. Somebody who is no citizen has nothing to tell. */
public final class CitizenProfile {

    private final Optional<Citizen> citizen;
    private final Optional<CertifiedPerson> certified;
    private final LoginFacts login;

    CitizenProfile(Optional<Citizen> citizen, Optional<CertifiedPerson> certified, LoginFacts login) {
        this.citizen = citizen;
        // Who is registered by now is who the registry says.
        this.certified = certified.filter(person -> citizen.isEmpty());
        this.login = login;
    }

    /** The profile of who is logged in. One look-up in the registry, however many mappers ask during a request. */
    public static CitizenProfile of(KeycloakSession keycloak, UserSessionModel session) {
        String key = CitizenProfile.class.getName() + "." + session.getId();
        return Optional.ofNullable(keycloak.getAttribute(key, CitizenProfile.class))
                .orElseGet(() -> {
                    CitizenProfile profile = lookUp(keycloak, session);
                    keycloak.setAttribute(key, profile);
                    return profile;
                });
    }

    private static CitizenProfile lookUp(KeycloakSession keycloak, UserSessionModel session) {
        return new CitizenProfile(
                keycloak.getProvider(CitizenRegistry.class)
                        .findByUserId(session.getRealm(), session.getUser().getId()),
                CertifiedPerson.of(session),
                LoginFacts.of(session));
    }

    /** What one attribute says, empty where it says nothing. */
    public Optional<String> value(CitizenAttribute attribute) {
        return switch (attribute) {
            case PERSON_IDENTIFIER ->
                citizen.map(is -> is.nationalId().value()).or(() -> certified.map(CertifiedPerson::nationalId));
            case FIRST_NAME -> citizen.map(is -> is.name().given()).or(() -> certified.map(CertifiedPerson::given));
            case FAMILY_NAME -> citizen.map(is -> is.name().family()).or(() -> certified.map(CertifiedPerson::family));
            case FIRST_SURNAME ->
                citizen.map(is -> is.name().firstSurname()).or(() -> certified.map(CertifiedPerson::firstSurname));
            case SECOND_SURNAME ->
                citizen.flatMap(is -> is.name().secondSurname())
                        .or(() -> certified.flatMap(CertifiedPerson::secondSurname));
            case DATE_OF_BIRTH -> citizen.map(Citizen::birthDate).map(date -> date.toString());
            case REGISTER_TYPE -> citizen.flatMap(is -> login.registration()).map(Enum::name);
            case SELECTED_IDP -> login.method().map(AuthenticationMethod::selectedIdP);
            case PARTIAL_AFIRMA -> login.certificate();
        };
    }
}
