package es.clave.registration.desk;

import es.clave.identity.NationalId;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Who sits at a desk.
 *
 * @param id the Keycloak user's, by which acts are kept
 * @param nationalId the officer's own: nobody serves himself
 * @param officeId whose appointments the officer sees
 */
record Officer(String id, String name, NationalId nationalId, String officeId) {

    private static final String ROLE = "registrar";
    private static final String NATIONAL_ID = "nationalId";
    private static final String OFFICE = "office";

    /** The officer behind this account; empty without the role, or where DNI or office are missing. */
    static Optional<Officer> of(RealmModel realm, UserModel user) {
        RoleModel registrar = realm.getRole(ROLE);
        Optional<NationalId> nationalId = Optional.ofNullable(user.getFirstAttribute(NATIONAL_ID))
                .flatMap(value -> NationalId.parse(value).valid());
        Optional<String> office = Optional.ofNullable(user.getFirstAttribute(OFFICE));
        return registrar != null && user.hasRole(registrar) && nationalId.isPresent() && office.isPresent()
                ? Optional.of(new Officer(user.getId(), name(user), nationalId.get(), office.get()))
                : Optional.empty();
    }

    private static String name(UserModel user) {
        String full = Optional.ofNullable(user.getFirstName()).orElse("") + " "
                + Optional.ofNullable(user.getLastName()).orElse("");
        return full.isBlank() ? user.getUsername() : full.strip();
    }

    @Override
    public String toString() {
        return "Officer[" + id + "]";
    }
}
