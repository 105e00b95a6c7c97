package es.clave.demo.taxagency;

import es.clave.demo.agency.Ask;
import es.clave.demo.agency.Datum;
import es.clave.demo.agency.Level;
import es.clave.demo.agency.Outcome;
import es.clave.demo.agency.Person;
import es.clave.demo.agency.Refusal;
import es.clave.demo.clave2.Answer;
import es.clave.demo.clave2.AnswerCheck;
import es.clave.demo.clave2.Application;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.clave2.LogoutMessage;
import es.clave.demo.clave2.NotBelieved;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.opensaml.saml.saml2.core.NameIDType;

/** The tax agency's other way to Cl@ve, which applications had before: Cl@ve 2. */
final class Clave2 {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Application self;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Clave2(SamlSettings settings, URI baseUrl, Clock clock) {
        this.self = new Application(
                settings.providerName(),
                settings.key(),
                settings.identityProvider(),
                URI.create(baseUrl + "/clave2/return"),
                URI.create(baseUrl + "/clave2/logged-out"));
        this.clock = clock;
    }

    URI serviceProvider() {
        return self.serviceProvider();
    }

    URI logoutAction() {
        return self.logoutAction();
    }

    LoginRequest request(Ask ask) {
        LoginRequest request = new LoginRequest(self, clock.instant())
                .level(Optional.of(ask.level().uri()))
                .nameIdFormat(Optional.of(NameIDType.PERSISTENT));
        if (ask.fresh()) {
            request.force();
        }
        if (ask.data().contains(Datum.BIRTH_DATE)) {
            request.attribute(EidasNames.DATE_OF_BIRTH, false, Optional.empty());
        }
        if (ask.data().contains(Datum.REGISTRATION)) {
            request.attribute(EidasNames.REGISTER_TYPE, false, Optional.empty());
        }
        // By this the answer finds its attempt again.
        return request.relayState(request.id());
    }

    LogoutMessage logout() {
        return new LogoutMessage(self, clock.instant());
    }

    /** Reads the answer to this attempt. */
    Outcome<TaxCitizen> check(String base64, LoginAttempt attempt) throws InterruptedException {
        try {
            Answer answer = answers().login(base64, attempt.requestId());
            return answer instanceof Answer.Identified identified
                    ? identified(identified, attempt)
                    : failed((Answer.Failed) answer);
        } catch (NotBelieved e) {
            return notTrusted(e.getMessage());
        } catch (IOException e) {
            return new Outcome.Refused<>(new Refusal(Refusal.Kind.UNREACHABLE, "unreachable", e.toString()));
        }
    }

    /** Whether this answers the logout request of that ID. */
    void checkLogout(String base64, String requestId) throws NotBelieved, IOException, InterruptedException {
        answers().logout(base64, requestId);
    }

    private static Outcome<TaxCitizen> identified(Answer.Identified identified, LoginAttempt attempt) {
        Optional<Level> level = Level.ofUri(identified.level())
                .filter(reached -> reached.atLeast(attempt.ask().level()));
        boolean stale = attempt.ask().fresh()
                && identified.loggedInAt().isBefore(attempt.startedAt().minusSeconds(TIMEOUT.toSeconds()));
        if (level.isEmpty() || stale) {
            return notTrusted("the login is not one that was asked for");
        }
        Person person = new Person(
                identified.attribute(EidasNames.PERSON_IDENTIFIER),
                identified.attribute(EidasNames.GIVEN_NAME),
                identified.attribute(EidasNames.FAMILY_NAME),
                identified.attribute(EidasNames.FIRST_SURNAME),
                identified.attribute(EidasNames.SECOND_SURNAME),
                identified.attribute(EidasNames.DATE_OF_BIRTH),
                identified.attribute(EidasNames.REGISTER_TYPE),
                identified.attribute(EidasNames.SELECTED_IDP));
        return new Outcome.Identified<>(new TaxCitizen(
                person,
                level.get(),
                identified.loggedInAt(),
                Optional.empty(),
                identified.assertion(),
                TaxCitizen.Protocol.CLAVE2));
    }

    private static Outcome<TaxCitizen> failed(Answer.Failed failed) {
        return new Outcome.Refused<>(new Refusal(Refusal.Kind.ANSWERED_BY_CLAVE, failed.detail(), failed.message()));
    }

    private static Outcome<TaxCitizen> notTrusted(String why) {
        return new Outcome.Refused<>(new Refusal(Refusal.Kind.NOT_TRUSTED, "not_believed", why));
    }

    private AnswerCheck answers() throws IOException, InterruptedException {
        return new AnswerCheck(self, certificate(), clock);
    }

    /** An agency of the real world has it in a file. The demo's Cl@ve makes its key when it first starts. */
    private X509Certificate certificate() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(self.certificate()).timeout(TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("certificate: HTTP " + response.statusCode());
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(response.body()));
        } catch (CertificateException e) {
            throw new IOException("the certificate cannot be read", e);
        }
    }
}
