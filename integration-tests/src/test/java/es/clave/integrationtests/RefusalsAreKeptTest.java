package es.clave.integrationtests;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.AuditEntries;
import es.clave.integrationtests.harness.AuditEntries.Entry;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Newcomers;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.CertificateRoutePages;
import es.clave.integrationtests.pages.DeskPages;
import es.clave.integrationtests.pages.DeskPages.Officer;
import es.clave.integrationtests.pages.RegistrationSteps;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is tried against the registration is refused, counted, and found in the audit log, which names nobody. */
@ExtendWith(WorldExtension.class)
class RefusalsAreKeptTest {

    private static final String NO_LETTERS_CODE = "ABCD EFGH JKMN PQRS";
    private static final int SOURCE_MAY_TRY = 100;

    private final Clave clave;
    private final Visitors visitors;
    private final AuditEntries audit;

    RefusalsAreKeptTest(Clave clave, Visitors visitors) {
        this.visitors = visitors;
        this.clave = clave;
        this.audit = AuditEntries.from(clave);
    }

    @Test
    void guessesOfALettersCode() {
        Citizen citizen = Newcomers.next();
        RegistrationSteps steps =
                RegistrationSteps.of(clave, citizen).identify().send("step", "letter.begin");
        steps.send("step", "letter.have");
        double before = registrations("outcome=\"not_proven\"", "route=\"letter\"");

        for (int guess = 0; guess < 7; guess++) {
            steps.send("letterCode", NO_LETTERS_CODE, "step", "letter.code");
            assertThat(steps.page().has("letterCode")).isTrue();
        }

        assertThat(steps.page().page().text()).contains("Se han escrito demasiados códigos");
        assertThat(registrations("outcome=\"not_proven\"", "route=\"letter\"")).isEqualTo(before + 7);
        assertThat(audit.of("LETTER_CODE_WRONG")).hasSize(5);
        assertThat(audit.of("LETTER_CODE_LIMITED")).hasSize(2);
        assertThat(audit.all()).extracting(Entry::subject).doesNotContain("").containsOnly(subject());
        assertNamesNobody(citizen);
        assertThat(new Administration(clave.node()).errors("REGISTER_ERROR")).contains("not_proven");
    }

    @Test
    void wrongDataOfOneDocumentUpToThePause() {
        Citizen citizen = Newcomers.next();
        double before = registrations("outcome=\"document_not_confirmed\"");

        Answer last = new HttpVisitor().get(start());
        for (int day = 1; day <= 10; day++) {
            last = identify(new HttpVisitor(), citizen.nationalId(), String.format("%02d/01/2001", day));
        }

        assertThat(last.alert()).contains("demasiados datos incorrectos");
        assertThat(registrations("outcome=\"document_not_confirmed\"")).isEqualTo(before + 9);
        assertThat(registrations("outcome=\"paused\"")).isPositive();
        assertThat(audit.of("DOCUMENT_NOT_CONFIRMED")).hasSize(10);
        assertThat(audit.of("DOCUMENT_PAUSED")).hasSize(1);
        assertThat(audit.all()).extracting(Entry::source).as("from everywhere").hasSizeGreaterThan(1);
        assertNamesNobody(citizen);
    }

    @Test
    void manyDocumentsTriedFromOneAddress() {
        HttpVisitor attacker = new HttpVisitor();
        double before = registrations("outcome=\"source_limited\"");
        Answer page = attacker.get(start());

        int tried = 0;
        do {
            page = attacker.post(
                    page.action(),
                    fields(
                            "nationalId", Newcomers.next().nationalId(),
                            "contrastDatum", "01/01/2001",
                            "step", "identify"));
            tried++;
        } while (page.alert().contains("no coinciden") && tried <= SOURCE_MAY_TRY);
        Citizen victim = Newcomers.next();
        Answer right = attacker.post(
                page.action(),
                fields(
                        "nationalId",
                        victim.nationalId(),
                        "contrastDatum",
                        victim.datumAsPrinted(),
                        "step",
                        "identify"));

        assertThat(tried).isEqualTo(SOURCE_MAY_TRY + 1);
        assertThat(right.alert()).as("even what is right").isEqualTo(page.alert());
        assertThat(registrations("outcome=\"source_limited\"")).isEqualTo(before + 2);
        List<Entry> looks = audit.of("DOCUMENT_NOT_CONFIRMED");
        assertThat(looks).hasSize(SOURCE_MAY_TRY);
        assertThat(looks.stream().map(Entry::source).distinct()).hasSize(1);
        assertThat(looks.stream().map(Entry::subject).distinct()).hasSize(SOURCE_MAY_TRY);
    }

    @Test
    void anothersReceipt() {
        RegistrationSteps steps = RegistrationSteps.of(clave, Newcomers.next()).register("+34679000001");
        URI receipt = URI.create(steps.page().page().select("a[download]").attr("abs:href"));
        double before = deniedReceipts();

        HttpVisitor stranger = new HttpVisitor();
        for (int i = 0; i < 25; i++) {
            assertThat(stranger.get(receipt).status()).isEqualTo(404);
        }

        assertThat(deniedReceipts()).isEqualTo(before + 25);
        assertThat(audit.of("RECEIPT_DENIED"))
                .as("nobody fills the log for good")
                .hasSize(20)
                .allSatisfy(entry -> assertThat(entry.subject()).isEmpty());
        assertThat(steps.visitor().get(receipt).status()).isEqualTo(200);
    }

    @Test
    void aRegistrationThatIsSentAgainIsInTheLogOnce() {
        RegistrationSteps steps =
                RegistrationSteps.of(clave, Newcomers.next()).proveByLetter().prove("+34679000002");
        URI action = steps.page().action();
        steps.accept();

        for (int i = 0; i < 3; i++) {
            steps.visitor().post(action, fields("conditions", "accepted", "step", "accept"));
            new HttpVisitor().post(action, fields("conditions", "accepted", "step", "accept"));
        }

        assertThat(audit.actions())
                .containsSubsequence("LETTER_REQUESTED", "LETTER_CODE_ACCEPTED", "PHONE_PROVEN", "REGISTERED");
        assertThat(audit.of("REGISTERED")).hasSize(1);
    }

    @Test
    void formsOfAnotherSiteInACitizensAccount() {
        String mobile = "+34679000003";
        Citizen citizen = Newcomers.next().withMobile(mobile);
        RegistrationSteps.of(clave, citizen).register(mobile);
        clave.letPass(Duration.ofMinutes(1));
        HttpVisitor visitor = loggedIn(citizen);
        double before = CertificateRoutePages.counted(clave, "clave_account_total", "outcome=\"form_refused\"");

        Answer refused = visitor.post(account(), fields("step", "send", "email", "attacker@example.net"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(CertificateRoutePages.counted(clave, "clave_account_total", "outcome=\"form_refused\""))
                .isEqualTo(before + 1);
        assertThat(audit.of("ACCOUNT_FORM_REFUSED")).hasSize(1);
        assertThat(audit.last("ACCOUNT_FORM_REFUSED").orElseThrow().subject())
                .isEqualTo(audit.last("REGISTERED").orElseThrow().subject());
    }

    @Test
    void formsOfAnotherSiteAtTheDesk() {
        DeskPages desk = DeskPages.logIn(visitors.open(), clave, Officer.VIGO);
        assertThat(desk.heading().textContent()).contains("Mostrador de registro");
        int status = desk.page()
                .request()
                .post(
                        DeskPages.address(clave).toString(),
                        RequestOptions.create().setForm(FormData.create().set("step", "look-up")))
                .status();

        assertThat(status).isEqualTo(403);
        assertThat(CertificateRoutePages.counted(clave, "clave_desk_total", "act=\"desk_form_refused\""))
                .isPositive();
        assertThat(audit.of("DESK_FORM_REFUSED")).singleElement().satisfies(entry -> assertThat(entry.actor())
                .isNotEqualTo("anybody"));
    }

    private HttpVisitor loggedIn(Citizen citizen) {
        HttpVisitor visitor = new HttpVisitor();
        int already = clave.messages().to(citizen.mobile()).size();
        Answer code = visitor.post(
                visitor.get(account()).action(),
                fields(
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted(),
                        "step",
                        "request"));
        visitor.post(
                code.action(),
                fields("code", clave.messages().next(citizen.mobile(), already).pin(), "step", "verify"));
        return visitor;
    }

    private URI account() {
        return clave.node().realmUrl("/mi-clave/correo");
    }

    private URI start() {
        return clave.node().realmUrl("/registro");
    }

    private Answer identify(HttpVisitor visitor, String nationalId, String datum) {
        return visitor.post(
                visitor.get(start()).action(),
                fields("nationalId", nationalId, "contrastDatum", datum, "step", "identify"));
    }

    private double deniedReceipts() {
        return CertificateRoutePages.counted(clave, "clave_registration_receipt_total", "outcome=\"denied\"");
    }

    private double registrations(String... labels) {
        return CertificateRoutePages.counted(clave, "clave_registration_total", labels);
    }

    private String subject() {
        return audit.all().get(0).subject();
    }

    private void assertNamesNobody(Citizen citizen) {
        assertThat(audit.all().toString())
                .doesNotContain(citizen.nationalId(), citizen.nationalId().substring(0, 8))
                .doesNotContain(citizen.givenName());
    }
}
