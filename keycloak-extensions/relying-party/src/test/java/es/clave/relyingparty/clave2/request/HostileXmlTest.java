package es.clave.relyingparty.clave2.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import es.clave.relyingparty.clave2.TestKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done to a parser, and to what is read, with XML alone. */
final class HostileXmlTest {

    private static final TestKey AGENCY = TestKey.rsa("agency");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]>",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE a PUBLIC \"-//x\" \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;]>",
                "<!DOCTYPE a [<!ATTLIST a ID ID #IMPLIED>]>"
            })
    void aDoctypeIsRefusedWhateverIsInIt(String doctype) {
        refused(Refusal.DOCTYPE, doctype + Forge.request());
        refused(Refusal.DOCTYPE, "<?xml version=\"1.0\"?>\n" + doctype + Forge.request());
    }

    @Test
    void anEntityBombIsRefusedBeforeItGoesOff() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 'lol'>");
        for (int i = 1; i < 20; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        refused(Refusal.DOCTYPE, bomb + "]><a>&a19;</a>");
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            refused(
                    Refusal.DOCTYPE,
                    "<!DOCTYPE a SYSTEM \"" + address + "\" [<!ENTITY x SYSTEM \"" + address + "\">]><a>&x;</a>");
            refusedSomehow(
                    "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + address + "\"/></a>");
            refusedSomehow("<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x "
                    + address + "\"/>");
            elsewhere.setSoTimeout(200);
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&x;", "&amp", "<", "&#0;", "&#xFFFE;", "]]>", "\u0001"})
    void whatIsNotWellFormedIsNotXml(String text) {
        refused(Refusal.NOT_XML, Forge.request().replace(">public<", ">" + text + "<"));
    }

    @Test
    void commentsAreRefusedWhereverTheyStand() {
        String comment = "<!-- -->";
        refused(Refusal.FORBIDDEN_XML, comment + Forge.request());
        refused(Refusal.FORBIDDEN_XML, Forge.request() + comment);
        // The classic: what is signed is one word, what a careless reader reads ends at the comment.
        String signed = Forge.write(Forge.signed(Forge.request(), AGENCY));
        refused(Refusal.FORBIDDEN_XML, signed.replace("_abc12345", "_abc" + comment + "12345"));
        refused(Refusal.FORBIDDEN_XML, signed.replace("LoA/low", "LoA/" + comment + "low"));
    }

    @Test
    void aCommentInTheNameOfALogoutIsRefused() {
        String signed = Forge.write(Forge.signed(Forge.logout(), AGENCY));

        assertThatThrownBy(() -> new MessageReader(Forge.CLOCK)
                        .logoutRequest(
                                Forge.base64(signed.replace("S0000000E_E00000000<", "S0000000E<!---->_E00000000<"))))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.FORBIDDEN_XML));
    }

    @Test
    void processingInstructionsAreRefused() {
        refused(Refusal.FORBIDDEN_XML, Forge.request().replace(">public<", "><?x y?>public<"));
        refused(Refusal.FORBIDDEN_XML, "<?xml-stylesheet href='x'?>" + Forge.request());
    }

    @Test
    void characterDataIsReadAsTheTextThatItIs() throws Exception {
        String xml = Forge.request().replace("_abc12345", "<![CDATA[_abc]]>12345");

        AuthnRequest request = Forge.read(Forge.signed(xml, AGENCY), AGENCY);

        assertThat(request.attributes().get(0).value()).contains("_abc12345");
    }

    @Test
    void whiteSpaceInAProviderNameIsPartOfIt() throws Exception {
        for (String name : List.of(" " + Forge.PROVIDER, Forge.PROVIDER + " ", Forge.PROVIDER.replace(";", " ;"))) {
            AuthnRequest request = Forge.read(Forge.signed(Forge.request(name, Forge.REPLY), AGENCY), AGENCY);

            assertThat(request.providerName()).isEqualTo(name);
        }
    }

    @Test
    void depthAndNumberHaveAnEnd() {
        refused(Refusal.FORBIDDEN_XML, "<a>".repeat(10_000) + "</a>".repeat(10_000));
        refused(Refusal.FORBIDDEN_XML, "<a>" + "<b/>".repeat(10_000) + "</a>");
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 5_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        refused(Refusal.FORBIDDEN_XML, attributes + "/>");
    }

    @Test
    void whatIsLargerThan128KiBIsRefusedAndWhatIsNotIsRead() throws Exception {
        String signed = Forge.write(Forge.signed(padded(Forge.request(), 100), AGENCY));
        int room = MessageField.MOST_BYTES - signed.getBytes(StandardCharsets.UTF_8).length;

        String fits = Forge.write(Forge.signed(padded(Forge.request(), 100 + room), AGENCY));
        assertThat(fits.length()).isEqualTo(MessageField.MOST_BYTES);
        assertThat(Forge.read(Forge.base64(fits), AGENCY)).isNotNull();
        refused(Refusal.TOO_LARGE, Forge.write(Forge.signed(padded(Forge.request(), 101 + room), AGENCY)));
        assertThatThrownBy(() -> Forge.read("A".repeat(10_000_000)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.TOO_LARGE));
    }

    private static String padded(String xml, int spaces) {
        return xml.replace("<eidas:SPType>", " ".repeat(spaces) + "<eidas:SPType>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "PGE+", "PHNhbWw", "á", "PGEvPg==PGEvPg==", "-_-_"})
    void whatIsNotBase64OrNotXmlIsToldApart(String field) {
        assertThatThrownBy(() -> Forge.read(field, AGENCY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isIn(Refusal.NOT_BASE64, Refusal.NOT_XML));
    }

    @Test
    void nothingAtAllIsMissing() {
        for (String field : new String[] {null, "", "  \n"}) {
            assertThatThrownBy(() -> Forge.read(field, AGENCY))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.MISSING));
        }
    }

    @Test
    void otherMessagesAreNotExpectedHere() {
        refused(Refusal.WRONG_MESSAGE, "<a/>");
        refused(Refusal.WRONG_MESSAGE, Forge.logout());
        refused(Refusal.WRONG_MESSAGE, Forge.request().replace("SAML:2.0:protocol", "SAML:1.0:protocol"));
    }

    @Test
    void aMessageInAnotherEncodingIsReadAsWhatItSays() {
        byte[] utf16 = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_16);

        assertThatThrownBy(() -> Forge.read(Base64.getEncoder().encodeToString(utf16), AGENCY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.DOCTYPE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID=\"_signed0123456789abcdef\"",
                "IssueInstant=\"2026-11-24T12:00:00Z\"",
                "Version=\"2.0\"",
                "ProviderName=\"S0000000E_E00000000;DemoApp\""
            })
    void whatMustBeThereMustBeThere(String attribute) {
        String signed = Forge.write(Forge.signed(Forge.request(), AGENCY));

        assertThatThrownBy(() -> Forge.read(Forge.base64(signed.replace(attribute, "")), AGENCY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isIn(Refusal.MALFORMED, Refusal.WRONG_REFERENCE));
    }

    @Test
    void anIdHasAnEnd() throws Exception {
        String longest = "_" + "x".repeat(255);
        assertThat(Forge.read(Forge.signed(Forge.request().replace(Forge.ID, longest), AGENCY), AGENCY)
                        .id())
                .isEqualTo(longest);
        refused(Refusal.MALFORMED, Forge.write(Forge.signed(Forge.request().replace(Forge.ID, longest + "x"), AGENCY)));
    }

    private static void refused(Refusal refusal, String xml) {
        assertThatThrownBy(() -> Forge.read(Forge.base64(xml), AGENCY))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    private static void refusedSomehow(String xml) {
        assertThatThrownBy(() -> Forge.read(Forge.base64(xml), AGENCY)).isInstanceOf(RefusedException.class);
    }
}
