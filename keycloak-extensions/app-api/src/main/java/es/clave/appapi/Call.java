package es.clave.appapi;

import es.clave.appapi.proof.Nonces;
import es.clave.appapi.proof.ProofCheck;
import es.clave.appapi.proof.ProofCheck.Proof;
import es.clave.platform.KeyedHash;
import es.clave.platform.ServerKeys;
import es.clave.platform.ThemeTexts;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.Device;
import es.clave.registry.Devices;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A call of an app, and what answering it takes. */
public final class Call {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    Call(KeycloakSession session, AppSettings settings, Clock clock, SecureRandom random) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    public KeycloakSession session() {
        return session;
    }

    public RealmModel realm() {
        return realm;
    }

    public AppSettings settings() {
        return settings;
    }

    public Clock clock() {
        return clock;
    }

    public SecureRandom random() {
        return random;
    }

    public AppJournal journal() {
        return new AppJournal(session);
    }

    /** A keyed hash for this end, and no other. */
    public KeyedHash keyedHash(String end) {
        return session.getProvider(ServerKeys.class).keyedHash("app-" + end);
    }

    /** The language that the app asked for, if it is one of the realm's. */
    public Locale locale() {
        return session.getContext().resolveLocale(null);
    }

    public ThemeTexts texts() {
        return ThemeTexts.of(session, realm, locale());
    }

    Nonces nonces() {
        return new Nonces(keyedHash("nonce"), clock, realm.getId(), settings.nonceLifetime());
    }

    /** The proof that this call brought; to be used up with {@link #use}. */
    public Proof proof() {
        List<String> headers =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(ProofCheck.HEADER);
        return check().read(
                        headers,
                        session.getContext().getHttpRequest().getHttpMethod(),
                        session.getContext().getUri().getAbsolutePath());
    }

    /** Uses a proof up. */
    public void use(Proof proof) {
        check().use(proof);
    }

    private ProofCheck check() {
        return new ProofCheck(
                nonces(),
                (text, remember) ->
                        session.singleUseObjects().putIfAbsent("clave-app-proof." + text, remember.toSeconds()),
                keyedHash("proof"),
                clock,
                settings.clockSkew(),
                settings.nonceLifetime().plus(Duration.ofMinutes(1)));
    }

    /** Who calls: an active device, whose citizen's registration stands. */
    public Caller caller() {
        Proof proof = proof();
        Devices devices = session.getProvider(Devices.class);
        Device device = devices.findByThumbprint(realm, proof.thumbprint())
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_DEVICE));
        use(proof);
        Optional<Problem> ended =
                switch (device.status()) {
                    case ACTIVE -> Optional.empty();
                    case REMOVED -> Optional.of(Problem.of(ProblemCode.DEVICE_REMOVED));
                    case SHUT_OUT -> Optional.of(Problem.of(ProblemCode.DEVICE_SHUT_OUT));
                };
        if (ended.isPresent()) {
            throw ended.get();
        }
        Citizen citizen = session.getProvider(CitizenRegistry.class)
                .findByUserId(realm, device.userId())
                .filter(found -> found.status() == Citizen.Status.ACTIVE)
                .filter(found -> Optional.ofNullable(session.users().getUserById(realm, found.userId()))
                        .filter(UserModel::isEnabled)
                        .isPresent())
                .orElseThrow(() -> Problem.of(ProblemCode.DEVICE_REMOVED));
        devices.used(realm, device);
        return new Caller(device, citizen);
    }

    /** A device that speaks for a citizen. */
    public record Caller(Device device, Citizen citizen) {}
}
