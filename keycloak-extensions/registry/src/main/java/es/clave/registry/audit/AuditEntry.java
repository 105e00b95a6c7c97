package es.clave.registry.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * An entry as the table holds it, without its hash.
 *
 * @param number the place in the realm's chain, from 1, without gaps
 * @param atMillis when it was appended, in milliseconds since 1970
 * @param subject keyed hash of the person's number; empty where the act concerns nobody
 * @param source network address of the request; empty for the server's own jobs
 * @param details a JSON object
 * @param previousHash of the entry before; {@link #NO_HASH} in the first
 */
record AuditEntry(
        String realmId,
        long number,
        long atMillis,
        String action,
        String actor,
        String subject,
        String source,
        String details,
        String previousHash) {

    static final String NO_HASH = "0".repeat(64);

    /** SHA-256 of everything above, in hexadecimal; where one text ends and the next begins is part of what is hashed. */
    String hash() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(bytes);
            fields.writeLong(number);
            fields.writeLong(atMillis);
            for (String text : List.of(realmId, action, actor, subject, source, details, previousHash)) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                fields.writeInt(utf8.length);
                fields.write(utf8);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
