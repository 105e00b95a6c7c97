package es.clave.challenge;

import java.time.Duration;

/**
 * How long a code lives and how often one may try.
 *
 * @param lifetime from issue to expiry
 * @param tries wrong answers after which the code is dead
 */
public record CodePolicy(Duration lifetime, int tries) {}
