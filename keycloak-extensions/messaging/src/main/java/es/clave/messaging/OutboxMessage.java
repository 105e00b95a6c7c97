package es.clave.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A row of the outbox. Times are milliseconds since the epoch, as in Keycloak's own tables. Who gets the message and what
 * it says exist only sealed, and only until the message is final.
 */
@Entity
@Table(name = "CLAVE_OUTBOX")
public class OutboxMessage {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 16, nullable = false)
    private MessageState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHANNEL", length = 8, nullable = false)
    private Channel channel;

    /** Of a text message. */
    @Column(name = "SEALED", length = 1024)
    private String sealed;

    /** Of a mail or a letter, with all that it carries. */
    @Column(name = "SEALED_LONG", length = Integer.MAX_VALUE)
    private String sealedLong;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "USEFUL_UNTIL", nullable = false)
    private long usefulUntil;

    @Column(name = "NEXT_ATTEMPT_AT")
    private Long nextAttemptAt;

    @Column(name = "ATTEMPTS", nullable = false)
    private int attempts;

    @Column(name = "FINAL_AT")
    private Long finalAt;

    @Column(name = "REASON", length = 255)
    private String reason;

    @Column(name = "GATEWAY_REFERENCE", length = 64)
    private String reference;

    /** For the persistence provider. */
    protected OutboxMessage() {}

    OutboxMessage(String id, String realmId, Channel channel, String sealed, Instant createdAt, Instant usefulUntil) {
        this.id = id;
        this.realmId = realmId;
        this.state = MessageState.PENDING;
        this.channel = channel;
        if (channel == Channel.SMS) {
            this.sealed = sealed;
        } else {
            this.sealedLong = sealed;
        }
        this.createdAt = createdAt.toEpochMilli();
        this.usefulUntil = usefulUntil.toEpochMilli();
        this.nextAttemptAt = this.createdAt;
    }
}
