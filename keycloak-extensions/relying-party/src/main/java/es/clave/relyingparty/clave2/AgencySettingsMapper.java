package es.clave.relyingparty.clave2;

import es.clave.relyingparty.AttributeSetting;
import es.clave.relyingparty.CitizenAttribute;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What an agency registers beside its name and addresses: certificates, and the attributes that it may ask for. A mapper,
 * because a mapper is what the console has a form for, whatever the protocol; every client of Cl@ve 2 has one.
 */
public final class AgencySettingsMapper implements ProtocolMapper {

    public static final String PROVIDER_ID = "clave2-agency";

    private static final String CERTIFICATES = "certificates";
    private static final String ENCRYPTION_CERTIFICATE = "encryption.certificate";

    /** Beside the five that always come. */
    private static final Set<CitizenAttribute> CHOICE =
            EnumSet.of(CitizenAttribute.DATE_OF_BIRTH, CitizenAttribute.REGISTER_TYPE);

    /**
     * The settings of an agency.
     *
     * @param certificates those whose keys sign its messages
     * @param encryption the one for which its assertions are encrypted; they are not where there is none
     * @param attributes what it may ask for beside what always comes
     */
    record Settings(
            List<X509Certificate> certificates,
            Optional<X509Certificate> encryption,
            Set<CitizenAttribute> attributes) {}

    /**
     * Reads what is registered. An agency without settings has no certificate, so nothing of it is believed.
     *
     * @throws CertificateException if a certificate cannot be read: better no login than one that is not encrypted
     */
    static Settings of(ClientModel client) throws CertificateException {
        Optional<ProtocolMapperModel> mapper = client.getProtocolMappersStream()
                .filter(candidate -> PROVIDER_ID.equals(candidate.getProtocolMapper()))
                .findFirst();
        return mapper.isPresent()
                ? read(mapper.get())
                : new Settings(List.of(), Optional.empty(), EnumSet.noneOf(CitizenAttribute.class));
    }

    private static Settings read(ProtocolMapperModel mapper) throws CertificateException {
        List<X509Certificate> encryption =
                RegisteredCertificates.parse(mapper.getConfig().getOrDefault(ENCRYPTION_CERTIFICATE, ""));
        if (encryption.size() > 1) {
            throw new CertificateException("more than one certificate for encryption");
        }
        if (encryption.stream().anyMatch(certificate -> !(certificate.getPublicKey() instanceof RSAPublicKey))) {
            throw new CertificateException("the certificate for encryption is not of an RSA key");
        }
        return new Settings(
                RegisteredCertificates.parse(mapper.getConfig().getOrDefault(CERTIFICATES, "")),
                encryption.stream().findFirst(),
                AttributeSetting.read(mapper));
    }

    @Override
    public void validateConfig(
            KeycloakSession keycloak,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        AttributeSetting.check(mapper, CHOICE);
        try {
            if (read(mapper).certificates().isEmpty()) {
                throw new ProtocolMapperConfigException(
                        "An agency needs a certificate at least", AttributeSetting.MISTAKE);
            }
        } catch (CertificateException e) {
            throw new ProtocolMapperConfigException(
                    "A certificate is not right: " + e.getMessage(), AttributeSetting.MISTAKE, e);
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(
                new ProviderConfigProperty(
                        CERTIFICATES,
                        "Certificates that sign",
                        "The certificates with which the agency's application signs, in PEM, one after the other: the"
                                + " new one beside the old while the agency changes over.",
                        ProviderConfigProperty.TEXT_TYPE,
                        ""),
                new ProviderConfigProperty(
                        ENCRYPTION_CERTIFICATE,
                        "Certificate for encryption",
                        "With a certificate here, in PEM, assertions are encrypted for its RSA key.",
                        ProviderConfigProperty.TEXT_TYPE,
                        ""),
                AttributeSetting.property(CHOICE));
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getProtocol() {
        return Clave2ProtocolFactory.ID;
    }

    @Override
    public String getDisplayCategory() {
        return "Agency";
    }

    @Override
    public String getDisplayType() {
        return "Cl@ve 2: agency";
    }

    @Override
    public String getHelpText() {
        return "What the agency registers: its certificates, and what it may ask for beside identifier and names.";
    }

    @Override
    public ProtocolMapper create(KeycloakSession session) {
        throw new UnsupportedOperationException("mappers are used as they are");
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
