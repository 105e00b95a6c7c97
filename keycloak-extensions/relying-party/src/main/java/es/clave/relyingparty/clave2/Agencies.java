package es.clave.relyingparty.clave2;

import es.clave.relyingparty.clave2.request.MessageReader;
import es.clave.relyingparty.clave2.request.Refusal;
import es.clave.relyingparty.clave2.request.RefusedException;
import java.util.List;
import java.util.regex.Pattern;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the agency that a message says it is from. */
final class Agencies {

    private static final int LONGEST_PROVIDER_NAME = 255;

    /** The part of a ProviderName that a logout names: identifiers of the administration, no sign that a search reads. */
    private static final Pattern AGENCY = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private final KeycloakSession keycloak;
    private final RealmModel realm;

    Agencies(KeycloakSession keycloak, RealmModel realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    /** The client of that ProviderName. */
    ClientModel named(String providerName) throws RefusedException {
        ClientModel client =
                providerName.length() > LONGEST_PROVIDER_NAME ? null : realm.getClientByClientId(providerName);
        // Compared again: some databases find names that only look alike.
        if (client == null || !isOfClave2(client) || !client.getClientId().equals(providerName)) {
            throw new RefusedException(Refusal.UNKNOWN_AGENCY, "no such ProviderName is registered");
        }
        return client;
    }

    /** The applications that a logout may be of: those of that agency that registered the return address. */
    List<ClientModel> thatMaySay(MessageReader.LogoutClaim claim) throws RefusedException {
        if (!AGENCY.matcher(claim.agency()).matches()) {
            throw new RefusedException(Refusal.UNKNOWN_AGENCY, "the NameID is not an agency's");
        }
        String prefix = claim.agency() + ";";
        List<ClientModel> ofTheAgency = keycloak.clients()
                .searchClientsByClientIdStream(realm, prefix, null, null)
                .filter(Agencies::isOfClave2)
                .filter(client -> client.getClientId().startsWith(prefix))
                .toList();
        if (ofTheAgency.isEmpty()) {
            throw new RefusedException(Refusal.UNKNOWN_AGENCY, "no application of that agency is registered");
        }
        List<ClientModel> returning = ofTheAgency.stream()
                .filter(client -> client.getRedirectUris().contains(claim.returnAddress()))
                .toList();
        if (returning.isEmpty()) {
            throw new RefusedException(Refusal.UNREGISTERED_ADDRESS, "the Issuer is no address that was registered");
        }
        return returning;
    }

    private static boolean isOfClave2(ClientModel client) {
        return Clave2ProtocolFactory.ID.equals(client.getProtocol());
    }
}
