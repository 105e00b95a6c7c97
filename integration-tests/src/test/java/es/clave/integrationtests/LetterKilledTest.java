package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Messages.Message;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that is killed while a citizen asks for a letter: there is one letter for one request, neither none nor two. */
@ExtendWith(WorldExtension.class)
@Order(LetterRegistrationTest.AFTER_THOSE_WHO_MIND_THE_DATE)
class LetterKilledTest {

    /** From before anything was written to after all was sent. */
    private static final List<Integer> KILLED_AFTER_MILLIS = List.of(0, 100, 300);

    /** Longer than the lease of letters, after which another node would send what it holds for unsent. */
    private static final Duration LEASE_IS_OVER = Duration.ofMinutes(6);

    @Test
    void onH2(Clave clave) throws Exception {
        loseNothingAndSendNothingTwice(clave, Population.of("99990030Z"));
    }

    @Test
    void onPostgresql(@TwoNodes Clave clave) throws Exception {
        loseNothingAndSendNothingTwice(clave, Population.of("99990030Z"));
    }

    private static void loseNothingAndSendNothingTwice(Clave clave, Citizen citizen) throws Exception {
        for (int delay : KILLED_AFTER_MILLIS) {
            clave.letPass(Duration.ofDays(11));
            int already = clave.messages().letters(citizen).size();
            Node victim = clave.nodes().get(clave.nodes().size() - 1);
            HttpVisitor visitor = new HttpVisitor();
            Answer choice = choice(victim, visitor, citizen);
            CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> ask(visitor, choice));
            // Not for something to happen: so that the node dies at another point of its work each time.
            TimeUnit.MILLISECONDS.sleep(delay);
            victim.kill();
            asking.get(60, TimeUnit.SECONDS);
            clave.revive();

            // The citizen, who saw an error, asks again: and is told either that it is on its way or that it was
            // already.
            HttpVisitor again = new HttpVisitor();
            Answer answer =
                    again.post(choice(clave.nodes().get(0), again, citizen).action(), fields("step", "letter.request"));
            assertThat(answer.page().text()).containsAnyOf("va de camino", "Ya se ha enviado una carta hace poco");

            clave.letPass(LEASE_IS_OVER);
            clave.messages().nextLetter(citizen, already);
            int waited = clave.messages().letters(citizen).size();
            assertThat(waited)
                    .as("letters of one act, killed after %d ms", delay)
                    .isEqualTo(already + 1);
            assertThat(clave.messages().all().stream().map(Message::id)).doesNotHaveDuplicates();
        }
    }

    private static void ask(HttpVisitor visitor, Answer choice) {
        try {
            visitor.postOnly(choice.action(), fields("step", "letter.request"));
        } catch (UncheckedIOException killed) {
            // As the citizen sees it: the connection is gone.
        }
    }

    private static Answer choice(Node node, HttpVisitor visitor, Citizen citizen) {
        Answer start = visitor.get(node.realmUrl("/registro"));
        Answer routes = visitor.post(
                start.action(),
                fields(
                        "step",
                        "identify",
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted()));
        return visitor.post(routes.action(), fields("step", "letter.begin"));
    }
}
