package es.clave.relyingparty.saml;

import es.clave.identity.AssuranceLevel;
import es.clave.relyingparty.LoginFacts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.dom.saml.v2.assertion.AuthnContextClassRefType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.SAMLLoginResponseMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Tells which level the login reached and when it was (SAML Core 2.0, 2.7.2). Keycloak by itself tells the level that was
 * asked for where a higher one was reached, and the time of the answer even where the login was an earlier one.
 */
public final class AuthnStatementMapper extends AbstractSAMLProtocolMapper implements SAMLLoginResponseMapper {

    public static final String PROVIDER_ID = "clave-saml-level-mapper";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve: level reached";
    }

    @Override
    public String getDisplayCategory() {
        return "AuthnStatement mapper";
    }

    @Override
    public String getHelpText() {
        return "Tells the eIDAS assurance level that the login reached (AuthnContextClassRef) and when the citizen logged"
                + " in (AuthnInstant).";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public ResponseType transformLoginResponse(
            ResponseType response,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            ClientSessionContext agency) {
        Optional<AuthnContextType> context = LoginFacts.of(session).level().map(AuthnStatementMapper::contextOf);
        Optional<Instant> loggedInAt = Optional.ofNullable(session.getNote(AuthenticationManager.AUTH_TIME))
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond);
        response.getAssertions().stream()
                .flatMap(choice -> choice.getAssertion().getStatements().stream())
                .filter(AuthnStatementType.class::isInstance)
                .map(AuthnStatementType.class::cast)
                .forEach(statement -> {
                    context.ifPresent(statement::setAuthnContext);
                    loggedInAt.ifPresent(at -> XmlTime.set(statement.getAuthnInstant(), at));
                });
        return response;
    }

    private static AuthnContextType contextOf(AssuranceLevel level) {
        AuthnContextType.AuthnContextTypeSequence sequence = new AuthnContextType.AuthnContextTypeSequence();
        sequence.setClassRef(new AuthnContextClassRefType(URI.create(level.uri())));
        AuthnContextType context = new AuthnContextType();
        context.setSequence(sequence);
        return context;
    }
}
