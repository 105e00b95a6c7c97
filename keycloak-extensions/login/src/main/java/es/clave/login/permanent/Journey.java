package es.clave.login.permanent;

import es.clave.challenge.FailurePolicy;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.NationalId;
import es.clave.login.AgencyRequest;
import es.clave.login.EstablishedLogin;
import es.clave.login.LoginJournal;
import es.clave.login.Refusal;
import es.clave.login.SharedSettings;
import es.clave.login.code.CodeUse;
import es.clave.login.code.SmsCode;
import es.clave.platform.KeyedHash;
import es.clave.platform.ServerKeys;
import es.clave.platform.SourceAddress;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What the steps of Cl@ve Permanente share in one request. */
final class Journey {

    private static final CodeUse LOGIN =
            new CodeUse("permanent", "smsPermanent", "phoneCode", AuthenticationMethod.PERMANENT_SMS);
    private static final CodeUse ACTIVATION =
            new CodeUse("permanent-activation", "smsPermanent", "phoneCode", AuthenticationMethod.PERMANENT_SMS);

    private final AuthenticationFlowContext context;
    private final Clock clock;
    private final SecureRandom random;
    private final PermanentSettings settings;

    Journey(AuthenticationFlowContext context, Clock clock, SecureRandom random) {
        this.context = context;
        this.clock = clock;
        this.random = random;
        this.settings = PermanentSettings.of(context);
    }

    AuthenticationFlowContext context() {
        return context;
    }

    Clock clock() {
        return clock;
    }

    PermanentSettings settings() {
        return settings;
    }

    PermanentState state() {
        return new PermanentState(context);
    }

    PermanentPages pages() {
        return new PermanentPages(context, clock, settings);
    }

    LoginJournal journal() {
        return new LoginJournal(context, clock);
    }

    AgencyRequest agency() {
        return AgencyRequest.of(context);
    }

    SmsCode loginCode() {
        return new SmsCode(context, clock, random, LOGIN);
    }

    SmsCode activationCode() {
        return new SmsCode(context, clock, random, ACTIVATION);
    }

    Passwords passwords() {
        return new Passwords(session(), realm(), settings);
    }

    PasswordLock lock() {
        return new PasswordLock(session(), realm(), settings);
    }

    PasswordActs acts() {
        return new PasswordActs(session(), realm(), settings, clock);
    }

    KeycloakSession session() {
        return context.getSession();
    }

    RealmModel realm() {
        return context.getRealm();
    }

    /** Who is logged in already, if the registration stands. */
    Optional<Citizen> known() {
        return Optional.ofNullable(context.getUser()).map(UserModel::getId).flatMap(this::citizen);
    }

    /** The citizen behind a user, if the registration stands. */
    Optional<Citizen> citizen(String userId) {
        return registry().findByUserId(realm(), userId).filter(Journey::active);
    }

    /** The citizen of this number, if the registration stands. */
    Optional<Citizen> citizen(NationalId id) {
        return registry().find(realm(), id).filter(Journey::active);
    }

    private static boolean active(Citizen citizen) {
        return citizen.status() == Citizen.Status.ACTIVE;
    }

    private CitizenRegistry registry() {
        return session().getProvider(CitizenRegistry.class);
    }

    /** Keycloak's user, if it is not disabled. */
    Optional<UserModel> user(Citizen citizen) {
        return Optional.ofNullable(session().users().getUserById(realm(), citizen.userId()))
                .filter(UserModel::isEnabled);
    }

    KeyedHash nobodys() {
        return session().getProvider(ServerKeys.class).keyedHash("permanent-nobody");
    }

    /** Counts one identity tried from this source. */
    Optional<Refusal> sourceLimit() {
        Throttle.Verdict verdict = throttle()
                .take(
                        realm().getId(),
                        List.of(new Throttle.Demand(
                                SourceLimits.of(realm()).identities(), SourceAddress.of(context.getConnection()))));
        return verdict instanceof Throttle.Verdict.Refused refused
                ? Optional.of(Refusal.sourceLimited(refused))
                : Optional.empty();
    }

    /** What failures in all ways together have brought upon this subject. */
    Optional<Refusal> standing(String subject) {
        return Refusal.of(throttle().standing(realm().getId(), failures(), subject));
    }

    /** Counts a failure, and tells if that was one too many. */
    Optional<Refusal> failed(String subject) {
        return Refusal.of(throttle().failed(realm().getId(), failures(), subject));
    }

    private FailurePolicy failures() {
        return SharedSettings.of(realm()).failures();
    }

    private Throttle throttle() {
        return session().getProvider(Throttle.class);
    }

    /** The login is done, by this method. */
    void succeed(AuthenticationMethod method, Citizen citizen, UserModel user) {
        throttle().succeeded(realm().getId(), failures(), PasswordActs.subject(citizen));
        loginCode().forget();
        activationCode().forget();
        state().forget();
        EstablishedLogin established = EstablishedLogin.reach(context, method, citizen);
        established.establish(context);
        journal().describeSuccess(method, established.level());
        context.setUser(user);
        context.success();
    }
}
