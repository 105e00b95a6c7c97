package es.clave.messaging.smtp;

import es.clave.messaging.EmailSender;
import es.clave.messaging.EmailSenderFactory;
import es.clave.platform.ServerClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.truststore.TruststoreProvider;
import org.keycloak.vault.VaultStringSecret;

/** Makes {@link SmtpEmailSender}s. They have no options: the mail server is the realm's. */
public final class SmtpEmailSenderFactory implements EmailSenderFactory {

    public static final String PROVIDER_ID = "smtp";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public EmailSender create(KeycloakSession session) {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        return new SmtpEmailSender(
                realmId -> KeycloakModelUtils.runJobInTransactionWithResult(sessions, own -> settings(own, realmId)),
                Optional.ofNullable(session.getProvider(TruststoreProvider.class))
                        .map(TruststoreProvider::getSSLSocketFactory),
                new ServerClock());
    }

    private static Optional<SmtpSettings> settings(KeycloakSession session, String realmId) {
        Optional<RealmModel> realm = Optional.ofNullable(session.realms().getRealm(realmId));
        realm.ifPresent(session.getContext()::setRealm);
        return realm.map(RealmModel::getSmtpConfig)
                .map(config -> withSecret(session, config))
                .flatMap(SmtpSettings::of);
    }

    /** The password may stand in a vault and only its name in the realm. */
    private static Map<String, String> withSecret(KeycloakSession session, Map<String, String> config) {
        Map<String, String> resolved = new HashMap<>(config);
        Optional.ofNullable(config.get("password")).ifPresent(password -> {
            try (VaultStringSecret secret = session.vault().getStringSecret(password)) {
                resolved.put("password", secret.get().orElse(password));
            }
        });
        return resolved;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
