package es.clave.login;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/** What {@link MalformedFormMapper} does, for a multipart form that breaks off, which RESTEasy tells by a bare IOException. */
@Provider
public final class MalformedMultipartMapper implements ExceptionMapper<IOException> {

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(IOException exception) {
        return KeycloakErrorHandler.getResponse(
                session, MalformedFormMapper.isMalformedForm(exception) ? new BadRequestException() : exception);
    }
}
