package es.clave.registry.jpa;

import es.clave.identity.NationalId;
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
    public Optional<String> unregistered(RealmModel realm, NationalId id) {
        return entities.createQuery(
                        "select user.id from UserEntity user where user.realmId = :realmId and user.username = :name",
                        String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("name", usernameOfUnregistered(id))
                .getResultStream()
                .findFirst();
    }

    /** What the user of somebody is called here who logged in without being registered. */
    static String usernameOfUnregistered(NationalId id) {
        return "unregistered-" + id.value();
    }

    @Override
    public void open(RealmModel realm, String userId, String username, PersonName name, Optional<String> email) {
        UserEntity user =
                Optional.ofNullable(entities.find(UserEntity.class, userId)).orElseGet(() -> make(realm, userId));
        user.setUsername(username);
        describe(user, name, email);
        entities.persist(user);
    }

    private static UserEntity make(RealmModel realm, String userId) {
        UserEntity user = new UserEntity();
        user.setId(userId);
        user.setRealmId(realm.getId());
        return user;
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

    @Override
    public void forgetCredentials(RealmModel realm, String userId) {
        entities.find(UserEntity.class, userId).getCredentials().clear();
    }

    @Override
    public void remove(RealmModel realm, String userId) {
        entities.remove(entities.find(UserEntity.class, userId));
    }
}
