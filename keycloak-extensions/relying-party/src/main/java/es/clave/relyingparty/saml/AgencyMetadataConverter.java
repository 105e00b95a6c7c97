package es.clave.relyingparty.saml;

import es.clave.relyingparty.CitizenAttribute;
import jakarta.ws.rs.BadRequestException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType;
import org.keycloak.dom.saml.v2.metadata.IndexedEndpointType;
import org.keycloak.dom.saml.v2.metadata.LocalizedNameType;
import org.keycloak.dom.saml.v2.metadata.SPSSODescriptorType;
import org.keycloak.protocol.saml.EntityDescriptorDescriptionConverter;
import org.keycloak.protocol.saml.SamlConfigAttributes;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.processing.core.parsers.saml.SAMLParser;

/**
 * Makes a client of an agency's SAML metadata, in the console's "Import client" and over the REST API: what Keycloak makes
 * of them, all assertion consumer services with their numbers, the scopes that have the attributes it asks for, and the
 * settings of every agency of Cl@ve, of which signed requests are the first.
 */
public final class AgencyMetadataConverter extends EntityDescriptorDescriptionConverter {

    private static final String YES = SamlProtocol.ATTRIBUTE_TRUE_VALUE;
    private static final String NO = SamlProtocol.ATTRIBUTE_FALSE_VALUE;

    /** Before Keycloak's own of the same name. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public ClientRepresentation convertToInternal(String description) {
        ClientRepresentation client = super.convertToInternal(description);
        EntityDescriptorType entity = parse(description);
        SPSSODescriptorType provider = Optional.ofNullable(getSPDescriptor(entity))
                .orElseThrow(() -> new BadRequestException("The metadata have no service provider"));
        if (!client.getAttributes().containsKey(SamlConfigAttributes.SAML_SIGNING_CERTIFICATE_ATTRIBUTE)) {
            throw new BadRequestException(
                    "The metadata have no key for signing: agencies of Cl@ve sign their requests");
        }
        name(entity, provider).ifPresent(client::setName);
        addresses(client, provider);
        settings(client);
        client.setProtocolMappers(List.of());
        client.setDefaultClientScopes(scopes(provider));
        client.setOptionalClientScopes(List.of());
        return client;
    }

    private static EntityDescriptorType parse(String description) {
        try {
            Object metadata = SAMLParser.getInstance()
                    .parse(new ByteArrayInputStream(description.getBytes(StandardCharsets.UTF_8)));
            if (metadata instanceof EntityDescriptorType entity) {
                return entity;
            }
        } catch (ParsingException e) {
            throw new BadRequestException(e);
        }
        throw new BadRequestException("Expected the metadata of one agency: an EntityDescriptor");
    }

    private static Optional<String> name(EntityDescriptorType entity, SPSSODescriptorType provider) {
        Stream<LocalizedNameType> organization = Optional.ofNullable(entity.getOrganization())
                .map(known -> Stream.concat(
                        known.getOrganizationDisplayName().stream(), known.getOrganizationName().stream()))
                .orElseGet(Stream::empty);
        Stream<LocalizedNameType> services =
                provider.getAttributeConsumingService().stream().flatMap(service -> service.getServiceName().stream());
        List<LocalizedNameType> names = Stream.concat(organization, services).toList();
        return names.stream()
                .filter(name -> "es".equals(name.getLang()))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(LocalizedNameType::getValue);
    }

    /** Answers go by POST, and to registered addresses only. */
    private static void addresses(ClientRepresentation client, SPSSODescriptorType provider) {
        List<IndexedEndpointType> services = provider.getAssertionConsumerService().stream()
                .filter(service ->
                        JBossSAMLURIConstants.SAML_HTTP_POST_BINDING.getUri().equals(service.getBinding()))
                .toList();
        if (services.isEmpty()) {
            throw new BadRequestException("The metadata have no assertion consumer service that takes HTTP-POST");
        }
        Set<String> addresses = new LinkedHashSet<>();
        services.forEach(service -> {
            String address = service.getLocation().toString();
            addresses.add(address);
            client.getAttributes().put(IndexedAddress.attribute(service.getIndex()), address);
        });
        IndexedEndpointType usual = services.stream()
                .filter(service -> Boolean.TRUE.equals(service.isIsDefault()))
                .findFirst()
                .orElse(services.get(0));
        client.getAttributes()
                .put(
                        SamlProtocol.SAML_ASSERTION_CONSUMER_URL_POST_ATTRIBUTE,
                        usual.getLocation().toString());
        client.setRedirectUris(List.copyOf(addresses));
    }

    private static void settings(ClientRepresentation client) {
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setConsentRequired(false);
        boolean soap = client.getAttributes().containsKey(SamlProtocol.SAML_SINGLE_LOGOUT_SERVICE_URL_SOAP_ATTRIBUTE);
        client.setFrontchannelLogout(!soap);
        client.getAttributes().put(SamlConfigAttributes.SAML_CLIENT_SIGNATURE_ATTRIBUTE, YES);
        client.getAttributes().put(SamlConfigAttributes.SAML_SERVER_SIGNATURE, YES);
        client.getAttributes().put(SamlConfigAttributes.SAML_ASSERTION_SIGNATURE, YES);
        client.getAttributes().put(SamlConfigAttributes.SAML_AUTHNSTATEMENT, YES);
        client.getAttributes().put(SamlConfigAttributes.SAML_ONETIMEUSE_CONDITION, YES);
        client.getAttributes().put(SamlConfigAttributes.SAML_FORCE_POST_BINDING, YES);
        client.getAttributes().put(SamlConfigAttributes.SAML_ALLOW_ECP_FLOW, NO);
        client.getAttributes().put(SamlConfigAttributes.SAML_ASSERTION_LIFESPAN, "300");
        client.getAttributes().put(SamlConfigAttributes.SAML_SERVER_SIGNATURE_KEYINFO_KEY_NAME_TRANSFORMER, "NONE");
        client.getAttributes().putIfAbsent(SamlConfigAttributes.SAML_NAME_ID_FORMAT_ATTRIBUTE, "persistent");
    }

    /** An agency that says nothing of attributes is told who it is; one that does, what it asks for. */
    private static List<String> scopes(SPSSODescriptorType provider) {
        Set<CitizenAttribute> requested = provider.getAttributeConsumingService().stream()
                .flatMap(service -> service.getRequestedAttribute().stream())
                .flatMap(attribute -> CitizenAttribute.ofSamlName(attribute.getName()).stream())
                .collect(Collectors.toSet());
        List<String> scopes = new ArrayList<>(List.of("clave_saml_login"));
        if (provider.getAttributeConsumingService().isEmpty()
                || requested.stream().anyMatch(CitizenAttribute::identifies)) {
            scopes.add("clave_saml_identity");
        }
        if (requested.contains(CitizenAttribute.DATE_OF_BIRTH)) {
            scopes.add("clave_saml_birthdate");
        }
        if (requested.contains(CitizenAttribute.REGISTER_TYPE)) {
            scopes.add("clave_saml_registration");
        }
        return scopes;
    }
}
