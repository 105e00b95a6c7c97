package es.clave.relyingparty.clave2.request;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.relyingparty.clave2.TestKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request that applications are known to make is understood. */
final class MessageReaderTest {

    private static final TestKey AGENCY = TestKey.rsa("agency");
    private static final String ISSUER = "<saml2:Issuer>https://sp.example</saml2:Issuer>";

    @Test
    void aRequestSaysWhatItAsksFor() throws Exception {
        AuthnRequest request = Forge.read(Forge.signed(Forge.request(), AGENCY), AGENCY);

        assertThat(request)
                .isEqualTo(new AuthnRequest(
                        Forge.ID,
                        Forge.NOW,
                        "https://clave.example/Proxy2/ServiceProvider",
                        Forge.PROVIDER,
                        Forge.REPLY,
                        true,
                        false,
                        Optional.of("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"),
                        Optional.of("minimum"),
                        List.of("http://eidas.europa.eu/LoA/low"),
                        Optional.of("public"),
                        List.of(new RequestedAttribute(
                                "http://es.minhafp.clave/RelayState", false, Optional.of("_abc12345")))));
    }

    @Test
    void aRequestNeedsNoIssuerAndAnyIsIgnored() throws Exception {
        for (String issuer : List.of(
                "", ISSUER.replace("https://sp.example", UUID.randomUUID().toString()))) {
            String xml = Forge.request().replace(ISSUER, issuer);

            assertThat(Forge.read(Forge.signed(xml, AGENCY), AGENCY).providerName())
                    .isEqualTo(Forge.PROVIDER);
        }
    }

    @Test
    void whatMayBeMissingMayBeMissing() throws Exception {
        String xml = Forge.request()
                .replaceAll("<saml2p:Extensions>.*</saml2p:Extensions>", "")
                .replaceAll("<saml2p:NameIDPolicy[^>]*/>", "")
                .replaceAll("<saml2p:RequestedAuthnContext.*</saml2p:RequestedAuthnContext>", "")
                .replace("ForceAuthn=\"true\"", "")
                .replace("IsPassive=\"false\"", "");

        AuthnRequest request = Forge.read(Forge.signed(xml, AGENCY), AGENCY);

        assertThat(request.forceAuthn()).isFalse();
        assertThat(request.levels()).isEmpty();
        assertThat(request.attributes()).isEmpty();
        assertThat(request.spType()).isEmpty();
    }

    @Test
    void requestedAttributesMayBeEmpty() throws Exception {
        String xml = Forge.request()
                .replaceAll(
                        "<eidas:RequestedAttributes>.*</eidas:RequestedAttributes>", "<eidas:RequestedAttributes/>");

        assertThat(Forge.read(Forge.signed(xml, AGENCY), AGENCY).attributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, 2026-11-24T12:00:00Z",
        "2026-11-24T12:00:00.123Z, 2026-11-24T12:00:00.123Z",
        "2026-11-24T12:00:00, 2026-11-24T12:00:00Z",
        "2026-11-24T12:00:00.5, 2026-11-24T12:00:00.500Z",
        "2026-11-24T13:00:00+01:00, 2026-11-24T12:00:00Z"
    })
    void anInstantWithoutAZoneIsUtc(String written, Instant meant) throws Exception {
        String xml = Forge.request().replace("IssueInstant=\"" + Forge.NOW, "IssueInstant=\"" + written);

        assertThat(Forge.read(Forge.signed(xml, AGENCY), AGENCY).issuedAt()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-sha256, http://www.w3.org/2001/04/xmlenc#sha256",
        "rsa-sha384, http://www.w3.org/2001/04/xmldsig-more#sha384",
        "rsa-sha512, http://www.w3.org/2001/04/xmlenc#sha512",
        "rsa-sha512, http://www.w3.org/2001/04/xmlenc#sha256"
    })
    void everyAlgorithmOfRsaThatIsAllowedIs(String algorithm, String digest) throws Exception {
        Forge.Style style = new Forge.Style(
                "http://www.w3.org/2001/04/xmldsig-more#" + algorithm, digest, Optional.of(AGENCY), List.of());

        assertThat(Forge.read(Forge.signed(Forge.request(), AGENCY, style), AGENCY))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"256, ecdsa-sha256", "384, ecdsa-sha384", "521, ecdsa-sha512"})
    void everyAlgorithmOfEcThatIsAllowedIs(int bits, String algorithm) throws Exception {
        TestKey ec = TestKey.ec("ec", bits);
        Forge.Style style = new Forge.Style(
                "http://www.w3.org/2001/04/xmldsig-more#" + algorithm, Forge.SHA512, Optional.of(ec), List.of());

        assertThat(Forge.read(Forge.signed(Forge.request(), ec, style), AGENCY, ec))
                .isNotNull();
    }

    @Test
    void prefixesOfValuesMayBeSignedWithIt() throws Exception {
        Forge.Style style =
                new Forge.Style(Forge.RSA_SHA512, Forge.SHA512, Optional.of(AGENCY), List.of("eidas-natural"));

        assertThat(Forge.read(Forge.signed(Forge.request(), AGENCY, style), AGENCY))
                .isNotNull();
    }

    @Test
    void theCertificateNeedNotComeWithIt() throws Exception {
        Forge.Style style = new Forge.Style(Forge.RSA_SHA512, Forge.SHA512, Optional.empty(), List.of());

        assertThat(Forge.read(Forge.signed(Forge.request(), AGENCY, style), TestKey.rsa("old"), AGENCY))
                .isNotNull();
    }

    @Test
    void whileAnAgencyChangesOverBothCertificatesHold() throws Exception {
        TestKey next = TestKey.rsa("next");
        for (TestKey key : List.of(AGENCY, next)) {
            assertThat(Forge.read(Forge.signed(Forge.request(), key), AGENCY, next))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " "})
    void base64MayHaveBreaks(String lineBreak) throws Exception {
        String base64 = Forge.base64(Forge.write(Forge.signed(Forge.request(), AGENCY)))
                .replaceAll("(.{76})", "$1" + lineBreak);

        assertThat(Forge.read(base64, AGENCY)).isNotNull();
    }

    @Test
    void aLogoutSaysItsAgencyAndWhereItReturns() throws Exception {
        MessageReader reader = new MessageReader(Forge.CLOCK);
        MessageReader.Unverified<MessageReader.LogoutClaim, LogoutRequest> unverified =
                reader.logoutRequest(Forge.base64(Forge.write(Forge.signed(Forge.logout(), AGENCY))));

        LogoutRequest logout = reader.verified(unverified, List.of(AGENCY.certificate()));

        assertThat(logout.agency()).isEqualTo("S0000000E_E00000000");
        assertThat(logout.returnAddress()).isEqualTo("https://sp.example/ReturnLogout");
        assertThat(logout.notOnOrAfter()).contains(Instant.parse("2026-11-24T12:05:00Z"));
        assertThat(unverified.claim())
                .isEqualTo(new MessageReader.LogoutClaim(logout.agency(), logout.returnAddress()));
    }
}
