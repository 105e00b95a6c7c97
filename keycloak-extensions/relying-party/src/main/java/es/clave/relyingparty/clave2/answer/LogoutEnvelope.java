package es.clave.relyingparty.clave2.answer;

import java.time.Instant;

/**
 * What an answer to a logout request says.
 *
 * @param requestId what it answers
 * @param returnAddress where it goes
 * @param issuedAt now
 */
public record LogoutEnvelope(String requestId, String returnAddress, Instant issuedAt) {}
