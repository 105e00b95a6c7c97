package es.clave.demo.taxagency;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.LogoutResponse;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.SessionIndex;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;

/** Ends sessions together, whoever begins (SAML 2.0 Profiles, 4.4). */
final class SingleLogout {

    /** Whose session Cl@ve says is over. */
    record Ended(String requestId, String nameId, List<String> sessionIndexes) {

        /** Without session indexes, all sessions of that name are meant (SAML 2.0 Core, 3.7.1). */
        boolean means(TaxCitizen citizen) {
            return sessionIndexes.isEmpty()
                    ? citizen.nameId().equals(nameId)
                    : citizen.sessionIndex().filter(sessionIndexes::contains).isPresent();
        }

        @Override
        public String toString() {
            return "Ended[" + requestId + "]";
        }
    }

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final ServiceProvider self;
    private final IdentityProvider identityProvider;
    private final SigningKey key;
    private final SignatureCheck signatures;
    private final SeenIds requestsSeen;
    private final Clock clock;

    SingleLogout(ServiceProvider self, IdentityProvider identityProvider, SigningKey key, Clock clock) {
        this.self = self;
        this.identityProvider = identityProvider;
        this.key = key;
        this.signatures = new SignatureCheck(identityProvider);
        this.requestsSeen = new SeenIds(clock);
        this.clock = clock;
    }

    /** Tells Cl@ve that this citizen is leaving. */
    LogoutRequest request(String id, TaxCitizen citizen, URI destination) {
        SamlXml xml = SamlXml.get();
        LogoutRequest request = xml.make(LogoutRequest.class, LogoutRequest.DEFAULT_ELEMENT_NAME);
        request.setID(id);
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(clock.instant());
        request.setNotOnOrAfter(clock.instant().plus(OLDEST));
        request.setDestination(destination.toString());
        request.setIssuer(issuer());
        request.setNameID(copyOf(citizen.assertion().getSubject().getNameID()));
        citizen.sessionIndex().ifPresent(index -> {
            SessionIndex element = xml.make(SessionIndex.class, SessionIndex.DEFAULT_ELEMENT_NAME);
            element.setValue(index);
            request.getSessionIndexes().add(element);
        });
        key.sign(request);
        return request;
    }

    /** Believes, or not, that Cl@ve answered the request with that id. */
    void verifyAnswer(LogoutResponse response, String requestId) throws Untrusted, IOException, InterruptedException {
        SignatureCheck.requireUniqueIds(response.getDOM());
        signatures.require(response);
        require(requestId.equals(response.getInResponseTo()), "in_response_to", "answers another request");
        requireEnvelope(response.getIssuer(), response.getDestination(), response.getIssueInstant());
        String status = Optional.ofNullable(response.getStatus())
                .map(Status::getStatusCode)
                .map(StatusCode::getValue)
                .orElse("");
        require(StatusCode.SUCCESS.equals(status), "logout", "Cl@ve could not end the session: " + status);
    }

    /** Believes, or not, that Cl@ve wants a session ended. */
    Ended verifyRequest(LogoutRequest request) throws Untrusted, IOException, InterruptedException {
        SignatureCheck.requireUniqueIds(request.getDOM());
        signatures.require(request);
        requireEnvelope(request.getIssuer(), request.getDestination(), request.getIssueInstant());
        Instant until = request.getNotOnOrAfter();
        require(until == null || clock.instant().isBefore(until.plus(CLOCK_SKEW)), "expired", "the request is too old");
        require(
                request.getNameID() != null && request.getNameID().getValue() != null,
                "malformed",
                "the request names nobody");
        require(
                requestsSeen.first(request.getID(), clock.instant().plus(OLDEST).plus(CLOCK_SKEW)),
                "replay",
                "this request was used before");
        return new Ended(
                request.getID(),
                request.getNameID().getValue(),
                request.getSessionIndexes().stream().map(SessionIndex::getValue).toList());
    }

    /** Tells Cl@ve that it is done. */
    LogoutResponse answer(String id, Ended ended, URI destination) {
        SamlXml xml = SamlXml.get();
        StatusCode code = xml.make(StatusCode.class, StatusCode.DEFAULT_ELEMENT_NAME);
        code.setValue(StatusCode.SUCCESS);
        Status status = xml.make(Status.class, Status.DEFAULT_ELEMENT_NAME);
        status.setStatusCode(code);
        LogoutResponse response = xml.make(LogoutResponse.class, LogoutResponse.DEFAULT_ELEMENT_NAME);
        response.setID(id);
        response.setVersion(SAMLVersion.VERSION_20);
        response.setIssueInstant(clock.instant());
        response.setInResponseTo(ended.requestId());
        response.setDestination(destination.toString());
        response.setIssuer(issuer());
        response.setStatus(status);
        key.sign(response);
        return response;
    }

    private void requireEnvelope(Issuer issuer, String destination, Instant issued) throws Untrusted {
        require(
                issuer != null && identityProvider.entityId().equals(issuer.getValue()),
                "issuer",
                "the message is from another issuer");
        require(
                self.singleLogoutService().toString().equals(destination),
                "destination",
                "the message is meant for another address");
        Instant now = clock.instant();
        require(
                issued != null && !issued.isAfter(now.plus(CLOCK_SKEW)) && issued.isAfter(now.minus(OLDEST)),
                "issue_instant",
                "the message is too old, or from the future");
    }

    private Issuer issuer() {
        Issuer issuer = SamlXml.get().make(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(self.entityId().toString());
        return issuer;
    }

    /** An element has one parent only. */
    private static NameID copyOf(NameID nameId) {
        try {
            return XMLObjectSupport.cloneXMLObject(nameId);
        } catch (MarshallingException | UnmarshallingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds, String code, String otherwise) throws Untrusted {
        if (!holds) {
            throw Untrusted.because(code, otherwise);
        }
    }
}
