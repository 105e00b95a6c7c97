package es.clave.registration.account;

import es.clave.platform.FormFields;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;

/** Leaving Cl@ve: after a SUBSTANTIAL login, which a certificate always is. */
final class Renunciation {

    private static final String UNDERSTOOD = "understood";
    private static final String PAGE = "clave-account-leave.ftl";
    private static final String LEFT = "clave-account-left.ftl";

    private final Account account;

    Renunciation(Account account) {
        this.account = account;
    }

    Response show() {
        return account.substantial() ? account.page().createForm(PAGE) : account.levelPage(Account.LEAVE);
    }

    Response act(FormFields fields) {
        String step = fields.text(Account.STEP);
        if (step.equals(Account.STEP_UP)) {
            return account.stepUp(Account.LEAVE);
        }
        if (!account.substantial()) {
            return account.levelPage(Account.LEAVE);
        }
        if (!step.equals("leave")) {
            return account.pages().badRequest();
        }
        if (fields.text(UNDERSTOOD).isEmpty()) {
            return account.page()
                    .setErrors(List.of(new FormMessage(UNDERSTOOD, "accountLeaveNotUnderstood")))
                    .createForm(PAGE);
        }
        return leave();
    }

    private Response leave() {
        Citizen citizen = account.citizen();
        account.journal().done(AccountOutcome.RENOUNCED);
        // The registry ends the sessions; the cookie of this one is of no use any more.
        AuthenticationManager.expireIdentityCookie(account.session());
        account.session().getProvider(CitizenRegistry.class).renounce(account.realm(), citizen, citizen.id());
        new Announcements(account).renounced(citizen);
        return account.pages().pageForAnybody().createForm(LEFT);
    }
}
