package es.clave.demo.taxagency;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.Endpoint;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.security.credential.Credential;
import org.opensaml.security.credential.UsageType;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.keyinfo.KeyInfoSupport;

/** Cl@ve as SAML sees it: its addresses and keys, from its metadata, and from nowhere else. */
final class IdentityProvider {

    /** What the metadata said when it was last read. */
    record Described(URI singleSignOn, URI singleLogout, List<Credential> signingKeys, Instant readAt) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LASTS = Duration.ofMinutes(10);
    /** Somebody who sends rubbish must not be able to make us ask all the time. */
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofSeconds(30);

    private static final int LARGEST_BYTES = 512 * 1024;

    private final SamlSettings settings;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private Optional<Described> described = Optional.empty();

    IdentityProvider(SamlSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    String entityId() {
        return settings.identityProvider().toString();
    }

    /** Where its pages are. */
    URI origin() {
        URI entityId = settings.identityProvider();
        return URI.create(entityId.getScheme() + "://" + entityId.getRawAuthority());
    }

    /** The metadata, read again when it is old. */
    Described described() throws IOException, InterruptedException {
        return newerThan(LASTS);
    }

    /** The metadata, read again unless that was just done: for when a signature fits no known key (key rotation). */
    Described describedAnew() throws IOException, InterruptedException {
        return newerThan(NOT_AGAIN_WITHIN);
    }

    private synchronized Described newerThan(Duration age) throws IOException, InterruptedException {
        Optional<Described> good =
                described.filter(known -> known.readAt().plus(age).isAfter(clock.instant()));
        if (good.isPresent()) {
            return good.get();
        }
        Described now = fetch();
        described = Optional.of(now);
        return now;
    }

    private Described fetch() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(settings.metadata()).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] xml = body.readNBytes(LARGEST_BYTES);
            if (response.statusCode() != 200) {
                throw new IOException("metadata: HTTP " + response.statusCode());
            }
            if (!(SamlXml.get().read(xml) instanceof EntityDescriptor entity)
                    || !entityId().equals(entity.getEntityID())) {
                throw new IOException("the metadata is not of " + entityId());
            }
            IDPSSODescriptor role = Optional.ofNullable(entity.getIDPSSODescriptor(SAMLConstants.SAML20P_NS))
                    .orElseThrow(() -> new IOException("the metadata has no identity provider"));
            return new Described(
                    postAddress(role.getSingleSignOnServices()),
                    postAddress(role.getSingleLogoutServices()),
                    signingKeys(role),
                    clock.instant());
        }
    }

    private static URI postAddress(List<? extends Endpoint> endpoints) throws IOException {
        return endpoints.stream()
                .filter(endpoint -> SAMLConstants.SAML2_POST_BINDING_URI.equals(endpoint.getBinding()))
                .findFirst()
                .map(endpoint -> URI.create(endpoint.getLocation()))
                .orElseThrow(() -> new IOException("the metadata has no HTTP-POST endpoint"));
    }

    private static List<Credential> signingKeys(IDPSSODescriptor role) throws IOException {
        List<Credential> keys = new ArrayList<>();
        try {
            for (KeyDescriptor descriptor : role.getKeyDescriptors()) {
                if (descriptor.getUse() != UsageType.ENCRYPTION && descriptor.getKeyInfo() != null) {
                    for (X509Certificate certificate : KeyInfoSupport.getCertificates(descriptor.getKeyInfo())) {
                        keys.add(new BasicX509Credential(certificate));
                    }
                }
            }
        } catch (CertificateException e) {
            throw new IOException("a certificate in the metadata cannot be read", e);
        }
        if (keys.isEmpty()) {
            throw new IOException("the metadata has no signing key");
        }
        return List.copyOf(keys);
    }
}
