package es.clave.platform;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The fields of the form that was sent. A field that is missing is empty; one that is absurdly long is cut. */
public final class FormFields {

    /** More than any of our fields needs, less than would make a page heavy that shows it again. */
    private static final int LONGEST = 200;

    private final MultivaluedMap<String, String> fields;

    private FormFields(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** The fields of this request. */
    public static FormFields of(AuthenticationFlowContext context) {
        return new FormFields(context.getHttpRequest().getDecodedFormParameters());
    }

    /** The fields of a form that was sent to a page of ours outside the login. */
    public static FormFields of(MultivaluedMap<String, String> sent) {
        return new FormFields(sent);
    }

    /** What was typed into a field. */
    public String text(String name) {
        String value = fields.getFirst(name);
        if (value == null) {
            return "";
        }
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }
}
