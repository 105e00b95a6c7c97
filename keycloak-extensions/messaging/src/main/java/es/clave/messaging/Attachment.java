package es.clave.messaging;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/** A file that a message carries. */
public final class Attachment {

    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+(; ?[A-Za-z0-9-]+=[A-Za-z0-9._-]+)*");

    private final String fileName;
    private final String mediaType;
    private final byte[] content;

    /**
     * @param fileName letters, digits, spaces, dots, hyphens and underscores; no folders
     * @param mediaType with its parameters, as {@code text/calendar; method=REQUEST}
     * @throws IllegalArgumentException if name or type could mean anything else to who gets it
     */
    public Attachment(String fileName, String mediaType, byte[] content) {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new IllegalArgumentException("not the name of an attachment");
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("not a media type");
        }
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    /** A copy of it. */
    public byte[] content() {
        return content.clone();
    }

    int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileName, mediaType, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "Attachment[" + mediaType + ", " + content.length + " bytes]";
    }
}
