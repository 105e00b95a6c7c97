package es.clave.documents;

/** A document that is ready to be shown or printed. */
public final class Pdf {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/pdf";

    private final byte[] bytes;
    private final int pages;

    Pdf(byte[] bytes, int pages) {
        this.bytes = bytes;
        this.pages = pages;
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many pages it has, all A4. */
    public int pages() {
        return pages;
    }

    @Override
    public String toString() {
        return "Pdf[" + pages + " pages]";
    }
}
