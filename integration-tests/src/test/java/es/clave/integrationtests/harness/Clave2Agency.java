package es.clave.integrationtests.harness;

import es.clave.demo.clave2.Answer;
import es.clave.demo.clave2.AnswerCheck;
import es.clave.demo.clave2.Application;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.clave2.LogoutMessage;
import es.clave.demo.clave2.NotBelieved;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** An application that speaks Cl@ve 2, and a citizen's program in place of a browser. */
public final class Clave2Agency {

    private final Application application;
    private final Clock clock;

    public Clave2Agency(Application application, Clock clock) {
        this.application = application;
        this.clock = clock;
    }

    public Application application() {
        return application;
    }

    /**
     * What an administrator registers of an application.
     *
     * @param encryption the certificate for which assertions are encrypted; empty if they are not
     */
    public static Map<String, Object> registration(
            Application application, Map<String, String> attributes, String encryption) {
        return Map.of(
                "clientId",
                application.providerName(),
                "protocol",
                "clave2",
                "fullScopeAllowed",
                false,
                "redirectUris",
                List.of(
                        application.replyAddress().toString(),
                        application.returnAddress().toString()),
                "attributes",
                attributes,
                "protocolMappers",
                List.of(Map.of(
                        "name",
                        "agency",
                        "protocol",
                        "clave2",
                        "protocolMapper",
                        "clave2-agency",
                        "config",
                        Map.of(
                                "certificates",
                                application.key().certificateBase64(),
                                "encryption.certificate",
                                encryption))));
    }

    /** The usual request to log in, to be changed at will. */
    public LoginRequest request() {
        return new LoginRequest(application, clock.instant());
    }

    /** The usual request to log out. */
    public LogoutMessage logout() {
        return new LogoutMessage(application, clock.instant());
    }

    /** Sends somebody to Cl@ve with this. */
    public HttpVisitor.Answer send(HttpVisitor visitor, LoginRequest request) {
        return send(visitor, request.base64(), Optional.empty());
    }

    /** Sends somebody to Cl@ve with this, and a RelayState beside it. */
    public HttpVisitor.Answer send(HttpVisitor visitor, String base64, Optional<String> relayState) {
        return visitor.post(application.serviceProvider(), form("SAMLRequest", base64, relayState));
    }

    /** Sends somebody to log out with this. */
    public HttpVisitor.Answer sendLogout(HttpVisitor visitor, String base64, Optional<String> relayState) {
        return visitor.post(application.logoutAction(), form("logoutRequest", base64, relayState));
    }

    private static Map<String, String> form(String field, String message, Optional<String> relayState) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(field, message));
        relayState.ifPresent(value -> form.put("RelayState", value));
        return form;
    }

    /** What the page is about to send to the agency. */
    public record Posted(URI address, Map<String, String> fields) {}

    /** What this page is about to send to the agency. */
    public static Posted posted(HttpVisitor.Answer answer) {
        Element form = answer.page().selectFirst("form[name=clave2-post]");
        if (form == null) {
            throw new AssertionError("HTTP " + answer.status() + " and no answer for the agency: "
                    + answer.page().text());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return new Posted(URI.create(form.absUrl("action")), fields);
    }

    /** What Cl@ve answered to this request, as the agency reads it. */
    public Answer answer(HttpVisitor.Answer answer, LoginRequest request) throws NotBelieved {
        Posted posted = posted(answer);
        if (!posted.address().equals(application.replyAddress())) {
            throw new AssertionError("It goes to " + posted.address());
        }
        return answer(posted.fields(), request);
    }

    /** What stands in the fields that came to the reply address. */
    public Answer answer(Map<String, String> fields, LoginRequest request) throws NotBelieved {
        return check().login(fields.get("SAMLResponse"), request.id());
    }

    /** The answer, which must be that somebody logged in. */
    public Answer.Identified identified(HttpVisitor.Answer answer, LoginRequest request) throws NotBelieved {
        return (Answer.Identified) answer(answer, request);
    }

    /** The answer, which must be that nobody did. */
    public Answer.Failed failed(HttpVisitor.Answer answer, LoginRequest request) throws NotBelieved {
        return (Answer.Failed) answer(answer, request);
    }

    /** Believes that this ended the session. */
    public void loggedOut(HttpVisitor.Answer answer, LogoutMessage request) throws NotBelieved {
        Posted posted = posted(answer);
        if (!posted.address().equals(application.returnAddress())) {
            throw new AssertionError("It goes to " + posted.address());
        }
        check().logout(posted.fields().get("logoutResponse"), request.id());
    }

    private AnswerCheck check() {
        String pem = new HttpVisitor().get(application.certificate()).body();
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return new AnswerCheck(application, certificate, clock);
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
