package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Await;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.LetterReader;
import es.clave.integrationtests.harness.Messages.Message;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A node that is killed while a citizen accepts the conditions: registered and welcomed once, or not at all and still able
 * to, with the letter that is there already.
 */
@ExtendWith(WorldExtension.class)
@Order(LetterRegistrationTest.AFTER_THOSE_WHO_MIND_THE_DATE)
class RegistrationKilledTest {

    /** From before anything was written to after all was sent. */
    private static final List<Integer> KILLED_AFTER_MILLIS = List.of(0, 60, 200);

    /** Longer than the wait for another code, and than the lease after which another node would send what it holds for unsent. */
    private static final Duration LEASE_IS_OVER = Duration.ofMinutes(6);

    private static final Duration DELIVERY = Duration.ofSeconds(60);

    private static final String REGISTERED = "Ya está registrado";

    @Test
    void onH2(Clave clave) throws Exception {
        registerOnceOrNotAtAll(clave, "+3465600000");
    }

    @Test
    void onPostgresql(@TwoNodes Clave clave) throws Exception {
        registerOnceOrNotAtAll(clave, "+3465600001");
    }

    private static void registerOnceOrNotAtAll(Clave clave, String mobiles) throws Exception {
        for (int delay : KILLED_AFTER_MILLIS) {
            Citizen citizen = Newcomers.next();
            String mobile = mobiles + KILLED_AFTER_MILLIS.indexOf(delay);
            Node victim = clave.nodes().get(clave.nodes().size() - 1);
            RegistrationSteps steps =
                    RegistrationSteps.of(clave, victim, citizen).proveByLetter().prove(mobile);
            CompletableFuture<Void> accepting = CompletableFuture.runAsync(() -> accept(steps));
            // Not for something to happen: so that the node dies at another point of its work each time.
            TimeUnit.MILLISECONDS.sleep(delay);
            victim.kill();
            accepting.get(60, TimeUnit.SECONDS);
            clave.revive();
            clave.letPass(LEASE_IS_OVER);

            RegistrationSteps again = RegistrationSteps.of(clave, clave.node(), citizen)
                    .identify()
                    .send("step", "letter.begin")
                    .send("step", "letter.have")
                    .send("letterCode", letterCode(clave, citizen), "step", "letter.code");
            if (!again.heading().startsWith(REGISTERED)) {
                again.prove(mobile).accept();
            }

            assertThat(again.heading()).as("killed after %d ms", delay).startsWith(REGISTERED);
            Await.until("the welcome", DELIVERY, () -> welcomes(clave, mobile).stream()
                    .findFirst());
            clave.letPass(LEASE_IS_OVER);
            assertThat(welcomes(clave, mobile)).as("killed after %d ms", delay).hasSize(1);
            assertThat(clave.messages().all().stream().map(Message::id)).doesNotHaveDuplicates();
        }
    }

    private static void accept(RegistrationSteps steps) {
        try {
            steps.accept();
        } catch (UncheckedIOException killed) {
            // As the citizen sees it: the connection is gone.
        }
    }

    private static String letterCode(Clave clave, Citizen citizen) {
        return LetterReader.code(clave.messages().lastLetterTo(citizen.givenName() + " " + citizen.familyName()));
    }

    private static List<Message> welcomes(Clave clave, String mobile) {
        return clave.messages().to(mobile).stream()
                .filter(message -> message.text().contains("ya esta registrado con este movil"))
                .toList();
    }
}
