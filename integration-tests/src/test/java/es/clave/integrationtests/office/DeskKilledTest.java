package es.clave.integrationtests.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Await;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Killing;
import es.clave.integrationtests.harness.Messages.Message;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A node that is killed while an officer registers somebody: registered and welcomed once, or not at all. Whose receipt died
 * with the node gets another activation code; who was not registered is, by doing the same again.
 */
@ExtendWith(WorldExtension.class)
class DeskKilledTest {

    private static final Duration DELIVERY = Duration.ofSeconds(60);

    private final Visitors visitors;

    DeskKilledTest(Visitors visitors) {
        this.visitors = visitors;
    }

    @Test
    void onH2(Clave clave) throws Exception {
        registerOnceOrNotAtAll(clave, List.of(60), "+3461290000");
    }

    @Test
    void onPostgresql(@TwoNodes Clave clave) throws Exception {
        registerOnceOrNotAtAll(clave, List.of(0, 200), "+3461290001");
    }

    private void registerOnceOrNotAtAll(Clave clave, List<Integer> delays, String mobiles) throws Exception {
        for (int delay : delays) {
            Citizen citizen = Newcomers.next();
            String mobile = mobiles + delays.indexOf(delay);
            DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
            desk.lookUp(citizen);
            desk.checkedAnd("register");
            desk.prove(clave, mobile, "");
            assertThat(desk.page().locator("#conditions")).isVisible();
            // The same session in a program's hands: a browser belongs to the thread that opened it.
            HttpVisitor officer = HttpVisitor.withCookies(desk.page().context().cookies().stream()
                    .collect(Collectors.toMap(cookie -> cookie.name, cookie -> cookie.value, (one, other) -> other)));
            Map<String, String> form = HttpVisitor.fields(
                    "formToken",
                    desk.page().locator("[name=formToken]").first().inputValue(),
                    "conditions",
                    "yes",
                    "step",
                    "complete");

            Killing.during(clave, clave.node(), delay, () -> officer.postOnly(DeskPages.address(clave), form));

            DeskPages again = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
            again.lookUp(citizen);
            if (again.page().locator("button[value=register]").count() > 0) {
                again.checkedAnd("register");
                again.prove(clave, mobile, "");
                again.complete();
                again.press("signed");
                assertThat(again.news()).containsText("El registro está completo");
            } else {
                again.checkedAnd("code");
                assertThat(again.heading()).hasText("Imprima y entregue el código");
                again.press("handed-over");
                assertThat(again.news()).containsText("está entregado");
            }
            Await.until("the welcome", DELIVERY, () -> welcomes(clave, mobile).stream()
                    .findFirst());
            clave.letPass(Killing.LEASE_IS_OVER);
            assertThat(welcomes(clave, mobile)).as("killed after %d ms", delay).hasSize(1);
            assertThat(clave.messages().all().stream().map(Message::id)).doesNotHaveDuplicates();
        }
    }

    private static List<Message> welcomes(Clave clave, String mobile) {
        return clave.messages().to(mobile).stream()
                .filter(message -> message.text().contains("ya esta registrado con este movil"))
                .toList();
    }
}
