package es.clave.admin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;

/**
 * Takes the place of Keycloak's own factory: the same id, so that the realms' user profiles stay theirs, and a higher
 * order, by which Keycloak chooses between the two.
 */
public final class RegistrationProfileProviderFactory extends DeclarativeUserProfileProviderFactory {

    @Override
    public int order() {
        return super.order() + 1;
    }

    @Override
    public DeclarativeUserProfileProvider create(KeycloakSession session) {
        return new RegistrationProfileProvider(session, this);
    }
}
