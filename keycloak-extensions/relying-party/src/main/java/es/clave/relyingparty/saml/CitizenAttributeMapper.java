package es.clave.relyingparty.saml;

import es.clave.relyingparty.AttributeSetting;
import es.clave.relyingparty.CitizenAttribute;
import es.clave.relyingparty.CitizenProfile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/** Tells an agency who the citizen is, by the attribute names of eIDAS and Cl@ve. */
public final class CitizenAttributeMapper extends AbstractSAMLProtocolMapper implements SAMLAttributeStatementMapper {

    public static final String PROVIDER_ID = "clave-saml-citizen-mapper";

    private static final Set<CitizenAttribute> CHOICE = EnumSet.allOf(CitizenAttribute.class);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve: citizen";
    }

    @Override
    public String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Tells who the citizen is and how they logged in: identifier, names, date of birth, registration level, way"
                + " in, as chosen.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(AttributeSetting.property(CHOICE));
    }

    @Override
    public void validateConfig(
            KeycloakSession keycloak,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        AttributeSetting.check(mapper, CHOICE);
    }

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            AuthenticatedClientSessionModel agency) {
        CitizenProfile profile = CitizenProfile.of(keycloak, session);
        for (CitizenAttribute attribute : AttributeSetting.read(mapper)) {
            profile.value(attribute)
                    .map(value -> samlAttribute(attribute, value))
                    .map(AttributeStatementType.ASTChoiceType::new)
                    .ifPresent(statement::addAttribute);
        }
    }

    private static AttributeType samlAttribute(CitizenAttribute attribute, String value) {
        AttributeType saml = new AttributeType(attribute.samlName());
        saml.setFriendlyName(attribute.friendlyName());
        saml.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_URI.get());
        saml.addAttributeValue(value);
        return saml;
    }
}
