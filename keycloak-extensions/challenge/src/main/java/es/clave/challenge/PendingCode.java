package es.clave.challenge;

import java.time.Instant;

/** A code as the cache keeps it, written as a line of text so that nodes of different versions can read it. */
record PendingCode(String hash, String browserHash, Instant expiresAt, int triesLeft) {

    private static final String SEPARATOR = "|";

    String write() {
        return String.join(
                SEPARATOR, hash, browserHash, Long.toString(expiresAt.toEpochMilli()), Integer.toString(triesLeft));
    }

    static PendingCode read(String line) {
        String[] fields = line.split("\\" + SEPARATOR, 4);
        return new PendingCode(
                fields[0], fields[1], Instant.ofEpochMilli(Long.parseLong(fields[2])), Integer.parseInt(fields[3]));
    }

    PendingCode withOneTryLess() {
        return new PendingCode(hash, browserHash, expiresAt, triesLeft - 1);
    }
}
