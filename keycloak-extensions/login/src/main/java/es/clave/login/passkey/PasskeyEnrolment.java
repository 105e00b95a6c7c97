package es.clave.login.passkey;

import es.clave.identity.AssuranceLevel;
import es.clave.login.Outcome;
import es.clave.platform.FormFields;
import es.clave.platform.Passkeys;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.credential.CredentialModel;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/**
 * Adds a passkey, as Keycloak does it, to the citizen who asked for it in Mi Cl@ve and has just logged in at the level
 * {@code SUBSTANTIAL}: what a passkey opens must not be opened by less. Agencies cannot ask for it.
 */
final class PasskeyEnrolment implements RequiredActionProvider {

    /** The field with the name that the citizen gives it. */
    private static final String NAME = WebAuthnConstants.AUTHENTICATOR_LABEL;

    private static final int LONGEST_NAME = 60;
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{1,20000}");

    private final KeycloakSession session;
    private final RequiredActionProvider keycloaks;
    private final Clock clock;

    PasskeyEnrolment(KeycloakSession session, RequiredActionProvider keycloaks, Clock clock) {
        this.session = session;
        this.keycloaks = keycloaks;
        this.clock = clock;
    }

    /** Supported for Mi Cl@ve only: for others it is as if it were not there. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        ClientModel client = session.getContext().getClient();
        return client != null && client.getClientId().equals(Passkeys.CLIENT_ID)
                ? InitiatedActionSupport.SUPPORTED
                : InitiatedActionSupport.NOT_SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (mayEnrol(context)) {
            show(context, freeName(context), Optional.empty());
        } else {
            context.ignore();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Optional<Citizen> citizen = citizen(context);
        if (citizen.isEmpty() || !mayEnrol(context)) {
            context.ignore();
            return;
        }
        String name = FormFields.of(context.getHttpRequest().getDecodedFormParameters())
                .text(NAME)
                .strip();
        Optional<FormMessage> mistake = mistake(context, name);
        if (mistake.isPresent()) {
            show(context, name, mistake);
            return;
        }
        if (readable(context)) {
            keycloaks.processAction(context);
        }
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            session.getProvider(AuditLog.class)
                    .append(
                            context.getRealm(),
                            AuditRecord.about(
                                    citizen.get().nationalId(),
                                    PasskeyAct.PASSKEY_ADDED,
                                    citizen.get().id()));
            new PasskeyNotices(session, context.getRealm(), clock).added(citizen.get());
            count(Outcome.PASSKEY_ADDED);
        } else {
            count(Outcome.PASSKEY_REFUSED);
            show(context, name, Optional.of(new FormMessage("passkeyNotAdded")));
        }
    }

    private static void count(Outcome outcome) {
        Metrics.counter("clave.login", "outcome", outcome.label(), "method", PasskeyWay.METHOD.name())
                .increment();
    }

    /** Whoever is registered, at the request of Mi Cl@ve, proven at the level in this very login or session. */
    private boolean mayEnrol(RequiredActionContext context) {
        int level = new AcrStore(session, context.getAuthenticationSession())
                .getLevelOfAuthenticationFromCurrentAuthentication();
        return initiatedActionSupport() == InitiatedActionSupport.SUPPORTED
                && level >= AssuranceLevel.SUBSTANTIAL.loa()
                && citizen(context).isPresent();
    }

    private Optional<Citizen> citizen(RequiredActionContext context) {
        return session.getProvider(CitizenRegistry.class)
                .findByUserId(context.getRealm(), context.getUser().getId())
                .filter(citizen -> citizen.status() == Citizen.Status.ACTIVE);
    }

    private Optional<FormMessage> mistake(RequiredActionContext context, String name) {
        List<String> names = names(context);
        if (names.size() >= most(context)) {
            return Optional.of(new FormMessage("passkeyTooMany", most(context)));
        }
        if (name.isEmpty()) {
            return Optional.of(new FormMessage(NAME, "passkeyNameEmpty"));
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(new FormMessage(NAME, "passkeyNameLong", LONGEST_NAME));
        }
        return names.contains(folded(name)) ? Optional.of(new FormMessage(NAME, "passkeyNameTaken")) : Optional.empty();
    }

    private int most(RequiredActionContext context) {
        return PasskeySettings.of(context.getRealm()).most();
    }

    private static boolean readable(RequiredActionContext context) {
        return Stream.of(WebAuthnConstants.CLIENT_DATA_JSON, WebAuthnConstants.ATTESTATION_OBJECT)
                .map(context.getHttpRequest().getDecodedFormParameters()::getFirst)
                .allMatch(value -> value != null && BASE64_URL.matcher(value).matches());
    }

    private void show(RequiredActionContext context, String name, Optional<FormMessage> mistake) {
        Citizen citizen = citizen(context).orElseThrow();
        LoginFormsProvider form = context.form()
                .setAttribute("passkeyName", name)
                .setAttribute("passkeyRoom", names(context).size() < most(context))
                .setAttribute("passkeyMost", most(context))
                .setAttribute(
                        "holder", citizen.name().given() + " " + citizen.name().firstSurname())
                .setAttribute("holderNumber", citizen.nationalId().masked());
        // In place of what Keycloak says, which is not for citizens.
        mistake.ifPresent(said -> form.setErrors(List.of(said)));
        keycloaks.requiredActionChallenge(context);
    }

    private String freeName(RequiredActionContext context) {
        List<String> names = names(context);
        String base = session.getProvider(LoginFormsProvider.class).getMessage("passkeyNameDefault");
        return IntStream.rangeClosed(1, names.size() + 1)
                .mapToObj(number -> base + " " + number)
                .filter(name -> !names.contains(folded(name)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(RequiredActionContext context) {
        return Passkeys.of(context.getUser()).stream()
                .map(CredentialModel::getUserLabel)
                .map(label -> folded(Optional.ofNullable(label).orElse("")))
                .toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
