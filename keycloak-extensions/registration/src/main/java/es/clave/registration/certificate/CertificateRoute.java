package es.clave.registration.certificate;

import es.clave.certificate.CertificateCheck.Answer;
import es.clave.certificate.CertificateHandOver;
import es.clave.registration.RegistrationContext;
import es.clave.registration.RegistrationOutcome;
import es.clave.registration.RegistrationRoute;
import es.clave.registration.RegistrationStep;
import es.clave.registry.Citizen;
import es.clave.registry.CivilPerson;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** The browser shows a certificate, on the address that asks for one, and comes back: it must be of who was identified. */
final class CertificateRoute implements RegistrationRoute {

    private static final String PAGE = "clave-registration-certificate.ftl";
    private static final String REFUSAL = "refusal";
    private static final String OTHER_PERSON = "OTHER_PERSON";

    /** Why the certificate that was shown last was not taken; told anew when the page is loaded anew. */
    private static final String REFUSED = "certificate.refused";

    private final CertificateHandOver handOver;

    CertificateRoute(KeycloakSession session) {
        this.handOver = session.getProvider(CertificateHandOver.class);
    }

    @Override
    public Citizen.Route kind() {
        return Citizen.Route.CERTIFICATE;
    }

    @Override
    public Optional<String> closedTo(CivilPerson person, LocalDate today) {
        return RegistrationRoute.super
                .closedTo(person, today)
                .or(() -> handOver.isOpen() ? Optional.empty() : Optional.of("registrationCertificateClosed"));
    }

    @Override
    public void begin(RegistrationContext context) {
        handOver.forget(context.flow().getAuthenticationSession());
        show(context);
    }

    @Override
    public void resume(RegistrationContext context) {
        AuthenticationFlowContext flow = context.flow();
        Optional<Answer> answer = handOver.answer(flow.getAuthenticationSession(), flow.getUriInfo());
        handOver.forget(flow.getAuthenticationSession());
        if (answer.isEmpty()) {
            show(context);
        } else if (answer.get() instanceof Answer.Accepted accepted) {
            if (accepted.certificate().nationalId().equals(context.person().nationalId())) {
                context.proven();
            } else {
                refuse(context, OTHER_PERSON);
            }
        } else if (answer.get() instanceof Answer.Refused refused) {
            refuse(context, refused.reason().name());
        }
    }

    @Override
    public void action(RegistrationContext context, String step) {
        if (step.equals("show") && handOver.isOpen()) {
            context.forget(REFUSED);
            AuthenticationFlowContext flow = context.flow();
            context.answer(
                    Response.seeOther(handOver.begin(flow.getAuthenticationSession(), flow.getRefreshExecutionUrl()))
                            .build());
        } else {
            resume(context);
        }
    }

    private static void refuse(RegistrationContext context, String reason) {
        context.journal().failure(RegistrationOutcome.NOT_PROVEN, "certificate_" + reason.toLowerCase(Locale.ROOT));
        context.session()
                .getProvider(AuditLog.class)
                .appendNow(
                        context.realm(),
                        AuditRecord.about(
                                        context.person().nationalId(),
                                        RegistrationStep.CERTIFICATE_REFUSED,
                                        AuditRecord.ANYBODY)
                                .with("reason", reason));
        context.remember(REFUSED, reason);
        show(context);
    }

    private static void show(RegistrationContext context) {
        LoginFormsProvider page = context.page();
        context.note(REFUSED).ifPresent(reason -> page.setAttribute(REFUSAL, reason));
        context.show(page, PAGE);
    }
}
