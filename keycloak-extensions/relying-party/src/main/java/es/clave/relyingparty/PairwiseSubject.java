package es.clave.relyingparty;

import es.clave.platform.ServerKeys;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The name by which one agency knows a citizen: always the same there, another at every other agency, and nobody can tell
 * that the two are one person (OpenID Connect Core 1.0, 8.1; SAML Core 2.0, 8.3.7). It lasts as long as the server's secret.
 */
public final class PairwiseSubject {

    /** The attribute of a client that names whose application it is: those with the same one know citizens by the same name. */
    public static final String SECTOR = "clave.sector";

    private static final String PURPOSE = "relying-party/pairwise-subject";

    private PairwiseSubject() {}

    /** What this agency calls this citizen. */
    public static String of(KeycloakSession keycloak, ClientModel agency, UserModel citizen) {
        return keycloak.getProvider(ServerKeys.class)
                .keyedHash(PURPOSE)
                .of(agency.getRealm().getId(), sector(agency), citizen.getId());
    }

    private static String sector(ClientModel agency) {
        String sector = agency.getAttribute(SECTOR);
        return sector == null || sector.isBlank() ? "client:" + agency.getClientId() : "sector:" + sector.strip();
    }
}
