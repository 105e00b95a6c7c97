package es.clave.demo.taxagency;

import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.saml.saml2.metadata.SingleLogoutService;
import org.opensaml.security.credential.UsageType;

/** What this agency tells of itself (SAML 2.0 Metadata), so that an operator of Cl@ve can register it. */
final class ServiceProviderMetadata {

    private ServiceProviderMetadata() {}

    static String of(ServiceProvider provider, SigningKey key) {
        SamlXml xml = SamlXml.get();
        SPSSODescriptor role = xml.make(SPSSODescriptor.class, SPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setAuthnRequestsSigned(true);
        role.setWantAssertionsSigned(true);

        KeyDescriptor signing = xml.make(KeyDescriptor.class, KeyDescriptor.DEFAULT_ELEMENT_NAME);
        signing.setUse(UsageType.SIGNING);
        signing.setKeyInfo(key.keyInfo());
        role.getKeyDescriptors().add(signing);

        SingleLogoutService logout = xml.make(SingleLogoutService.class, SingleLogoutService.DEFAULT_ELEMENT_NAME);
        logout.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        logout.setLocation(provider.singleLogoutService().toString());
        role.getSingleLogoutServices().add(logout);

        NameIDFormat format = xml.make(NameIDFormat.class, NameIDFormat.DEFAULT_ELEMENT_NAME);
        format.setURI(NameIDType.PERSISTENT);
        role.getNameIDFormats().add(format);

        AssertionConsumerService consumer =
                xml.make(AssertionConsumerService.class, AssertionConsumerService.DEFAULT_ELEMENT_NAME);
        consumer.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        consumer.setLocation(provider.assertionConsumerService().toString());
        consumer.setIndex(0);
        consumer.setIsDefault(true);
        role.getAssertionConsumerServices().add(consumer);

        EntityDescriptor entity = xml.make(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(provider.entityId().toString());
        entity.getRoleDescriptors().add(role);
        return xml.readable(entity);
    }
}
