package es.clave.registration.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.UserSessionModel;

/**
 * A number or an address that a citizen wants to have, while codes prove it. Kept with the session, which every node
 * knows.
 *
 * @param proven the purposes of the codes that came back
 * @param until when everything must be proven
 */
record PendingChange(String address, Set<String> proven, Instant until) {

    private static final String NOTE = "clave.account.";
    private static final String SEPARATOR = "|";

    static Optional<PendingChange> of(UserSessionModel session, String kind, Instant now) {
        return Optional.ofNullable(session.getNote(NOTE + kind))
                .map(PendingChange::read)
                .filter(change -> now.isBefore(change.until()));
    }

    private static PendingChange read(String line) {
        // The address comes last: it may hold anything.
        String[] fields = line.split("\\" + SEPARATOR, 3);
        Set<String> proven = Arrays.stream(fields[1].split(",", -1))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
        return new PendingChange(fields[2], proven, Instant.ofEpochMilli(Long.parseLong(fields[0])));
    }

    void keep(UserSessionModel session, String kind) {
        session.setNote(
                NOTE + kind,
                until.toEpochMilli() + SEPARATOR + String.join(",", new TreeSet<>(proven)) + SEPARATOR + address);
    }

    static void forget(UserSessionModel session, String kind) {
        session.removeNote(NOTE + kind);
    }

    PendingChange proving(String purpose) {
        Set<String> more = new TreeSet<>(proven);
        more.add(purpose);
        return new PendingChange(address, more, until);
    }

    @Override
    public String toString() {
        return "PendingChange" + proven;
    }
}
