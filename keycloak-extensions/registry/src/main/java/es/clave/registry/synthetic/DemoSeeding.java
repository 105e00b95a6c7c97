package es.clave.registry.synthetic;

import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.dblock.DBLockManager;
import org.keycloak.models.dblock.DBLockProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Registers the fixed population in the realm {@code clave}, each person who is not there yet. */
public final class DemoSeeding {

    private static final Logger LOG = Logger.getLogger(DemoSeeding.class);
    private static final String REALM = "clave";
    private static final String SYSTEM = "system";

    private final RealmModel realm;
    private final CitizenRegistry registry;

    public DemoSeeding(RealmModel realm, CitizenRegistry registry) {
        this.realm = realm;
        this.registry = registry;
    }

    /** Seeds, if the realm is there. Of several nodes that start at once, one at a time does it. */
    public static void seed(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            DBLockProvider lock = new DBLockManager(session).getDBLock();
            lock.waitForLock(DBLockProvider.Namespace.KEYCLOAK_BOOT);
            try {
                KeycloakModelUtils.runJobInTransaction(factory, DemoSeeding::seed);
            } finally {
                lock.releaseLock();
            }
        });
    }

    private static void seed(KeycloakSession session) {
        RealmModel realm = session.realms().getRealmByName(REALM);
        if (realm == null) {
            LOG.infof("No demo citizens: there is no realm %s", REALM);
            return;
        }
        session.getContext().setRealm(realm);
        int seeded = new DemoSeeding(realm, session.getProvider(CitizenRegistry.class)).register();
        new DemoPasswords(session, realm).set();
        LOG.infof("%d demo citizens were registered in the realm %s", seeded, REALM);
    }

    /** Registers who is missing; returns how many that were. */
    public int register() {
        int registered = 0;
        for (SyntheticPerson person : Population.load().people()) {
            if (person.registration().isPresent()
                    && registry.find(realm, person.civil().nationalId()).isEmpty()) {
                register(person, person.registration().get());
                registered++;
            }
        }
        return registered;
    }

    private void register(SyntheticPerson person, SyntheticPerson.Registration registration) {
        CitizenRegistry.Outcome outcome = registry.register(
                realm,
                new CitizenRegistry.Registration(
                        person.civil(),
                        registration.route().level(),
                        registration.route(),
                        person.mobile().orElseThrow(),
                        false,
                        person.email(),
                        SYSTEM));
        if (outcome instanceof CitizenRegistry.Outcome.Registered registered) {
            bring(registered.citizen(), registration.status());
        } else {
            LOG.warnf("A demo citizen could not be registered (%s): %s", person.story(), outcome);
        }
    }

    private void bring(Citizen citizen, Citizen.Status status) {
        switch (status) {
            case ACTIVE -> {
                // As every registration begins.
            }
            case DISABLED -> registry.disable(realm, citizen, SYSTEM);
            case RENOUNCED -> registry.renounce(realm, citizen, SYSTEM);
        }
    }
}
