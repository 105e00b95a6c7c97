package es.clave.certificate.handover;

import es.clave.certificate.CertificateCheck;
import es.clave.certificate.CertificateCheck.Answer;
import es.clave.certificate.CertificateHandOver;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** {@link CertificateHandOver} by words in addresses that each work once. */
final class TicketHandOver implements CertificateHandOver {

    private static final String TICKET = "ticket";
    private static final String RECEIPT = "receipt";
    private static final Duration RECEIPT_LIFETIME = Duration.ofMinutes(2);

    private static final String HAND_OVER = "handover";
    private static final String BACK = "back";
    private static final String ANSWER = "answer";

    private static final String HAND_OVER_NOTE = "clave.certificate.handover";
    private static final String ANSWER_NOTE = "clave.certificate.answer";

    private final KeycloakSession session;
    private final HandOverSettings settings;
    private final SingleUse singleUse;

    TicketHandOver(KeycloakSession session, HandOverSettings settings, SecureRandom random, Clock clock) {
        this.session = session;
        this.settings = settings;
        this.singleUse = new SingleUse(session, random, clock);
    }

    @Override
    public boolean isOpen() {
        return settings.url().isPresent()
                && session.getProvider(CertificateCheck.class).trustsAnybody();
    }

    @Override
    public URI begin(AuthenticationSessionModel login, URI back) {
        forget(login);
        String handOver = singleUse.randomWord();
        login.setAuthNote(HAND_OVER_NOTE, handOver);
        String ticket =
                singleUse.keep(TICKET, settings.ticketLifetime(), Map.of(HAND_OVER, handOver, BACK, back.toString()));
        return UriBuilder.fromUri(settings.url().orElseThrow())
                .path("realms/{realm}/" + CertificateResourceFactory.PROVIDER_ID + "/" + CertificateResource.READ)
                .queryParam(TICKET, ticket)
                .build(login.getRealm().getName());
    }

    /** At the address that asks for certificates: where the ticket leads back to; empty if it was used, or is none. */
    Optional<URI> read(String ticket, ShownCertificate shown, HandOverJournal journal) {
        Optional<Map<String, String>> claimed = singleUse.claim(TICKET, ticket);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = shown.check();
        journal.read(answer);
        String receipt = singleUse.keep(
                RECEIPT,
                RECEIPT_LIFETIME,
                Map.of(HAND_OVER, claimed.get().get(HAND_OVER), ANSWER, AnswerText.write(answer)));
        return Optional.of(UriBuilder.fromUri(claimed.get().get(BACK))
                .queryParam(RECEIPT, receipt)
                .build());
    }

    @Override
    public Optional<Answer> answer(AuthenticationSessionModel login, UriInfo request) {
        Optional.ofNullable(request.getQueryParameters().getFirst(RECEIPT))
                .flatMap(receipt -> singleUse.claim(RECEIPT, receipt))
                .ifPresent(claimed -> accept(login, claimed));
        return Optional.ofNullable(login.getAuthNote(ANSWER_NOTE)).map(AnswerText::read);
    }

    /** Only what this browser window asked for last; whatever else comes is somebody's trick. */
    private void accept(AuthenticationSessionModel login, Map<String, String> claimed) {
        String expected = login.getAuthNote(HAND_OVER_NOTE);
        if (expected != null && same(expected, claimed.get(HAND_OVER))) {
            login.setAuthNote(ANSWER_NOTE, claimed.get(ANSWER));
            login.removeAuthNote(HAND_OVER_NOTE);
        } else {
            new HandOverJournal(session).foreignReceipt();
        }
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), actual.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void forget(AuthenticationSessionModel login) {
        login.removeAuthNote(HAND_OVER_NOTE);
        login.removeAuthNote(ANSWER_NOTE);
    }

    @Override
    public void close() {}
}
