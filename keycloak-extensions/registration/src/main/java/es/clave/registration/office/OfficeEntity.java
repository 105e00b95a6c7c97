package es.clave.registration.office;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** A row of the table of offices. */
@Entity
@Table(name = "CLAVE_OFFICE")
public class OfficeEntity {

    @EmbeddedId
    private Key key = new Key();

    @Column(name = "NAME", length = 80, nullable = false)
    private String name = "";

    @Column(name = "STREET", nullable = false)
    private String street = "";

    @Column(name = "POSTCODE", length = 10, nullable = false)
    private String postcode = "";

    @Column(name = "TOWN", length = 80, nullable = false)
    private String town = "";

    @Column(name = "PROVINCE", length = 80, nullable = false)
    private String province = "";

    @Column(name = "LATITUDE", nullable = false)
    private double latitude;

    @Column(name = "LONGITUDE", nullable = false)
    private double longitude;

    @Column(name = "TIME_ZONE", length = 40, nullable = false)
    private String zone = "";

    @Column(name = "OPENING_HOURS", length = 500, nullable = false)
    private String hours = "";

    /** Null where none was ever said. */
    @Column(name = "CLOSED_DAYS", length = 1000)
    private String closedDays;

    @Column(name = "CAPACITY", nullable = false)
    private int capacity;

    @Column(name = "SLOT_MINUTES", nullable = false)
    private int slotMinutes;

    /** Realm and short name. */
    @Embeddable
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        @Column(name = "REALM_ID", length = 36, nullable = false)
        private String realmId = "";

        @Column(name = "ID", length = 40, nullable = false)
        private String id = "";

        /** For JPA. */
        protected Key() {}

        Key(String realmId, String id) {
            this.realmId = realmId;
            this.id = id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.realmId.equals(realmId) && key.id.equals(id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, id);
        }
    }

    /** For JPA. */
    protected OfficeEntity() {}

    OfficeEntity(String realmId, String id) {
        key = new Key(realmId, id);
    }

    void set(RegistrationOffice office) {
        name = office.name();
        street = office.address().street();
        postcode = office.address().postcode();
        town = office.address().town();
        province = office.address().province();
        latitude = office.position().latitude();
        longitude = office.position().longitude();
        zone = office.zone().getId();
        hours = office.hours().text();
        closedDays = office.closed().text();
        capacity = office.capacity();
        slotMinutes = office.slotMinutes();
    }

    RegistrationOffice toOffice() {
        return new RegistrationOffice(
                key.id,
                name,
                new OfficeAddress(street, postcode, town, province),
                new GeoPoint(latitude, longitude),
                ZoneId.of(zone),
                OpeningHours.parse(hours),
                ClosedDays.parse(Optional.ofNullable(closedDays).orElse("")),
                capacity,
                Duration.ofMinutes(slotMinutes));
    }
}
