package es.clave.appapi.request;

import es.clave.challenge.AppRequest;
import es.clave.registry.Device;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signed answer, kept with the key that verifies it. Only what became of it is written later. */
@Entity
@Table(name = "CLAVE_APP_ANSWER")
public class AnswerEntity {

    static final int JWS_LENGTH = 4000;
    private static final int TEXT_LENGTH = 255;

    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId = "";

    @Column(name = "USER_ID", length = 36, nullable = false, updatable = false)
    private String userId = "";

    @Column(name = "DEVICE_ID", length = 36, nullable = false, updatable = false)
    private String deviceId = "";

    @Column(name = "DEVICE_NAME", length = TEXT_LENGTH, nullable = false, updatable = false)
    private String deviceName = "";

    @Column(name = "PUBLIC_KEY", length = 400, nullable = false, updatable = false)
    private String publicKey = "";

    @Column(name = "REQUEST_ID", length = 64, nullable = false, updatable = false)
    private String requestId = "";

    @Column(name = "AGENCY", length = TEXT_LENGTH, nullable = false, updatable = false)
    private String agency = "";

    @Column(name = "AGENCY_NAME", length = TEXT_LENGTH, nullable = false, updatable = false)
    private String agencyName = "";

    @Column(name = "SERVICE", length = TEXT_LENGTH, updatable = false)
    private String service;

    @Column(name = "PLACE", length = TEXT_LENGTH, updatable = false)
    private String place;

    @Column(name = "DECISION", length = 16, nullable = false, updatable = false)
    private String decision = "";

    @Column(name = "ANSWERED_AT", nullable = false, updatable = false)
    private long at;

    @Column(name = "OUTCOME", length = 24, nullable = false)
    private String outcome = "";

    @Column(name = "JWS", length = JWS_LENGTH, nullable = false, updatable = false)
    private String jws = "";

    /** For JPA. */
    protected AnswerEntity() {}

    AnswerEntity(String id, AppRequest request, Device device, SignedAnswer answer, Instant at) {
        this.id = id;
        this.realmId = request.realmId();
        this.userId = device.userId();
        this.deviceId = device.id();
        this.deviceName = device.name();
        this.publicKey = device.publicKey();
        this.requestId = request.id();
        // The JWS has them whole.
        this.agency = shortened(request.agencyClientId());
        this.agencyName = shortened(request.agencyName());
        this.service = shortened(request.service());
        this.place = shortened(request.place());
        this.decision = answer.decision().claim();
        this.at = at.toEpochMilli();
        this.outcome = KeptAnswer.Outcome.SENT.name();
        this.jws = answer.jws();
    }

    private static String shortened(String text) {
        return text.length() > TEXT_LENGTH ? text.substring(0, TEXT_LENGTH) : text;
    }

    String id() {
        return id;
    }

    KeptAnswer toKept() {
        return new KeptAnswer(
                requestId,
                agencyName,
                // One database takes an empty text for none.
                service == null ? "" : service,
                place == null ? "" : place,
                decision,
                Instant.ofEpochMilli(at),
                deviceId,
                deviceName,
                publicKey,
                jws,
                KeptAnswer.Outcome.valueOf(outcome));
    }
}
