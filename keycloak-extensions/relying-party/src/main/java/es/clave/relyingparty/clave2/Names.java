package es.clave.relyingparty.clave2;

/** The names of which Cl@ve 2's messages are made. */
public final class Names {

    public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    public static final String EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public static final String EIDAS_EXTENSIONS = "http://eidas.europa.eu/saml-extensions";
    public static final String EIDAS_NATURAL_PERSON = "http://eidas.europa.eu/attributes/naturalperson";
    public static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";
    public static final String XML_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    public static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** What the names of attributes that are only Spain's begin with. */
    public static final String CLAVE = "http://es.minhafp.clave/";

    public static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    public static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    public static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    private Names() {}
}
