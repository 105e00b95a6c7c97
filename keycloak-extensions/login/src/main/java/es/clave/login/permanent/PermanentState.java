package es.clave.login.permanent;

import es.clave.login.password.PasswordStrength;
import es.clave.platform.ServerKeys;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.jose.jwe.JWEException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** What this browser window has proven so far: notes of Keycloak's authentication session, which no browser can write. */
final class PermanentState {

    private static final String STAGE = "clave.permanent.stage";
    private static final String USER_ID = "clave.permanent.user";
    private static final String EMAIL = "clave.permanent.email";
    private static final String ACTIVATION_CODE = "clave.permanent.activation";
    private static final String STRENGTH = "clave.permanent.strength";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    PermanentState(AuthenticationFlowContext context) {
        this.session = context.getSession();
        this.login = context.getAuthenticationSession();
    }

    Stage stage() {
        String name = login.getAuthNote(STAGE);
        return name == null ? Stage.PASSWORD : Stage.valueOf(name);
    }

    /** Goes there; whom it is about is forgotten where nothing is proven. */
    void goTo(Stage stage) {
        login.setAuthNote(STAGE, stage.name());
        if (stage == Stage.PASSWORD || stage == Stage.ACTIVATION) {
            login.removeAuthNote(USER_ID);
            login.removeAuthNote(ACTIVATION_CODE);
        }
    }

    /** The user who has proven what came before this stage. */
    Optional<String> userId() {
        return Optional.ofNullable(login.getAuthNote(USER_ID));
    }

    void proven(String userId) {
        login.setAuthNote(USER_ID, userId);
    }

    /** What was typed, to be shown again. */
    String email() {
        return Optional.ofNullable(login.getAuthNote(EMAIL)).orElse("");
    }

    void keepEmail(String typed) {
        login.setAuthNote(EMAIL, typed);
    }

    /** The activation code until it is used up at the last step: sealed, for no store of sessions should have one. */
    void keepActivationCode(String typed) {
        try {
            login.setAuthNote(
                    ACTIVATION_CODE,
                    TokenUtil.jweDirectEncode(
                            key("encryption"), key("authentication"), typed.getBytes(StandardCharsets.UTF_8)));
        } catch (JWEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String activationCode() {
        String sealed = login.getAuthNote(ACTIVATION_CODE);
        if (sealed == null) {
            return "";
        }
        try {
            return new String(
                    TokenUtil.jweDirectVerifyAndDecode(key("encryption"), key("authentication"), sealed),
                    StandardCharsets.UTF_8);
        } catch (JWEException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private SecretKey key(String use) {
        return new SecretKeySpec(session.getProvider(ServerKeys.class).derive("permanent-activation-" + use), "AES");
    }

    void keepStrength(PasswordStrength strength) {
        login.setAuthNote(STRENGTH, strength.name());
    }

    PasswordStrength strength() {
        return Optional.ofNullable(login.getAuthNote(STRENGTH))
                .map(PasswordStrength::valueOf)
                .orElse(PasswordStrength.FAIR);
    }

    void forget() {
        for (String note : new String[] {STAGE, USER_ID, EMAIL, ACTIVATION_CODE, STRENGTH}) {
            login.removeAuthNote(note);
        }
    }
}
