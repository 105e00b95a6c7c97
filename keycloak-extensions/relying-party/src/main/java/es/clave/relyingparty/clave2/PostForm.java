package es.clave.relyingparty.clave2;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** The page that takes an answer to an agency: a form that sends itself, or by its button where there is no JavaScript. */
final class PostForm {

    private static final String TEMPLATE = "clave2-post-form.ftl";

    private PostForm() {}

    static Response to(
            KeycloakSession keycloak, String address, String field, String message, Optional<String> relayState) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(field, message);
        relayState.ifPresent(value -> fields.put("RelayState", value));
        return keycloak.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(keycloak.getContext().getAuthenticationSession())
                .setAttribute("postAddress", address)
                .setAttribute("postFields", fields)
                .createForm(TEMPLATE);
    }
}
