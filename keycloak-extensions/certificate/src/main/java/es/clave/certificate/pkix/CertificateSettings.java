package es.clave.certificate.pkix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The options of the server for checking certificates.
 *
 * @param trustFolder the issuers that are believed; without it no certificate is
 * @param policies the only certificate policies that are taken; all where empty
 * @param qualifiedPolicies policies that say that a certificate is qualified
 * @param devicePolicies policies that say that its key is in a qualified device
 * @param qualifiedOnly whether others are refused
 * @param patience how long one issuer may take for one answer
 * @param nonceRequired whether an OCSP answer must repeat what makes the question unique
 * @param ocspCached for how long an OCSP answer is believed again
 * @param crlCached for how long a revocation list is, if it says no less itself
 * @param clockSkew by how much an issuer's clock may differ
 */
public record CertificateSettings(
        Optional<Path> trustFolder,
        Set<String> policies,
        Set<String> qualifiedPolicies,
        Set<String> devicePolicies,
        boolean qualifiedOnly,
        Duration patience,
        boolean nonceRequired,
        Duration ocspCached,
        Duration crlCached,
        Duration clockSkew) {

    private static final String TRUST_FOLDER = "trust-folder";
    private static final String POLICIES = "policies";
    private static final String QUALIFIED_POLICIES = "qualified-policies";
    private static final String DEVICE_POLICIES = "device-policies";
    private static final String QUALIFIED_ONLY = "qualified-only";
    private static final String TIMEOUT_MILLIS = "timeout-millis";
    private static final String NONCE_REQUIRED = "ocsp-nonce-required";
    private static final String OCSP_CACHE_MINUTES = "ocsp-cache-minutes";
    private static final String CRL_CACHE_MINUTES = "crl-cache-minutes";
    private static final String CLOCK_SKEW_SECONDS = "clock-skew-seconds";

    /** The authentication certificate of the DNIe says by its policy alone that it is qualified identification in a card. */
    private static final String DNIE = "2.16.724.1.2.2.2.4";

    private static final int DEFAULT_TIMEOUT_MILLIS = 3_000;
    private static final int DEFAULT_OCSP_CACHE_MINUTES = 10;
    private static final int DEFAULT_CRL_CACHE_MINUTES = 60;
    private static final int DEFAULT_CLOCK_SKEW_SECONDS = 60;

    public CertificateSettings {
        policies = Set.copyOf(policies);
        qualifiedPolicies = Set.copyOf(qualifiedPolicies);
        devicePolicies = Set.copyOf(devicePolicies);
    }

    /** What the server was started with. */
    static CertificateSettings of(Config.Scope options) {
        return new CertificateSettings(
                Optional.ofNullable(options.get(TRUST_FOLDER))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of),
                list(options, POLICIES, ""),
                list(options, QUALIFIED_POLICIES, DNIE),
                list(options, DEVICE_POLICIES, DNIE),
                options.getBoolean(QUALIFIED_ONLY, true),
                Duration.ofMillis(atLeastOne(options, TIMEOUT_MILLIS, DEFAULT_TIMEOUT_MILLIS)),
                options.getBoolean(NONCE_REQUIRED, false),
                Duration.ofMinutes(notNegative(options, OCSP_CACHE_MINUTES, DEFAULT_OCSP_CACHE_MINUTES)),
                Duration.ofMinutes(notNegative(options, CRL_CACHE_MINUTES, DEFAULT_CRL_CACHE_MINUTES)),
                Duration.ofSeconds(notNegative(options, CLOCK_SKEW_SECONDS, DEFAULT_CLOCK_SKEW_SECONDS)));
    }

    private static Set<String> list(Config.Scope options, String name, String byDefault) {
        Set<String> values = new TreeSet<>();
        Arrays.stream(options.get(name, byDefault).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(values::add);
        return values;
    }

    private static int atLeastOne(Config.Scope options, String name, int byDefault) {
        return number(options, name, byDefault, 1);
    }

    private static int notNegative(Config.Scope options, String name, int byDefault) {
        return number(options, name, byDefault, 0);
    }

    private static int number(Config.Scope options, String name, int byDefault, int least) {
        int value = options.getInt(name, byDefault);
        if (value < least) {
            throw new IllegalStateException(
                    "The option spi-clave-certificate--pkix--" + name + " must be at least " + least);
        }
        return value;
    }

    static List<ProviderConfigProperty> properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(TRUST_FOLDER)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(
                        "Folder with the certificates of the issuers that are believed, PEM or DER. Read at the start.")
                .add()
                .property()
                .name(POLICIES)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(
                        "Object identifiers, by commas, of the only certificate policies that are taken. All by default.")
                .add()
                .property()
                .name(QUALIFIED_POLICIES)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Policies that say that a certificate is qualified, besides those of ETSI EN 319 411-2.")
                .defaultValue(DNIE)
                .add()
                .property()
                .name(DEVICE_POLICIES)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Policies that say that the key is in a qualified device, besides that of ETSI EN 319 411-2.")
                .defaultValue(DNIE)
                .add()
                .property()
                .name(QUALIFIED_ONLY)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText("Whether certificates that are not qualified are refused.")
                .defaultValue(true)
                .add()
                .property()
                .name(TIMEOUT_MILLIS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How long an issuer may take for an answer by OCSP, and again for its revocation list.")
                .defaultValue(DEFAULT_TIMEOUT_MILLIS)
                .add()
                .property()
                .name(NONCE_REQUIRED)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText("Whether an OCSP answer must repeat the nonce of the question. Issuers that are busy do not.")
                .defaultValue(false)
                .add()
                .property()
                .name(OCSP_CACHE_MINUTES)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("For how long an OCSP answer is believed again.")
                .defaultValue(DEFAULT_OCSP_CACHE_MINUTES)
                .add()
                .property()
                .name(CRL_CACHE_MINUTES)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("For how long a revocation list is kept, within the time that it says itself.")
                .defaultValue(DEFAULT_CRL_CACHE_MINUTES)
                .add()
                .property()
                .name(CLOCK_SKEW_SECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("By how much an issuer's clock may differ from ours.")
                .defaultValue(DEFAULT_CLOCK_SKEW_SECONDS)
                .add()
                .build();
    }
}
