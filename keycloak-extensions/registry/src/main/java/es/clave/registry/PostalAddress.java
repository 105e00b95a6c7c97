package es.clave.registry;

/** The fiscal address. {@code country} is ISO 3166-1 alpha-2. */
public record PostalAddress(String street, String postcode, String town, String province, String country) {

    @Override
    public String toString() {
        return "PostalAddress[****]";
    }
}
