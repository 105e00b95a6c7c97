package es.clave.relyingparty.saml;

import es.clave.relyingparty.PairwiseSubject;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.NameIdMapperHelper;
import org.keycloak.protocol.saml.mappers.SAMLNameIdMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/**
 * Tells the NameID of one format: a name for the citizen that no other agency is told. Keycloak by itself would tell
 * every agency that leaves the format open the same name, and one that asks for an e-mail address that address: the one
 * gets the name, the other the error of SAML, {@code InvalidNameIDPolicy}.
 */
public final class NameIdMapper extends AbstractSAMLProtocolMapper implements SAMLNameIdMapper {

    public static final String PROVIDER_ID = "clave-saml-name-id-mapper";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve: NameID";
    }

    @Override
    public String getDisplayCategory() {
        return NameIdMapperHelper.NAMEID_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Tells a NameID of this format that no other agency is told. Applications of one agency that have to share"
                + " it have the same client attribute " + PairwiseSubject.SECTOR + ".";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        NameIdMapperHelper.setConfigProperties(properties);
        return properties;
    }

    @Override
    public String mapperNameId(
            String format,
            ProtocolMapperModel mapper,
            KeycloakSession keycloak,
            UserSessionModel session,
            AuthenticatedClientSessionModel agency) {
        // Null is how Keycloak wants to hear that there is none.
        return format.equals(JBossSAMLURIConstants.NAMEID_FORMAT_EMAIL.get())
                ? null
                : PairwiseSubject.of(keycloak, agency.getClient(), session.getUser());
    }
}
