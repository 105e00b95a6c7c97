package es.clave.platform;

import org.keycloak.models.ClientModel;

/** What citizens call an agency. */
public final class AgencyName {

    private AgencyName() {}

    /** The agency's name as citizens know it; its identifier where it has none. */
    public static String of(ClientModel agency) {
        String name = agency.getName();
        return name == null || name.isBlank() ? agency.getClientId() : name;
    }
}
