package es.clave.registry.jpa;

import es.clave.registry.PersonName;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** {@link Accounts} without a server: straight in Keycloak's table of users. */
final class AccountRows implements Accounts {

    private final EntityManager entities;

    AccountRows(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void open(RealmModel realm, String userId, String username, PersonName name, Optional<String> email) {
        UserEntity user = new UserEntity();
        user.setId(userId);
        user.setRealmId(realm.getId());
        user.setUsername(username);
        describe(user, name, email);
        entities.persist(user);
    }

    @Override
    public void refresh(RealmModel realm, String userId, PersonName name, Optional<String> email) {
        describe(entities.find(UserEntity.class, userId), name, email);
    }

    private static void describe(UserEntity user, PersonName name, Optional<String> email) {
        user.setEnabled(true);
        user.setFirstName(name.given());
        user.setLastName(name.family());
        email.ifPresent(address -> user.setEmail(address, true));
    }

    @Override
    public void changeEmail(RealmModel realm, String userId, String email) {
        entities.find(UserEntity.class, userId).setEmail(email, true);
    }

    @Override
    public void close(RealmModel realm, String userId) {
        entities.find(UserEntity.class, userId).setEnabled(false);
    }
}
