package es.clave.relyingparty.saml;

/** An agency's assertion consumer services, which its requests may name by number (SAML Metadata 2.0, 2.4.4). */
final class IndexedAddress {

    private static final String ATTRIBUTE = "clave.acs.";

    private IndexedAddress() {}

    /** The attribute of a client that has the address of this index. */
    static String attribute(int index) {
        return ATTRIBUTE + index;
    }
}
