package es.clave.registration.account;

import es.clave.platform.AgencyName;
import es.clave.platform.LoginNotes;
import es.clave.registration.address.RegistrationAddress;
import es.clave.registry.ActivationCodes;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.RegistrationAct;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** The first page: level, contact data, what happened lately. */
final class Overview {

    /** The query parameter by which another page says what it did. */
    static final String DONE = "hecho";

    static final String PHONE_CHANGED = "movil";
    static final String EMAIL_CHANGED = "correo";
    static final String AGREEMENT_REVOKED = "permiso";
    static final String DEVICE_REMOVED = "dispositivo";

    private static final String PAGE = "clave-account.ftl";
    private static final int LOGINS = 10;
    private static final int ACTS = 20;
    private static final ZoneId PENINSULA = ZoneId.of("Europe/Madrid");

    /** What another page did, and the text that says so; nothing else that is in an address is said. */
    private static final Map<String, String> DONE_TEXTS = Map.of(
            PHONE_CHANGED, "accountPhoneChanged",
            EMAIL_CHANGED, "accountEmailChanged",
            DEVICE_REMOVED, "accountDeviceRemoved",
            AGREEMENT_REVOKED, "accountAgenciesRevoked");

    private final Account account;

    Overview(Account account) {
        this.account = account;
    }

    Response show() {
        Citizen citizen = account.citizen();
        LoginFormsProvider page = account.page();
        Optional.ofNullable(account.session()
                        .getContext()
                        .getUri()
                        .getQueryParameters()
                        .getFirst(DONE))
                .map(DONE_TEXTS::get)
                .ifPresent(page::setSuccess);
        account.visitor().level().ifPresent(level -> page.setAttribute("loginLevel", level.name()));
        account.visitor().method().ifPresent(method -> page.setAttribute("loginMethod", method.name()));
        citizen.email().map(MaskedEmail::of).ifPresent(email -> page.setAttribute("email", email));
        return page.setAttribute(
                        "name", citizen.name().given() + " " + citizen.name().family())
                .setAttribute("nationalId", citizen.nationalId().masked())
                .setAttribute("registrationLevel", citizen.level().name())
                .setAttribute("route", citizen.route().name())
                .setAttribute("since", account.day(citizen.since()))
                .setAttribute("phoneEnding", citizen.mobile().lastDigits())
                .setAttribute("byCertificate", account.byCertificate())
                .setAttribute(
                        "activationCodeWaits",
                        account.session().getProvider(ActivationCodes.class).waiting(account.realm(), citizen))
                .setAttribute("logins", logins())
                .setAttribute("acts", acts())
                .setAttribute("logoutUrl", logoutUrl())
                .setAttribute("registrationUrl", registrationUrl())
                .createForm(PAGE);
    }

    private List<Map<String, String>> logins() {
        return account.session()
                .getProvider(EventStoreProvider.class)
                .createQuery()
                .realm(account.realm().getId())
                .user(account.citizen().userId())
                .type(EventType.LOGIN)
                .orderByDescTime()
                .maxResults(LOGINS)
                .getResultStream()
                .map(this::login)
                .toList();
    }

    private Map<String, String> login(Event event) {
        Map<String, String> details = Optional.ofNullable(event.getDetails()).orElse(Map.of());
        return Map.of(
                "when", moment(Instant.ofEpochMilli(event.getTime())),
                "where", agency(event.getClientId()),
                "method", Optional.ofNullable(details.get(LoginNotes.METHOD)).orElse(""),
                "level", Optional.ofNullable(details.get(LoginNotes.LEVEL)).orElse(""));
    }

    /** By the name that citizens know, also of an agency that is gone since. */
    private String agency(String clientId) {
        ClientModel client = account.realm().getClientByClientId(clientId);
        return client == null ? clientId : AgencyName.of(client);
    }

    private List<Map<String, String>> acts() {
        return account.session().getProvider(CitizenRegistry.class).acts(account.realm(), account.citizen()).stream()
                .sorted(Comparator.comparing(RegistrationAct::at).reversed())
                .limit(ACTS)
                .map(act -> Map.of(
                        "when", moment(act.at()),
                        "kind", act.kind().name(),
                        "route", act.route().name()))
                .toList();
    }

    private String logoutUrl() {
        return OIDCLoginProtocolService.logoutUrl(account.session().getContext().getUri())
                .queryParam("client_id", AccountResource.CLIENT_ID)
                .build(account.realm().getName())
                .toString();
    }

    private String registrationUrl() {
        return RegistrationAddress.of(account.session())
                .queryParam("via", "certificate")
                .build()
                .toString();
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(account.locale())
                .withZone(PENINSULA)
                .format(at);
    }
}
