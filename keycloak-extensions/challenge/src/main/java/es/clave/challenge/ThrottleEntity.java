package es.clave.challenge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one limiter keeps of one subject. */
@Entity
@Table(name = "CLAVE_THROTTLE")
public class ThrottleEntity {

    static final int EVENTS_LENGTH = 3000;

    @Id
    @Column(name = "ID", length = 43)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId = "";

    @Column(name = "EVENTS", length = EVENTS_LENGTH, nullable = false)
    private String events = "";

    @Column(name = "FAILURES_IN_A_ROW", nullable = false)
    private int failuresInARow;

    @Column(name = "PAUSES_IN_A_ROW", nullable = false)
    private int pausesInARow;

    @Column(name = "PAUSED_UNTIL", nullable = false)
    private long pausedUntil;

    @Column(name = "FORGET_AFTER", nullable = false)
    private long forgetAfter;

    /** For JPA. */
    protected ThrottleEntity() {}

    EventLog events() {
        return EventLog.read(events);
    }

    void setEvents(EventLog log) {
        events = log.write();
    }

    int failuresInARow() {
        return failuresInARow;
    }

    void setFailuresInARow(int count) {
        failuresInARow = count;
    }

    int pausesInARow() {
        return pausesInARow;
    }

    void setPausesInARow(int count) {
        pausesInARow = count;
    }

    long pausedUntil() {
        return pausedUntil;
    }

    void setPausedUntil(long epochMilli) {
        pausedUntil = epochMilli;
    }

    void setForgetAfter(long epochMilli) {
        forgetAfter = epochMilli;
    }
}
