package es.clave.registry.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads chains from the database and finds their first broken link. Needs to read two tables and nothing else. */
public final class ChainVerifier {

    /** What is said of a chain. */
    public sealed interface Finding {

        /** Every link holds. */
        record Intact(Anchor end) implements Finding {}

        /**
         * A link does not hold.
         *
         * @param number of the first entry that does not
         */
        record Broken(String realmId, long number, Defect defect) implements Finding {}
    }

    private static final int ROWS_AT_ONCE = 1000;
    private static final String ENTRIES = "select ENTRY_NUMBER, APPENDED_AT, ACTION, ACTOR, SUBJECT, SOURCE, DETAILS,"
            + " PREVIOUS_HASH, ENTRY_HASH, SEAL from CLAVE_AUDIT_ENTRY where REALM_ID = ? order by ENTRY_NUMBER";
    private static final String HEAD = "select ENTRY_NUMBER, ENTRY_HASH from CLAVE_AUDIT_HEAD where REALM_ID = ?";
    private static final String REALMS =
            "select REALM_ID from CLAVE_AUDIT_HEAD union select REALM_ID from CLAVE_AUDIT_ENTRY";

    private final Connection database;
    private final Optional<AuditSeal> seal;

    /** @param seal to check the seals too; without it, a chain that somebody wrote anew as a whole looks intact */
    ChainVerifier(Connection database, Optional<AuditSeal> seal) {
        this.database = database;
        this.seal = seal;
    }

    /** The realms that have a chain. */
    Set<String> realms() throws SQLException {
        Set<String> realms = new TreeSet<>();
        try (PreparedStatement query = database.prepareStatement(REALMS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                realms.add(rows.getString(1));
            }
        }
        return realms;
    }

    /**
     * Checks a chain as it is at one moment.
     *
     * @param anchors ends that it had before
     */
    Finding verify(String realmId, List<Anchor> anchors) throws SQLException {
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return verifyNow(realmId, anchors);
        } finally {
            database.rollback();
        }
    }

    private Finding verifyNow(String realmId, List<Anchor> anchors) throws SQLException {
        Anchor head = head(realmId);
        Anchor end = new Anchor(realmId, 0, AuditEntry.NO_HASH);
        try (PreparedStatement query = database.prepareStatement(ENTRIES)) {
            query.setFetchSize(ROWS_AT_ONCE);
            query.setString(1, realmId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    AuditEntry entry = entry(realmId, row);
                    Optional<Finding.Broken> broken = check(entry, row, end, head, anchors);
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                    end = new Anchor(realmId, entry.number(), entry.hash());
                }
            }
        }
        long last = end.number();
        if (head.number() > last) {
            return new Finding.Broken(realmId, last + 1, Defect.CUT_OFF);
        }
        if (anchors.stream().anyMatch(anchor -> anchor.realmId().equals(realmId) && anchor.number() > last)) {
            return new Finding.Broken(realmId, last + 1, Defect.ANCHOR_LOST);
        }
        return new Finding.Intact(end);
    }

    private Optional<Finding.Broken> check(
            AuditEntry entry, ResultSet row, Anchor before, Anchor head, List<Anchor> anchors) throws SQLException {
        String hash = row.getString("ENTRY_HASH");
        if (entry.number() != before.number() + 1) {
            return broken(entry.realmId(), before.number() + 1, Defect.MISSING);
        }
        if (!entry.hash().equals(hash)) {
            return broken(entry.realmId(), entry.number(), Defect.CHANGED);
        }
        if (!entry.previousHash().equals(before.hash())) {
            return broken(entry.realmId(), entry.number(), Defect.NOT_LINKED);
        }
        String sealed = row.getString("SEAL");
        if (seal.filter(known -> !known.matches(sealed, hash)).isPresent()) {
            return broken(entry.realmId(), entry.number(), Defect.FORGED);
        }
        if (entry.number() > head.number() || (entry.number() == head.number() && !hash.equals(head.hash()))) {
            return broken(entry.realmId(), entry.number(), Defect.BEYOND_THE_HEAD);
        }
        Anchor here = new Anchor(entry.realmId(), entry.number(), hash);
        boolean lost = anchors.stream()
                .filter(anchor -> anchor.realmId().equals(entry.realmId()) && anchor.number() == entry.number())
                .anyMatch(anchor -> !anchor.equals(here));
        return lost ? broken(entry.realmId(), entry.number(), Defect.ANCHOR_LOST) : Optional.empty();
    }

    private static Optional<Finding.Broken> broken(String realmId, long number, Defect defect) {
        return Optional.of(new Finding.Broken(realmId, number, defect));
    }

    private static AuditEntry entry(String realmId, ResultSet row) throws SQLException {
        return new AuditEntry(
                realmId,
                row.getLong("ENTRY_NUMBER"),
                row.getLong("APPENDED_AT"),
                row.getString("ACTION"),
                row.getString("ACTOR"),
                row.getString("SUBJECT"),
                row.getString("SOURCE"),
                row.getString("DETAILS"),
                row.getString("PREVIOUS_HASH"));
    }

    private Anchor head(String realmId) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(HEAD)) {
            query.setString(1, realmId);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Anchor(realmId, row.getLong(1), row.getString(2))
                        : new Anchor(realmId, 0, AuditEntry.NO_HASH);
            }
        }
    }
}
