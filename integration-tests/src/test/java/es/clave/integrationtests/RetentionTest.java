package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Administrator;
import es.clave.integrationtests.harness.AuditEntries;
import es.clave.integrationtests.harness.Await;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who renounced is forgotten when the time is over, once in the cluster, and is a stranger then. */
@ExtendWith(WorldExtension.class)
// Nobody else is to meet people of the demo who renounced.
@Order(Integer.MAX_VALUE)
class RetentionTest {

    private static final String REGISTRATION = "clave registration";
    private static final String KEPT_DAYS = "renounced.days";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Clave clave;
    private final Visitors visitors;
    private final Administrator administrator;

    RetentionTest(@TwoNodes Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
        this.administrator = new Administrator(clave.node());
    }

    @Test
    void whoRenouncedIsErasedAfterItsDaysAndMayRegisterByLetterLikeAnybody() {
        Citizen citizen = Newcomers.next();
        RegistrationSteps.of(clave, citizen).register("+34680000001");
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(citizen);
        desk.checkedAnd("renounce");
        desk.press("confirm-renounce");
        assertThat(desk.news()).containsText("ha renunciado");
        AuditEntries audit = AuditEntries.from(clave);
        String subject =
                AuditEntries.everything(clave).last("RENOUNCED").orElseThrow().subject();

        administrator.set(REGISTRATION, KEPT_DAYS, "40");
        try {
            clave.letPass(Duration.ofDays(39));
            RegistrationSteps refused = RegistrationSteps.of(clave, citizen).proveByLetter();
            assertThat(refused.alert())
                    .as("who left comes back by certificate or in person")
                    .isNotEmpty();
            assertThat(administrator.knows(citizen.nationalId())).isTrue();

            clave.letPass(Duration.ofDays(2));
            Await.until(
                    "oblivion",
                    SOON,
                    () -> administrator.knows(citizen.nationalId()) ? Optional.empty() : Optional.of(citizen));
        } finally {
            administrator.set(REGISTRATION, KEPT_DAYS, "");
        }

        assertThat(audit.of("CITIZEN_ERASED").stream()
                        .filter(entry -> entry.subject().equals(subject)))
                .hasSize(1);
        RegistrationSteps again = RegistrationSteps.of(clave, citizen).register("+34680000002");
        assertThat(again.heading()).isEqualTo("Ya está registrado");
    }
}
