package es.clave.login.permanent;

import es.clave.identity.AuthenticationMethod;
import es.clave.login.LoginWay;
import es.clave.login.Outcome;
import es.clave.login.code.SmsCode;
import es.clave.login.permanent.PermanentPages.Said;
import es.clave.platform.FormFields;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.provider.ProviderConfigProperty;

/** Cl@ve Permanente: number and password, and a code by SMS where the agency asks for more. */
public final class PermanentWay implements LoginWay {

    static final String ID = "permanent";

    /** Parameter of an authorization request whose value {@value #ACTIVATE} leads from this way to activating it. */
    static final String BEGIN = "clave_permanent";

    /** See {@link #BEGIN}. */
    static final String ACTIVATE = "activate";

    private static final String BEGUN = "clave.permanent.begun";

    private final Clock clock;
    private final SecureRandom random;

    /** For the list of all ways. */
    public PermanentWay(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<AuthenticationMethod> methods() {
        return List.of(AuthenticationMethod.PERMANENT, AuthenticationMethod.PERMANENT_SMS);
    }

    @Override
    public List<ProviderConfigProperty> settings() {
        return PermanentSettings.properties();
    }

    @Override
    public boolean setUp(KeycloakSession session, UserModel known) {
        return Passwords.has(known);
    }

    private static boolean toActivate(AuthenticationFlowContext context) {
        return ACTIVATE.equals(context.getAuthenticationSession()
                .getClientNote(AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + BEGIN));
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Journey journey = new Journey(context, clock, random);
        journey.journal().started(AuthenticationMethod.PERMANENT);
        if (context.getAuthenticationSession().getAuthNote(BEGUN) == null) {
            context.getAuthenticationSession().setAuthNote(BEGUN, "true");
            boolean lacking = Optional.ofNullable(context.getUser())
                    .filter(user -> !Passwords.has(user))
                    .isPresent();
            if (lacking || toActivate(context)) {
                new Activation(journey).begin();
                return;
            }
        }
        show(journey);
    }

    private static void show(Journey journey) {
        PasswordLogin login = new PasswordLogin(journey);
        Activation activation = new Activation(journey);
        switch (journey.state().stage()) {
            case PASSWORD -> login.begin();
            case CODE -> login.showCode();
            case ACTIVATION -> activation.begin();
            case ACTIVATION_CODE -> activation.showCode();
            case NEW_PASSWORD, EXPIRED -> activation.showNewPassword(new Said.Nothing());
            case ACTIVATED -> activation.showDone();
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Journey journey = new Journey(context, clock, random);
        FormFields form = FormFields.of(context);
        String step = form.text("step");
        switch (step) {
            case "cancel" -> cancel(journey);
            case "activate" -> new Activation(journey).begin();
            case "login", "change" -> new PasswordLogin(journey).begin();
            default -> act(journey, step, form);
        }
    }

    /** What a form does at the stage that the login is at; one of another stage brings the page of this one. */
    private static void act(Journey journey, String step, FormFields form) {
        PasswordLogin login = new PasswordLogin(journey);
        Activation activation = new Activation(journey);
        String doing = journey.state().stage() + " " + step;
        switch (doing) {
            case "PASSWORD enter" -> login.submit(form);
            case "PASSWORD request" -> login.requestCode();
            case "CODE verify" -> login.verify(form.text(SmsCode.FIELD));
            case "CODE resend" -> login.resend();
            case "ACTIVATION check" -> activation.submit(form);
            case "ACTIVATION_CODE verify" -> activation.verify(form.text(SmsCode.FIELD));
            case "ACTIVATION_CODE resend" -> activation.resend();
            case "NEW_PASSWORD set", "EXPIRED set" -> activation.setPassword(form);
            case "ACTIVATED continue" -> activation.goOn();
            default -> show(journey);
        }
    }

    private static void cancel(Journey journey) {
        journey.journal().ended(Outcome.CANCELLED, Optional.of(AuthenticationMethod.PERMANENT), Optional.empty());
        journey.context().cancelLogin();
    }
}
