package es.clave.platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Which data go to an agency, as the keys of the words by which the theme tells them. What a client scope tells stands in
 * its text for the consent page, a key such as <code>${dataIdentity}</code>.
 */
public final class AgencyData {

    private AgencyData() {}

    /** The data that the login under way would tell: of the scopes that the agency always has, and those it asks for. */
    public static List<String> keys(AuthenticationSessionModel login) {
        ClientModel agency = login.getClient();
        String asked =
                Optional.ofNullable(login.getClientNote(OAuth2Constants.SCOPE)).orElse("");
        Set<String> names = Set.copyOf(Arrays.asList(asked.split(" ", -1)));
        Stream<ClientScopeModel> always = agency.getClientScopes(true).values().stream();
        Stream<ClientScopeModel> onRequest =
                agency.getClientScopes(false).values().stream().filter(scope -> names.contains(scope.getName()));
        return Stream.concat(always, onRequest)
                .filter(ClientScopeModel::isDisplayOnConsentScreen)
                .sorted(Comparator.comparing(ClientScopeModel::getGuiOrder, Comparator.nullsLast(String::compareTo)))
                .map(AgencyData::key)
                .distinct()
                .toList();
    }

    /** The key of the words for what a scope tells; the words themselves where an administrator wrote those. */
    static String key(ClientScopeModel scope) {
        String text = scope.getConsentScreenText();
        return text.startsWith("${") && text.endsWith("}") ? text.substring(2, text.length() - 1) : text;
    }
}
