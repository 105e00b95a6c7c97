package es.clave.appapi.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import es.clave.challenge.AppAsked;
import es.clave.challenge.AppRequest;
import es.clave.messaging.Outbox;
import es.clave.messaging.Push;
import es.clave.messaging.PushGone;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.Device;
import es.clave.registry.Devices;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;

/**
 * Sends a push message to each device of the citizen whose answer is waited for. On threads of its own: how long the browser
 * waits must not tell who has devices. What finds no room there is not sent; the app asks by itself as well.
 */
public final class WakeUps implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WakeUps.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 2;
    private static final int QUEUE = 1000;

    private final KeycloakSessionFactory sessions;
    private final ThreadPoolExecutor threads;

    public WakeUps(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(QUEUE),
                task -> {
                    Thread thread = new Thread(task, "clave-wake-ups");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Hears what concerns devices. */
    public void onEvent(ProviderEvent event) {
        if (event instanceof AppAsked asked) {
            later(session -> wake(session, asked.request()));
        } else if (event instanceof PushGone gone) {
            later(session -> forget(session, gone));
        }
    }

    private void later(Consumer<KeycloakSession> work) {
        threads.execute(() -> {
            try {
                KeycloakModelUtils.runJobInTransaction(sessions, work::accept);
            } catch (RuntimeException trouble) {
                // Not its message, which may quote what is personal.
                LOG.warnf("A device could not be woken: %s", trouble.getClass().getName());
            }
        });
    }

    private static void wake(KeycloakSession session, AppRequest request) {
        Optional.ofNullable(session.realms().getRealm(request.realmId())).ifPresent(realm -> {
            session.getContext().setRealm(realm);
            Optional<Citizen> citizen = request.userId()
                    .flatMap(user -> session.getProvider(CitizenRegistry.class).findByUserId(realm, user));
            citizen.ifPresent(known -> {
                for (Device device : session.getProvider(Devices.class).active(realm, known.userId())) {
                    session.getProvider(Outbox.class).send(realm, message(request, known, device));
                }
            });
        });
    }

    private static Push message(AppRequest request, Citizen citizen, Device device) {
        String payload = JSON.createObjectNode()
                .put("type", "request")
                .put("id", request.id())
                .put("kind", request.kind().name())
                .put("agencyName", request.agencyName())
                .put(
                        "expiresAt",
                        request.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .toString();
        return new Push(
                device.id(),
                citizen.mobile(),
                device.push().map(push -> new Push.Target(push.endpoint(), push.key(), push.secret())),
                payload,
                request.expiresAt());
    }

    private static void forget(KeycloakSession session, PushGone gone) {
        Optional.ofNullable(session.realms().getRealm(gone.realmId()))
                .ifPresent(realm ->
                        session.getProvider(Devices.class).subscribe(realm, gone.deviceId(), Optional.empty()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
