package es.clave.integrationtests.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import es.clave.integrationtests.harness.AuditEntries;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.LetterReader;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.PermanentPages;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose activation code is lost gets another at the desk: nothing else changes, and the former is worth nothing. */
@ExtendWith(WorldExtension.class)
class DeskCodeTest {

    private static final int CODES_A_DAY = 5;

    private final Clave clave;
    private final Visitors visitors;

    DeskCodeTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @Test
    void theNewCodeIsPrintedToldAuditedAndActivatesWhileTheFormerDoesNot() {
        Citizen citizen = Newcomers.next().withMobile("+34613000001").withEmail(RegistrationSteps.EMAIL);
        String former =
                RegistrationSteps.of(clave, citizen).register(citizen.mobile()).activationCode();
        clave.messages().next(citizen.mobile(), 1);
        clave.letPass(Duration.ofMinutes(1));
        AuditEntries audit = AuditEntries.from(clave);

        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.MADRID);
        desk.lookUp(citizen);
        desk.press("code");
        assertThat(desk.alert()).containsText("Confirme que ha visto el documento original");
        desk.checkedAnd("code");
        assertThat(desk.heading()).hasText("Imprima y entregue el código");
        byte[] receipt = print(desk.page());
        String code = LetterReader.code(receipt);
        desk.press("handed-over");
        assertThat(desk.news()).containsText("El código de activación nuevo está entregado");

        assertThat(code).isNotEqualTo(former);
        assertThat(LetterReader.text(receipt)).contains(citizen.nationalId());
        assertThat(clave.messages().next(citizen.mobile(), 2).text()).contains("un codigo de activacion nuevo");
        AuditEntries.Entry issued = audit.last("DESK_CODE_ISSUED").orElseThrow();
        assertThat(issued.subject()).isNotEmpty();
        assertThat(issued.details()).contains("madrid");
        assertThat(audit.actions()).doesNotContain("REGISTERED", "UPGRADED", "PHONE_CHANGED");

        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall()).asksForDatum("registration");
        townHall.logIn();
        PermanentPages permanent = new PermanentPages(page, clave.messages()).choose();
        permanent.beginActivation();
        permanent.fillActivation(citizen.nationalId(), citizen.email(), former);
        assertThat(permanent.alert()).isVisible();
        assertThat(permanent.newPassword()).hasCount(0);
        permanent.activate(citizen, code, "diez faroles y una noria");
        permanent.press("continue");
        townHall.knows(citizen);
        assertThat(townHall.told("registration")).hasText("BASIC");
    }

    @Test
    void nobodyGetsCodesWithoutEnd() {
        Citizen citizen = Newcomers.next().withMobile("+34613000002");
        RegistrationSteps.of(clave, citizen).register(citizen.mobile());
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        for (int i = 0; i < CODES_A_DAY; i++) {
            desk.lookUp(citizen);
            desk.checkedAnd("code");
            desk.press("handed-over");
        }

        desk.lookUp(citizen);
        desk.checkedAnd("code");

        assertThat(desk.alert()).containsText("Hoy ya se le han dado demasiados códigos");
        desk.refuse("refuse", "OTHER");
    }

    private static byte[] print(Page page) {
        return page.request()
                .post(
                        page.locator("#clave-desk-print").getAttribute("action"),
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set(
                                                "formToken",
                                                page.locator("[name=formToken]")
                                                        .first()
                                                        .inputValue())))
                .body();
    }
}
