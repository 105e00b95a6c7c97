package es.clave.registration.account;

import es.clave.challenge.Limit;
import es.clave.challenge.Throttle;
import es.clave.identity.ActivationCode;
import es.clave.platform.FormFields;
import es.clave.registry.ActivationCodes;
import es.clave.registry.Citizen;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** A new activation code: for who showed a certificate, shown once, in place of the former. */
final class NewActivationCode {

    private static final String PAGE = "clave-account-code.ftl";
    private static final Limit PER_CITIZEN =
            new Limit("account-activation-codes", List.of(new Limit.Window(5, Duration.ofDays(1))));

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
        Throttle.Verdict verdict = account.session()
                .getProvider(Throttle.class)
                .take(account.realm().getId(), List.of(new Throttle.Demand(PER_CITIZEN, citizen.id())));
        if (verdict instanceof Throttle.Verdict.Refused) {
            account.journal().failed(AccountOutcome.ACTIVATION_CODE_REFUSED);
            return account.page().setError("accountActivationCodeTooMany").createForm(PAGE);
        }
        ActivationCode code =
                account.session().getProvider(ActivationCodes.class).issue(account.realm(), citizen);
        account.session()
                .getProvider(AuditLog.class)
                .append(
                        account.realm(),
                        AuditRecord.about(citizen.nationalId(), AccountAct.ACTIVATION_CODE_ISSUED, citizen.id()));
        new Announcements(account).activationCodeIssued(citizen);
        account.journal().done(AccountOutcome.ACTIVATION_CODE_ISSUED);
        return account.page().setAttribute("code", code.grouped()).createForm(PAGE);
    }
}
