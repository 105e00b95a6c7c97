package es.clave.registration.account;

import es.clave.platform.FormFields;
import es.clave.platform.Passkeys;
import es.clave.platform.pages.LocalPages;
import es.clave.platform.pages.LocalVisitor;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/** The pages of Mi Cl@ve. Each shows what the session may see or change, and its forms come back to its own address. */
public final class AccountResource {

    /** The client by which citizens log in here. */
    static final String CLIENT_ID = Passkeys.CLIENT_ID;

    private final KeycloakSession session;
    private final Clock clock;
    private final SecureRandom random;
    private final LocalPages pages;

    AccountResource(KeycloakSession session, Clock clock, SecureRandom random) {
        this.session = session;
        this.clock = clock;
        this.random = random;
        this.pages = LocalPages.of(session, CLIENT_ID);
    }

    /** Everything at a glance. */
    @GET
    public Response overview() {
        return show(account -> new Overview(account).show());
    }

    /** Another phone. */
    @GET
    @Path(Account.PHONE)
    public Response phone() {
        return show(account -> new PhoneChange(account).show());
    }

    /** Another phone: a step. */
    @POST
    @Path(Account.PHONE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePhone() {
        return act((account, fields) -> new PhoneChange(account).act(fields));
    }

    /** Another e-mail address. */
    @GET
    @Path(Account.EMAIL)
    public Response email() {
        return show(account -> new EmailChange(account).show());
    }

    /** Another e-mail address: a step. */
    @POST
    @Path(Account.EMAIL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeEmail() {
        return act((account, fields) -> new EmailChange(account).act(fields));
    }

    /** A new activation code. */
    @GET
    @Path(Account.ACTIVATION_CODE)
    public Response activationCode() {
        return show(account -> new NewActivationCode(account).show());
    }

    /** A new activation code: shows it, once. */
    @POST
    @Path(Account.ACTIVATION_CODE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issueActivationCode() {
        return act((account, fields) -> new NewActivationCode(account).act(fields));
    }

    /** What agencies may be told. */
    @GET
    @Path(Account.AGREEMENTS)
    public Response agreements() {
        return show(account -> new Agreements(account).show());
    }

    /** What agencies may be told: takes one agreement back. */
    @POST
    @Path(Account.AGREEMENTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revokeAgreement() {
        return act((account, fields) -> new Agreements(account).act(fields));
    }

    /** The citizen's passkeys. */
    @GET
    @Path(Account.PASSKEYS)
    public Response passkeys() {
        return show(account -> new AccountPasskeys(account).show());
    }

    /** The citizen's passkeys: adds or removes one. */
    @POST
    @Path(Account.PASSKEYS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePasskeys() {
        return act((account, fields) -> new AccountPasskeys(account).act(fields));
    }

    /** The phones with the app. */
    @GET
    @Path(Account.DEVICES)
    public Response devices() {
        return show(account -> new DeviceList(account).show());
    }

    /** The phones with the app: takes one away. */
    @POST
    @Path(Account.DEVICES)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeDevice() {
        return act((account, fields) -> new DeviceList(account).act(fields));
    }

    /** Leaving Cl@ve. */
    @GET
    @Path(Account.LEAVE)
    public Response renunciation() {
        return show(account -> new Renunciation(account).show());
    }

    /** Leaving Cl@ve: does it. */
    @POST
    @Path(Account.LEAVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response renounce() {
        return act((account, fields) -> new Renunciation(account).act(fields));
    }

    private Response show(Function<Account, Response> page) {
        return pages.get(visitor -> with(visitor, page));
    }

    private Response act(BiFunction<Account, FormFields, Response> page) {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return pages.post(
                form, visitor -> with(visitor, account -> page.apply(account, FormFields.of(form))), this::refused);
    }

    private void refused(LocalVisitor visitor) {
        account(visitor).ifPresent(account -> {
            Citizen citizen = account.citizen();
            account.journal().failed(AccountOutcome.FORM_REFUSED);
            session.getProvider(AuditLog.class)
                    .appendNow(
                            account.realm(),
                            AuditRecord.about(citizen.nationalId(), AccountAct.ACCOUNT_FORM_REFUSED, citizen.id()));
        });
    }

    /** Whose account it is follows from the session and from nothing that was sent. */
    private Response with(LocalVisitor visitor, Function<Account, Response> page) {
        return account(visitor).map(page).orElseGet(pages::notFound);
    }

    private Optional<Account> account(LocalVisitor visitor) {
        return session.getProvider(CitizenRegistry.class)
                .findByUserId(session.getContext().getRealm(), visitor.user().getId())
                .filter(citizen -> citizen.status() == Citizen.Status.ACTIVE)
                .map(citizen -> new Account(session, pages, visitor, citizen, clock, random));
    }
}
