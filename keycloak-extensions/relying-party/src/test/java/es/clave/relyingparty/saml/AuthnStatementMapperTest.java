package es.clave.relyingparty.saml;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.RegistrationLevel;
import es.clave.relyingparty.Samples;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.junit.jupiter.api.Test;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextClassRefType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.models.ProtocolMapperModel;

final class AuthnStatementMapperTest {

    private static final String ASKED_FOR = "http://eidas.europa.eu/LoA/low";
    private static final String NOW = "2026-11-22T12:00:00.123+01:00";

    @Test
    void theStatementTellsTheLevelReachedAndWhenTheCitizenLoggedIn() throws Exception {
        Map<String, String> notes =
                Samples.notes(AuthenticationMethod.MOBILE, AssuranceLevel.SUBSTANTIAL, RegistrationLevel.ADVANCED);
        notes.put(
                "AUTH_TIME", Long.toString(Instant.parse("2026-02-28T23:59:58Z").getEpochSecond()));

        AuthnStatementType statement = told(notes);

        assertThat(classRef(statement)).isEqualTo("http://eidas.europa.eu/LoA/substantial");
        assertThat(statement.getAuthnInstant().toXMLFormat()).isEqualTo("2026-02-28T23:59:58Z");
        assertThat(statement.getSessionNotOnOrAfter().toXMLFormat()).isEqualTo(NOW);
    }

    @Test
    void aSessionThatIsNotOfClaveIsToldAsKeycloakTellsIt() throws Exception {
        AuthnStatementType statement = told(Map.of());

        assertThat(classRef(statement)).isEqualTo(ASKED_FOR);
        assertThat(statement.getAuthnInstant().toXMLFormat()).isEqualTo(NOW);
    }

    private static AuthnStatementType told(Map<String, String> notes) throws DatatypeConfigurationException {
        AuthnStatementType statement = new AuthnStatementType(now());
        statement.setSessionNotOnOrAfter(now());
        AuthnContextType context = new AuthnContextType();
        AuthnContextType.AuthnContextTypeSequence sequence = new AuthnContextType.AuthnContextTypeSequence();
        sequence.setClassRef(new AuthnContextClassRefType(URI.create(ASKED_FOR)));
        context.setSequence(sequence);
        statement.setAuthnContext(context);
        AssertionType assertion = new AssertionType("_a", now());
        assertion.addStatement(new AttributeStatementType());
        assertion.addStatement(statement);
        ResponseType response = new ResponseType("_r", now());
        response.addAssertion(new ResponseType.RTChoiceType(assertion));

        new AuthnStatementMapper()
                .transformLoginResponse(response, new ProtocolMapperModel(), null, Samples.session(notes), null);
        return statement;
    }

    private static XMLGregorianCalendar now() throws DatatypeConfigurationException {
        return DatatypeFactory.newInstance().newXMLGregorianCalendar(NOW);
    }

    private static String classRef(AuthnStatementType statement) {
        return statement
                .getAuthnContext()
                .getSequence()
                .getClassRef()
                .getValue()
                .toString();
    }
}
