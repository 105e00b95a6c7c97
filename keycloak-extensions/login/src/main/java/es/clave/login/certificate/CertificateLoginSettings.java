package es.clave.login.certificate;

import es.clave.platform.RealmSettings;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.provider.ProviderConfigProperty;

/** What may be set of logging in by certificate. */
record CertificateLoginSettings(RealmSettings settings) {

    private static final String UNREGISTERED = "certificate.unregistered";

    private enum Choice {
        YES,
        NO
    }

    static CertificateLoginSettings of(AuthenticationFlowContext context) {
        return new CertificateLoginSettings(RealmSettings.of(Optional.ofNullable(context.getAuthenticatorConfig())));
    }

    static List<ProviderConfigProperty> properties() {
        ProviderConfigProperty property = new ProviderConfigProperty(
                UNREGISTERED,
                "Certificates of people who are not registered",
                "Whether a certificate opens a login for somebody who never registered, with what the certificate says."
                        + " Default YES.",
                ProviderConfigProperty.LIST_TYPE,
                Choice.YES.name());
        property.setOptions(List.of(Choice.YES.name(), Choice.NO.name()));
        return List.of(property);
    }

    /** Whether who never registered may log in by certificate. */
    boolean unregisteredWelcome() {
        return settings.choice(UNREGISTERED, Choice.class, Choice.YES) == Choice.YES;
    }
}
