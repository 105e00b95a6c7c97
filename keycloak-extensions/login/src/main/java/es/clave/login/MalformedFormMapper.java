package es.clave.login;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * Answers 400 with the error page, where Keycloak answers 500, to a form that cannot be read: a percent sign without two
 * hexadecimal digits, or thousands of fields. RESTEasy tells both by bare runtime exceptions, so they are known by where
 * they come from; every other exception takes Keycloak's own way.
 */
@Provider
public final class MalformedFormMapper implements ExceptionMapper<RuntimeException> {

    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart.";

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(RuntimeException exception) {
        return KeycloakErrorHandler.getResponse(
                session, isMalformedForm(exception) ? new BadRequestException() : exception);
    }

    static boolean isMalformedForm(Exception exception) {
        return Arrays.stream(exception.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(FORM_READER));
    }
}
