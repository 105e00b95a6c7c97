package es.clave.registration.office;

/** Where an office is. */
public record OfficeAddress(String street, String postcode, String town, String province) {

    /** On one line. */
    public String line() {
        return street + ", " + postcode + " " + town;
    }
}
