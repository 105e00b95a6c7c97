package es.clave.platform;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;

/**
 * What a citizen has agreed to let agencies know, for agencies that are set to ask ({@code consentRequired}). Whoever takes
 * an agreement back is asked again at the next login there.
 */
public final class AgencyConsents {

    private final KeycloakSession keycloak;
    private final RealmModel realm;

    private AgencyConsents(KeycloakSession keycloak, RealmModel realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    /**
     * What a citizen agreed to with one agency.
     *
     * @param clientId the agency's identifier, by which it is taken back
     * @param agencyName as citizens know it
     * @param dataKeys the theme's keys of the data that go there, such as {@code dataIdentity}
     * @param since when the citizen agreed, or last agreed to more
     */
    public record Consent(String clientId, String agencyName, List<String> dataKeys, Instant since) {}

    /** The agreements of this realm's citizens. */
    public static AgencyConsents in(KeycloakSession keycloak, RealmModel realm) {
        return new AgencyConsents(keycloak, realm);
    }

    /** What this citizen agreed to, the latest first. */
    public List<Consent> of(UserModel citizen) {
        return keycloak.users()
                .getConsentsStream(realm, citizen.getId())
                .map(AgencyConsents::consent)
                .sorted(Comparator.comparing(Consent::since).reversed())
                .toList();
    }

    /** Takes an agreement back, and tells whether there was one. */
    public boolean revoke(UserModel citizen, String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId))
                .map(agency -> keycloak.users().revokeConsentForClient(realm, citizen.getId(), agency.getId()))
                .orElse(false);
    }

    private static Consent consent(UserConsentModel consent) {
        ClientModel agency = consent.getClient();
        List<String> data = consent.getGrantedClientScopes().stream()
                .filter(ClientScopeModel::isDisplayOnConsentScreen)
                .sorted(Comparator.comparing(ClientScopeModel::getGuiOrder, Comparator.nullsLast(String::compareTo)))
                .map(AgencyData::key)
                .distinct()
                .toList();
        return new Consent(
                agency.getClientId(),
                AgencyName.of(agency),
                data,
                Instant.ofEpochMilli(
                        Optional.ofNullable(consent.getLastUpdatedDate()).orElse(0L)));
    }
}
