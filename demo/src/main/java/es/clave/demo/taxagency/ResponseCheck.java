package es.clave.demo.taxagency;

import es.clave.demo.agency.Level;
import es.clave.demo.agency.Outcome;
import es.clave.demo.agency.Person;
import es.clave.demo.agency.Refusal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;

/** Everything that must hold before a Response logs somebody in (SAML 2.0 Profiles, 4.1.4.2 and 4.1.4.3). */
final class ResponseCheck {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final ServiceProvider self;
    private final IdentityProvider identityProvider;
    private final SignatureCheck signatures;
    private final SeenIds assertionsUsed;
    private final Clock clock;

    ResponseCheck(ServiceProvider self, IdentityProvider identityProvider, Clock clock) {
        this.self = self;
        this.identityProvider = identityProvider;
        this.signatures = new SignatureCheck(identityProvider);
        this.assertionsUsed = new SeenIds(clock);
        this.clock = clock;
    }

    /** Reads a Response that answers this attempt. */
    Outcome<TaxCitizen> check(Response response, LoginAttempt attempt) throws InterruptedException {
        try {
            return new Outcome.Identified<>(identify(response, attempt));
        } catch (Untrusted e) {
            return new Outcome.Refused<>(e.refusal());
        } catch (IOException e) {
            return new Outcome.Refused<>(new Refusal(Refusal.Kind.UNREACHABLE, "unreachable", e.toString()));
        }
    }

    private TaxCitizen identify(Response response, LoginAttempt attempt)
            throws Untrusted, IOException, InterruptedException {
        require(response.getDOM() != null && response.getParent() == null, "malformed", "not a Response");
        SignatureCheck.requireUniqueIds(response.getDOM());
        requireEnvelope(response, attempt);
        if (response.getSignature() != null) {
            signatures.require(response);
        }
        requireSuccess(response);

        require(
                response.getAssertions().size() == 1
                        && response.getEncryptedAssertions().isEmpty()
                        && SignatureCheck.assertionsIn(response.getDOM()) == 1,
                "wrapping",
                "there must be one assertion and no other anywhere");
        Assertion assertion = response.getAssertions().get(0);
        signatures.require(assertion);

        // From here on nothing is read but the signed element.
        require(isTheIdentityProvider(assertion.getIssuer()), "issuer", "the assertion is from another issuer");
        Instant validUntil = requireConditions(assertion);
        requireSubject(assertion, attempt);
        AuthnStatement statement = requireStatement(assertion, attempt);
        Level level = level(statement)
                .filter(reached -> reached.atLeast(attempt.ask().level()))
                .orElseThrow(() -> Untrusted.because("level", "the level reached is not the one asked for"));
        require(
                assertionsUsed.first(assertion.getID(), validUntil.plus(CLOCK_SKEW)),
                "replay",
                "this assertion was used before");
        return new TaxCitizen(
                person(assertion),
                level,
                statement.getAuthnInstant(),
                Optional.ofNullable(statement.getSessionIndex()),
                assertion,
                TaxCitizen.Protocol.SAML);
    }

    private void requireEnvelope(Response response, LoginAttempt attempt) throws Untrusted {
        require(attempt.requestId().equals(response.getInResponseTo()), "in_response_to", "answers another request");
        require(
                self.assertionConsumerService().toString().equals(response.getDestination()),
                "destination",
                "the response is meant for another address");
        require(isTheIdentityProvider(response.getIssuer()), "issuer", "the response is from another issuer");
        Instant issued = response.getIssueInstant();
        Instant now = clock.instant();
        require(
                issued != null && !issued.isAfter(now.plus(CLOCK_SKEW)) && issued.isAfter(now.minus(OLDEST)),
                "issue_instant",
                "the response is too old, or from the future");
    }

    private static void requireSuccess(Response response) throws Untrusted {
        if (response.getStatus() == null || response.getStatus().getStatusCode() == null) {
            throw Untrusted.because("malformed", "no status");
        }
        StatusCode top = response.getStatus().getStatusCode();
        if (StatusCode.SUCCESS.equals(top.getValue())) {
            return;
        }
        String code = Optional.ofNullable(top.getStatusCode()).orElse(top).getValue();
        String message = Optional.ofNullable(response.getStatus().getStatusMessage())
                .map(text -> text.getValue())
                .orElse("");
        throw new Untrusted(new Refusal(Refusal.Kind.ANSWERED_BY_CLAVE, code, message));
    }

    private Instant requireConditions(Assertion assertion) throws Untrusted {
        Conditions conditions = assertion.getConditions();
        require(conditions != null, "conditions", "no conditions");
        Instant now = clock.instant();
        Instant until = conditions.getNotOnOrAfter();
        require(
                until != null && now.isBefore(until.plus(CLOCK_SKEW)),
                "expired",
                "the assertion is no longer valid, or says no end");
        require(
                conditions.getNotBefore() == null
                        || !now.isBefore(conditions.getNotBefore().minus(CLOCK_SKEW)),
                "not_yet",
                "the assertion is not valid yet");
        List<AudienceRestriction> restrictions = conditions.getAudienceRestrictions();
        require(!restrictions.isEmpty(), "audience", "no audience");
        for (AudienceRestriction restriction : restrictions) {
            require(
                    restriction.getAudiences().stream()
                            .map(Audience::getURI)
                            .anyMatch(self.entityId().toString()::equals),
                    "audience",
                    "the assertion is for another audience");
        }
        return until;
    }

    private void requireSubject(Assertion assertion, LoginAttempt attempt) throws Untrusted {
        Subject subject = assertion.getSubject();
        require(
                subject != null
                        && subject.getNameID() != null
                        && subject.getNameID().getValue() != null,
                "subject",
                "no subject");
        boolean confirmed = subject.getSubjectConfirmations().stream()
                .filter(confirmation -> SubjectConfirmation.METHOD_BEARER.equals(confirmation.getMethod()))
                .map(SubjectConfirmation::getSubjectConfirmationData)
                .filter(Objects::nonNull)
                .anyMatch(data -> confirms(data, attempt));
        require(confirmed, "recipient", "no bearer confirmation for this address, this request and now");
    }

    private boolean confirms(SubjectConfirmationData data, LoginAttempt attempt) {
        return self.assertionConsumerService().toString().equals(data.getRecipient())
                && attempt.requestId().equals(data.getInResponseTo())
                && data.getNotBefore() == null
                && data.getNotOnOrAfter() != null
                && clock.instant().isBefore(data.getNotOnOrAfter().plus(CLOCK_SKEW));
    }

    private AuthnStatement requireStatement(Assertion assertion, LoginAttempt attempt) throws Untrusted {
        require(assertion.getAuthnStatements().size() == 1, "authn_statement", "not one statement of the login");
        AuthnStatement statement = assertion.getAuthnStatements().get(0);
        Instant at = statement.getAuthnInstant();
        require(at != null, "authn_statement", "no time of the login");
        require(
                !attempt.ask().fresh() || !at.isBefore(attempt.startedAt().minus(CLOCK_SKEW)),
                "authn_instant",
                "a new login was asked for and this one is older");
        require(
                statement.getSessionNotOnOrAfter() == null
                        || clock.instant().isBefore(statement.getSessionNotOnOrAfter()),
                "expired",
                "the session is over");
        return statement;
    }

    private static Optional<Level> level(AuthnStatement statement) {
        return Optional.ofNullable(statement.getAuthnContext())
                .map(context -> context.getAuthnContextClassRef())
                .flatMap(reference -> Optional.ofNullable(reference.getURI()))
                .flatMap(Level::ofUri);
    }

    private boolean isTheIdentityProvider(Issuer issuer) {
        return issuer != null && identityProvider.entityId().equals(issuer.getValue());
    }

    private static Person person(Assertion assertion) {
        return new Person(
                attribute(assertion, EidasNames.PERSON_IDENTIFIER),
                attribute(assertion, EidasNames.GIVEN_NAME),
                attribute(assertion, EidasNames.FAMILY_NAME),
                attribute(assertion, EidasNames.FIRST_SURNAME),
                attribute(assertion, EidasNames.SECOND_SURNAME),
                attribute(assertion, EidasNames.DATE_OF_BIRTH),
                attribute(assertion, EidasNames.REGISTER_TYPE),
                attribute(assertion, EidasNames.SELECTED_IDP));
    }

    private static Optional<String> attribute(Assertion assertion, String name) {
        return assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .filter(attribute -> name.equals(attribute.getName()))
                .map(Attribute::getAttributeValues)
                .flatMap(List<XMLObject>::stream)
                .map(value -> value.getDOM().getTextContent())
                .findFirst();
    }

    private static void require(boolean holds, String code, String otherwise) throws Untrusted {
        if (!holds) {
            throw Untrusted.because(code, otherwise);
        }
    }
}
