package es.clave.registration.account;

import es.clave.platform.AgencyConsents;
import es.clave.platform.FormFields;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Which agencies the citizen agreed to let know what, and taking that back. */
final class Agreements {

    private static final String PAGE = "clave-account-agencies.ftl";
    private static final String REVOKE = "revoke";
    private static final String AGENCY = "agency";

    private final Account account;

    Agreements(Account account) {
        this.account = account;
    }

    Response show() {
        List<Map<String, Object>> agreements = consents().of(account.visitor().user()).stream()
                .map(consent -> Map.<String, Object>of(
                        "agency", consent.clientId(),
                        "name", consent.agencyName(),
                        "data", consent.dataKeys(),
                        "since", account.day(consent.since())))
                .toList();
        return account.page().setAttribute("agreements", agreements).createForm(PAGE);
    }

    /** Taking back what is gone already is no mistake: the page was open twice. */
    Response act(FormFields fields) {
        if (!fields.text(Account.STEP).equals(REVOKE)) {
            return account.pages().badRequest();
        }
        if (consents().revoke(account.visitor().user(), fields.text(AGENCY))) {
            account.journal().done(AccountOutcome.AGREEMENT_REVOKED);
        }
        return account.done(Overview.AGREEMENT_REVOKED);
    }

    private AgencyConsents consents() {
        return AgencyConsents.in(account.session(), account.realm());
    }
}
