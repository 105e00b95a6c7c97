package es.clave.relyingparty.clave2.answer;

import java.time.Duration;
import java.time.Instant;

/**
 * What every answer to a request says.
 *
 * @param issuer who we are
 * @param requestId what it answers
 * @param replyAddress where it goes: destination, recipient and audience
 * @param nameIdFormat how the request wants the identifier
 * @param browser the internet address of the citizen's browser
 * @param issuedAt now
 * @param valid how long it may be used
 */
public record Envelope(
        String issuer,
        String requestId,
        String replyAddress,
        String nameIdFormat,
        String browser,
        Instant issuedAt,
        Duration valid) {

    @Override
    public String toString() {
        return "Envelope[" + replyAddress + "]";
    }
}
