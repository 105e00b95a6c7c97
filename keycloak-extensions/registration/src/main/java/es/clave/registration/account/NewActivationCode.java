package es.clave.registration.account;

import es.clave.identity.ActivationCode;
import es.clave.platform.FormFields;
import es.clave.registration.enrolment.ReplacementCode;
import es.clave.registry.Citizen;
import es.clave.registry.audit.AuditRecord;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** A new activation code: for who showed a certificate, shown once, in place of the former. */
final class NewActivationCode {

    private static final String PAGE = "clave-account-code.ftl";

    private final Account account;

    NewActivationCode(Account account) {
        this.account = account;
    }

    Response show() {
        return account.byCertificate() ? account.page().createForm(PAGE) : account.levelPage(Account.ACTIVATION_CODE);
    }

    Response act(FormFields fields) {
        String step = fields.text(Account.STEP);
        if (step.equals(Account.STEP_UP)) {
            return account.stepUp(Account.ACTIVATION_CODE);
        }
        if (!account.byCertificate()) {
            return account.levelPage(Account.ACTIVATION_CODE);
        }
        return step.equals("issue") ? issue() : account.pages().badRequest();
    }

    private Response issue() {
        Citizen citizen = account.citizen();
        Optional<ActivationCode> code = new ReplacementCode(account.session(), account.realm())
                .issue(
                        citizen,
                        AuditRecord.about(citizen.nationalId(), AccountAct.ACTIVATION_CODE_ISSUED, citizen.id()));
        if (code.isEmpty()) {
            account.journal().failed(AccountOutcome.ACTIVATION_CODE_REFUSED);
            return account.page().setError("accountActivationCodeTooMany").createForm(PAGE);
        }
        new Announcements(account).activationCodeIssued(citizen);
        account.journal().done(AccountOutcome.ACTIVATION_CODE_ISSUED);
        return account.page().setAttribute("code", code.get().grouped()).createForm(PAGE);
    }
}
