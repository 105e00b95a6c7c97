package es.clave.integrationtests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the audit log of the citizens' realm has that was not there when this was made. */
public final class AuditEntries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Node node;
    private final long after;

    /**
     * One entry.
     *
     * @param subject a keyed hash; empty where it concerns nobody
     * @param details as the table has them
     */
    public record Entry(long number, String action, String actor, String subject, String source, String details) {}

    private AuditEntries(Node node, long after) {
        this.node = node;
        this.after = after;
    }

    /** From the first. */
    public static AuditEntries everything(Clave clave) {
        return new AuditEntries(clave.node(), 0);
    }

    /** From now on. */
    public static AuditEntries from(Clave clave) {
        List<Entry> before = everything(clave).all();
        return new AuditEntries(
                clave.node(),
                before.isEmpty() ? 0 : before.get(before.size() - 1).number());
    }

    /** All of them, oldest first. */
    public List<Entry> all() {
        String answer = HttpVisitor.document(node.realmUrl("/test-audit?after=" + after));
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode row : JSON.readTree(answer)) {
                entries.add(new Entry(
                        row.get(0).asLong(),
                        row.get(1).asText(),
                        row.get(2).asText(),
                        row.get(3).asText(),
                        row.get(4).asText(),
                        row.get(5).asText()));
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }

    /** What was done, oldest first. */
    public List<String> actions() {
        return all().stream().map(Entry::action).toList();
    }

    /** Those of one kind. */
    public List<Entry> of(String action) {
        return all().stream().filter(entry -> entry.action().equals(action)).toList();
    }

    /** The last of one kind. */
    public Optional<Entry> last(String action) {
        return of(action).stream().reduce((before, last) -> last);
    }
}
