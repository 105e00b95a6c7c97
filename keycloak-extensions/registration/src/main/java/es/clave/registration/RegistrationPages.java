package es.clave.registration;

import es.clave.platform.AgencyName;
import es.clave.platform.TypedDocument;
import es.clave.registration.address.RegistrationAddress;
import es.clave.registry.CivilPerson;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The pages that all registrations have. */
final class RegistrationPages {

    private static final String START = "clave-registration-start.ftl";
    private static final String ROUTES = "clave-registration-routes.ftl";
    private static final String END = "clave-registration-end.ftl";

    private final AuthenticationFlowContext flow;

    RegistrationPages(AuthenticationFlowContext flow) {
        this.flow = flow;
    }

    /** Whether an agency waits for the citizen, rather than nobody. */
    static boolean hasAgency(AuthenticationFlowContext flow) {
        return !RegistrationAddress.CLIENT_ID.equals(
                flow.getAuthenticationSession().getClient().getClientId());
    }

    /** A page that names the agency, if one waits, and tells how far the citizen has come. */
    static LoginFormsProvider framed(AuthenticationFlowContext flow, Stage stage) {
        LoginFormsProvider page =
                flow.form().setAttribute("stepNumber", stage.number()).setAttribute("stepCount", Stage.STEPS);
        if (hasAgency(flow)) {
            page.setAttribute(
                    "agencyName", AgencyName.of(flow.getAuthenticationSession().getClient()));
        }
        return page;
    }

    /** The first page, with what was typed before. */
    Response start() {
        return start(framed(flow, Stage.START), TypedDocument.of(flow.getAuthenticationSession()));
    }

    /** The first page with what was typed, and what is wrong with it. */
    Response start(TypedDocument typed, List<FormMessage> mistakes) {
        LoginFormsProvider page = framed(flow, Stage.START);
        page.setErrors(mistakes);
        return start(page, typed);
    }

    /** The first page with what was typed, and why it goes no further now. */
    Response start(TypedDocument typed, Refusal refusal) {
        return start(
                framed(flow, Stage.START)
                        .setError(refusal.messageKey(), refusal.parameters().toArray()),
                typed);
    }

    private static Response start(LoginFormsProvider page, TypedDocument typed) {
        return page.setAttribute(
                        "typed",
                        Map.of(
                                TypedDocument.NATIONAL_ID,
                                typed.nationalId(),
                                TypedDocument.CONTRAST_DATUM,
                                typed.contrastDatum()))
                .createForm(START);
    }

    /** The page with the routes, and which are open to this person. */
    Response routes(List<RegistrationRoute> routes, CivilPerson person, LocalDate today) {
        return framed(flow, Stage.ROUTES)
                .setAttribute(
                        "routes",
                        routes.stream()
                                .map(route -> Map.of(
                                        "id", route.id(),
                                        "level", route.kind().level().name(),
                                        "closedBecause",
                                                route.closedTo(person, today).orElse("")))
                                .toList())
                .setAttribute("nationalId", person.nationalId().masked())
                .createForm(ROUTES);
    }

    /** The last page of who came at no agency's request. */
    Response end() {
        return flow.form().createForm(END);
    }
}
