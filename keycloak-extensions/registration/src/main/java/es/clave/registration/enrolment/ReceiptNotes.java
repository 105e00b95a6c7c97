package es.clave.registration.enrolment;

import es.clave.identity.ActivationCode;
import es.clave.platform.ServerKeys;
import es.clave.registration.Notes;
import es.clave.registry.CitizenRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.jose.jwe.JWEException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * The receipt while its page is open, in the notes of the one browser window that registered: sealed, so that no store of
 * sessions has an activation code in clear. Whoever closes the page has seen it for the last time.
 */
public final class ReceiptNotes {

    private static final String CODE = "clave.registration.receipt.code";
    private static final String USER = "clave.registration.receipt.user";
    private static final String KEYS = "registration-receipt";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Notes browser;

    public ReceiptNotes(KeycloakSession session, RealmModel realm, AuthenticationSessionModel browser) {
        this(session, realm, Notes.of(browser));
    }

    /** @param realm in which the citizen is registered */
    public ReceiptNotes(KeycloakSession session, RealmModel realm, Notes notes) {
        this.session = session;
        this.realm = realm;
        this.browser = notes;
    }

    /** Keeps it. */
    public void keep(Receipt receipt) {
        try {
            byte[] code = receipt.code().value().getBytes(StandardCharsets.US_ASCII);
            browser.set(CODE, TokenUtil.jweDirectEncode(key("encryption"), key("authentication"), code));
            browser.set(USER, receipt.citizen().userId());
        } catch (JWEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The receipt; empty if there is none, or none any more. */
    public Optional<Receipt> receipt() {
        return browser.get(CODE).flatMap(kept -> session.getProvider(CitizenRegistry.class)
                .findByUserId(realm, browser.get(USER).orElseThrow())
                .map(citizen -> new Receipt(citizen, open(kept))));
    }

    private ActivationCode open(String sealed) {
        try {
            byte[] code = TokenUtil.jweDirectVerifyAndDecode(key("encryption"), key("authentication"), sealed);
            return ActivationCode.parse(new String(code, StandardCharsets.US_ASCII))
                    .orElseThrow();
        } catch (JWEException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    /** Forgets it. */
    public void forget() {
        browser.remove(CODE);
        browser.remove(USER);
    }

    private SecretKey key(String use) {
        return new SecretKeySpec(session.getProvider(ServerKeys.class).derive(KEYS + "-" + use), "AES");
    }
}
