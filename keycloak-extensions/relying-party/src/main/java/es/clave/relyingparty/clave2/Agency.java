package es.clave.relyingparty.clave2;

import es.clave.identity.AssuranceLevel;
import es.clave.relyingparty.CitizenAttribute;
import es.clave.relyingparty.clave2.request.Refusal;
import es.clave.relyingparty.clave2.request.RefusedException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

/** An application of an agency, as it is registered: a client whose id is its ProviderName. */
final class Agency {

    private static final Logger LOG = Logger.getLogger(Agency.class);

    private final ClientModel client;
    private final AgencySettingsMapper.Settings settings;

    private Agency(ClientModel client, AgencySettingsMapper.Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** The agency that this client is; refused if it must not log anybody in, or is not registered well enough for it. */
    static Agency of(ClientModel client) throws RefusedException {
        if (!client.isEnabled() || !client.isStandardFlowEnabled()) {
            throw new RefusedException(Refusal.DISABLED_AGENCY, "the client is disabled");
        }
        if (!new DataScopes(client).coverIdentity()) {
            LOG.errorf("The agency %s asks citizens, and has no scope that they could agree to", client.getClientId());
            throw new RefusedException(Refusal.DISABLED_AGENCY, "it asks citizens, and has no scope for that");
        }
        try {
            return new Agency(client, AgencySettingsMapper.of(client));
        } catch (CertificateException e) {
            LOG.errorf("The certificates of the agency %s cannot be read: %s", client.getClientId(), e.getMessage());
            throw new RefusedException(Refusal.DISABLED_AGENCY, "its registered certificates cannot be read");
        }
    }

    ClientModel client() {
        return client;
    }

    /** Those whose keys sign its messages. */
    List<X509Certificate> certificates() {
        return settings.certificates();
    }

    /** The key that its assertions are encrypted for. */
    Optional<PublicKey> encryptionKey() {
        return settings.encryption().map(X509Certificate::getPublicKey);
    }

    /** Whether it may ask for this. */
    boolean mayAskFor(CitizenAttribute attribute) {
        return settings.attributes().contains(attribute);
    }

    /** Whether the citizen can agree that this goes to it, or need not be asked. */
    boolean citizensMayAgreeTo(ToldAttribute attribute) {
        return new DataScopes(client).cover(attribute);
    }

    /** Whether answers may go there: to the letter, for whatever leaves room here is room for an attacker. */
    boolean registered(String address) {
        return (address.startsWith("https://") || address.startsWith("http://"))
                && client.getRedirectUris().contains(address);
    }

    /** The level below which it never wants a login, by its settings. */
    AssuranceLevel leastLevel() {
        String uri = client.getAttribute(Constants.MINIMUM_ACR_VALUE);
        return Arrays.stream(AssuranceLevel.values())
                .filter(level -> level.uri().equals(uri))
                .findFirst()
                .orElse(AssuranceLevel.LOW);
    }
}
