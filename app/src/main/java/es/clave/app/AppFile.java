package es.clave.app;

/** A file of the app as browsers get it. */
public final class AppFile {

    private final String contentType;
    private final byte[] content;

    AppFile(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content;
    }

    /** The header {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /** The body. */
    public byte[] content() {
        return content.clone();
    }
}
