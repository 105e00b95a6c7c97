package es.clave.relyingparty.clave2.answer;

/**
 * An attribute that is told.
 *
 * @param friendlyName the short name
 * @param name the URI
 * @param type the {@code xsi:type}, with the prefix that the document gives its namespace
 */
public record AttributeValue(String friendlyName, String name, String type, String value) {

    @Override
    public String toString() {
        return "AttributeValue[" + friendlyName + "]";
    }
}
