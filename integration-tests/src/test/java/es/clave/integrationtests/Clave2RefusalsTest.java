package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.clave2.Application;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.clave2.LogoutMessage;
import es.clave.demo.clave2.SigningStyle;
import es.clave.demo.taxagency.SigningKey;
import es.clave.integrationtests.harness.Administration;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Clave2Agency;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Logs;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensaml.xmlsec.signature.support.SignatureConstants;

/** What the server does not believe gets a page that says why, an event and a line of the log; and goes no further. */
@ExtendWith(WorldExtension.class)
class Clave2RefusalsTest {

    private static final String OTHER = "S1111111F_E11111111;Other";

    private final Clave clave;
    private final Clave2Agency agency;
    private final Clave2Agency other;
    private final Administration administration;
    private final HttpVisitor visitor = new HttpVisitor();

    Clave2RefusalsTest(Clave clave) {
        this.clave = clave;
        this.administration = new Administration(clave.node());
        this.agency = new Clave2Agency(clave.clave2(clave.node()), clave.clock());
        SigningKey key = clave.newKey("other-agency");
        this.other = new Clave2Agency(clave.clave2(clave.node(), OTHER, key), clave.clock());
        administration.register(Clave2Agency.registration(other.application(), Map.of(), ""));
    }

    @Test
    void eachRequestThatIsNotBelievedIsRefusedForItsOwnReason() throws Exception {
        for (Map.Entry<String, Supplier<String>> refused : refusedRequests().entrySet()) {
            String label = refused.getKey().split(" ", 2)[0];

            HttpVisitor.Answer answer = agency.send(visitor, refused.getValue().get(), Optional.empty());

            assertRefused(refused.getKey(), label, "LOGIN_ERROR", answer);
        }
    }

    private Map<String, Supplier<String>> refusedRequests() {
        Map<String, Supplier<String>> requests = new LinkedHashMap<>();
        requests.put("clave2_missing", () -> "");
        requests.put(
                "clave2_too_large",
                () -> base64(xml().replace("<eidas:SPType", " ".repeat(140_000) + "<eidas:SPType")));
        requests.put("clave2_too_large (by far)", () -> "A".repeat(700_000));
        requests.put("clave2_not_base64", () -> "*** not Base64 ***");
        requests.put("clave2_not_xml", () -> base64("not XML"));
        requests.put("clave2_doctype", () -> base64("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + bare(xml())));
        requests.put(
                "clave2_doctype (an entity)",
                () -> base64("<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]>" + bare(xml())));
        requests.put("clave2_forbidden_xml", () -> base64(xml().replace("LoA/low", "LoA/<!-- -->low")));
        requests.put("clave2_wrong_message", () -> agency.logout().base64());
        requests.put("clave2_malformed", () -> base64(xml().replace("Version=\"2.0\"", "Version=\"1.1\"")));
        requests.put("clave2_unknown_agency", () -> agency.request()
                .providerName("S0000000E_E00000000;Nobody")
                .base64());
        for (String name : List.of(
                " S0000000E_E00000000;DemoApp",
                "S0000000E_E00000000;DemoApp ",
                "s0000000e_e00000000;demoapp",
                "S0000000E_E00000000;Demo\u0410pp",
                "S0000000E_E00000000",
                "demo-oidc-agency",
                "account",
                "%",
                "x".repeat(300))) {
            requests.put("clave2_unknown_agency (" + name + ")", () -> agency.request()
                    .edit(element -> element.setAttributeNS(null, "ProviderName", name))
                    .base64());
        }
        requests.put("clave2_unsigned", () -> base64(xml().replaceAll("(?s)<ds:Signature .*</ds:Signature>", "")));
        requests.put(
                "clave2_several_signatures",
                () -> base64(xml().replaceAll("(?s)(<ds:Signature .*</ds:Signature>)", "$1$1")));
        requests.put(
                "clave2_misplaced_signature",
                () -> base64(xml().replaceAll(
                                "(?s)(<ds:Signature .*</ds:Signature>)(.*)(</saml2p:AuthnRequest>)", "$2$1$3")));
        requests.put("clave2_wrong_reference", () -> base64(xml().replaceAll("URI=\"#[^\"]*\"", "URI=\"\"")));
        requests.put("clave2_forbidden_algorithm", () -> agency.request()
                .style(new SigningStyle(
                        SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA1, SignatureConstants.ALGO_ID_DIGEST_SHA256, true))
                .base64());
        requests.put("clave2_unregistered_certificate (another agency's)", () -> other.request()
                .providerName(agency.application().providerName())
                .base64());
        requests.put(
                "clave2_unregistered_certificate (the other way round)",
                () -> agency.request().providerName(OTHER).base64());
        requests.put("clave2_wrong_signature (another agency's, without its certificate)", () -> other.request()
                .providerName(agency.application().providerName())
                .style(new SigningStyle(
                        SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA512,
                        SignatureConstants.ALGO_ID_DIGEST_SHA512,
                        false))
                .base64());
        requests.put(
                "clave2_wrong_signature (changed afterwards)",
                () -> base64(xml().replace("/clave2/return", "/clave2/logged-out")));
        requests.put("clave2_wrong_destination", () -> agency.request()
                .destination(URI.create("https://clave.example/Proxy2/ServiceProvider"))
                .base64());
        requests.put("clave2_wrong_destination (for logouts)", () -> agency.request()
                .destination(agency.application().logoutAction())
                .base64());
        requests.put("clave2_wrong_destination (none)", () -> agency.request()
                .edit(element -> element.removeAttribute("Destination"))
                .base64());
        requests.put("clave2_too_old", () -> agency.request()
                .issuedAt(clave.clock().instant().minus(Duration.ofMinutes(5).plusSeconds(1)))
                .base64());
        requests.put("clave2_from_the_future", () -> agency.request()
                .issuedAt(clave.clock().instant().plusSeconds(60))
                .base64());
        for (String address : List.of(
                "https://evil.example/collect",
                agency.application().replyAddress() + "/",
                agency.application().replyAddress() + "?x=y",
                agency.application().replyAddress().toString().replace("http://", "HTTP://"),
                agency.application().replyAddress().toString().replace("localhost", "localhost@evil.example"),
                "")) {
            requests.put(
                    "clave2_unregistered_address (" + address + ")",
                    () -> agency.request().replyAddress(address).base64());
        }
        return requests;
    }

    @Test
    void aRequestComesOnce() throws Exception {
        String request = agency.request().base64();
        assertThat(agency.send(visitor, request, Optional.empty()).has("nationalId"))
                .isTrue();

        assertRefused("again", "clave2_replayed", "LOGIN_ERROR", agency.send(visitor, request, Optional.empty()));
        assertRefused(
                "by somebody else",
                "clave2_replayed",
                "LOGIN_ERROR",
                agency.send(new HttpVisitor(), request, Optional.of("other")));
    }

    @Test
    void eachLogoutThatIsNotBelievedIsRefusedForItsOwnReason() throws Exception {
        Map<String, Supplier<String>> requests = new LinkedHashMap<>();
        requests.put("clave2_missing", () -> "");
        requests.put("clave2_wrong_message", () -> agency.request().base64());
        requests.put(
                "clave2_unknown_agency",
                () -> agency.logout().agency("S9999999X_E99999999").base64());
        for (String name : List.of(
                " S0000000E_E00000000",
                "S0000000E_E00000000\n",
                "%",
                "S0000000E_E0000000_",
                "S0000000E_E00000000;DemoApp")) {
            requests.put("clave2_unknown_agency (" + name + ")", () -> agency.logout()
                    .edit(element -> element.getLastChild().setTextContent(name))
                    .base64());
        }
        requests.put(
                "clave2_forbidden_xml (a comment in the name)",
                () -> base64(agency.logout().xml().replace(">S0000000E_E00000000<", ">S0000000E<!-- -->_E00000000<")));
        requests.put(
                "clave2_unregistered_address",
                () -> agency.logout().returnAddress("https://evil.example/out").base64());
        requests.put("clave2_unregistered_certificate", () -> new LogoutMessage(
                        other.application(), clave.clock().instant())
                .agency("S0000000E_E00000000")
                .base64());
        requests.put(
                "clave2_unsigned",
                () -> base64(agency.logout().xml().replaceAll("(?s)<ds:Signature .*</ds:Signature>", "")));
        requests.put("clave2_too_old", () -> new LogoutMessage(
                        agency.application(), clave.clock().instant().minus(Duration.ofMinutes(6)))
                .base64());
        requests.put("clave2_wrong_destination", () -> agency.logout()
                .edit(element -> element.setAttribute("Destination", "https://clave.example/"))
                .base64());
        for (Map.Entry<String, Supplier<String>> refused : requests.entrySet()) {
            HttpVisitor.Answer answer =
                    agency.sendLogout(visitor, refused.getValue().get(), Optional.empty());

            assertRefused(refused.getKey(), refused.getKey().split(" ", 2)[0], "LOGOUT_ERROR", answer);
        }
        String once = agency.logout().base64();
        agency.sendLogout(visitor, once, Optional.empty());
        assertRefused("again", "clave2_replayed", "LOGOUT_ERROR", agency.sendLogout(visitor, once, Optional.empty()));
    }

    @Test
    void anAgencyThatIsDisabledOrHasNoCertificateLogsNobodyIn() throws Exception {
        SigningKey key = clave.newKey("disabled-agency");
        Application application = clave.clave2(clave.node(), "S4444444C_E44444444;Disabled", key);
        Clave2Agency disabled = new Clave2Agency(application, clave.clock());
        administration.register(Clave2Agency.registration(application, Map.of(), ""));
        assertThat(disabled.send(visitor, disabled.request()).has("nationalId")).isTrue();

        administration.change(application.providerName(), Map.of("enabled", false));

        assertRefused("disabled", "clave2_disabled_agency", "LOGIN_ERROR", disabled.send(visitor, disabled.request()));
    }

    @Test
    void aCertificateThatIsNoneCannotBeRegisteredInTheConsole() {
        HttpResponse<String> answer = administration.addMapper(
                agency.application().providerName(),
                Map.of(
                        "name", "another",
                        "protocol", "clave2",
                        "protocolMapper", "clave2-agency",
                        "config", Map.of("certificates", "none")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("A certificate is not right");
    }

    private void assertRefused(String what, String label, String event, HttpVisitor.Answer answer) throws Exception {
        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(answer.alert()).as(what).contains(label);
        assertThat(answer.page().select("form")).as(what).isEmpty();
        assertThat(administration.errors(event).get(0)).as(what).isEqualTo(label);
        boolean logged = false;
        for (Path log : Logs.all()) {
            try (var lines = Files.lines(log)) {
                logged |= lines.anyMatch(line -> line.contains("error=\"" + label + "\"") && line.contains(event));
            }
        }
        assertThat(logged).as("a line of the log: " + what).isTrue();
    }

    private String xml() {
        return new LoginRequest(agency.application(), clave.clock().instant()).xml();
    }

    private static String bare(String xml) {
        return xml.replaceFirst("^<\\?xml[^>]*\\?>", "");
    }

    private static String base64(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }
}
