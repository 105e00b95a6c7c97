package es.clave.relyingparty.clave2;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/**
 * The client scopes by which citizens are told which data go to an application of Cl@ve 2, and asked, where it is set so.
 * What the application is told does not depend on them, except that nothing goes unasked where citizens are asked.
 */
final class DataScopes {

    /** Who somebody is: what always comes. */
    private static final String IDENTITY = "clave2_identity";

    private static final Map<ToldAttribute, String> OF_ATTRIBUTES = Map.of(
            ToldAttribute.DATE_OF_BIRTH, "clave2_birthdate",
            ToldAttribute.REGISTER_TYPE, "clave2_registration");

    private final ClientModel client;

    DataScopes(ClientModel client) {
        this.client = client;
    }

    /** The scopes of a request, as Keycloak wants them. */
    static String asked(Collection<ToldAttribute> attributes) {
        return attributes.stream()
                .flatMap(attribute -> Optional.ofNullable(OF_ATTRIBUTES.get(attribute)).stream())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Whether the citizen can agree that an application learns who they are, or need not be asked. */
    boolean coverIdentity() {
        return cover(IDENTITY);
    }

    /** Whether the citizen can agree that this goes to the application, or need not be asked. */
    boolean cover(ToldAttribute attribute) {
        return Optional.ofNullable(OF_ATTRIBUTES.get(attribute))
                .map(this::cover)
                .orElse(true);
    }

    private boolean cover(String scope) {
        return !client.isConsentRequired()
                || Stream.of(client.getClientScopes(true), client.getClientScopes(false))
                        .flatMap(scopes -> Optional.ofNullable(scopes.get(scope)).stream())
                        .anyMatch(known -> known.isDisplayOnConsentScreen());
    }
}
