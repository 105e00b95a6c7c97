package es.clave.registration.account;

import es.clave.identity.AssuranceLevel;
import es.clave.platform.FormFields;
import es.clave.platform.Passkeys;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;

/**
 * The citizen's passkeys. Adding one asks for a login at the level that it will reach; removing one does not, because who
 * has lost a device may have lost the way to log in at that level with it.
 */
final class AccountPasskeys {

    private static final String PAGE = "clave-account-passkeys.ftl";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final String ID = "passkey";
    private static final String DONE = "hecho";
    private static final String REMOVED = "quitada";

    private final Account account;

    AccountPasskeys(Account account) {
        this.account = account;
    }

    Response show() {
        LoginFormsProvider page = account.page();
        if (account.pages().stepUpRefused()) {
            page.setError("accountLevelNotReached");
        } else if (asked(Constants.KC_ACTION_STATUS).equals("success")) {
            page.setSuccess("passkeyAdded");
        } else if (asked(DONE).equals(REMOVED)) {
            page.setSuccess("passkeyRemoved");
        }
        List<Map<String, String>> passkeys = Passkeys.of(user()).stream()
                .map(passkey -> Map.of(
                        "id", passkey.getId(),
                        "name", Optional.ofNullable(passkey.getUserLabel()).orElse(""),
                        "since", account.day(Instant.ofEpochMilli(passkey.getCreatedDate()))))
                .toList();
        return page.setAttribute("passkeys", passkeys).createForm(PAGE);
    }

    Response act(FormFields fields) {
        return switch (fields.text(Account.STEP)) {
            case ADD ->
                account.pages().act(Passkeys.ENROLMENT, AssuranceLevel.SUBSTANTIAL, account.address(Account.PASSKEYS));
            case REMOVE -> remove(fields.text(ID));
            default -> account.pages().badRequest();
        };
    }

    /** Removing what is gone already is no mistake: the page was open twice. */
    private Response remove(String id) {
        Optional<CredentialModel> passkey = Passkeys.of(user()).stream()
                .filter(own -> own.getId().equals(id))
                .findFirst();
        if (passkey.isPresent() && user().credentialManager().removeStoredCredentialById(id)) {
            account.session()
                    .getProvider(AuditLog.class)
                    .append(
                            account.realm(),
                            AuditRecord.about(
                                    account.citizen().nationalId(),
                                    AccountAct.PASSKEY_REMOVED,
                                    account.citizen().id()));
            new Announcements(account).passkeyRemoved(account.citizen());
            account.journal().done(AccountOutcome.PASSKEY_REMOVED);
        }
        return account.pages().redirect(URI.create(account.address(Account.PASSKEYS) + "?" + DONE + "=" + REMOVED));
    }

    private String asked(String parameter) {
        return Optional.ofNullable(account.session()
                        .getContext()
                        .getUri()
                        .getQueryParameters()
                        .getFirst(parameter))
                .orElse("");
    }

    private UserModel user() {
        return account.visitor().user();
    }
}
