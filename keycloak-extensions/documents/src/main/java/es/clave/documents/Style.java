package es.clave.documents;

/**
 * How words look.
 *
 * @param points the size of the letters
 */
record Style(Face face, float points, Colour colour) {

    /** A cut of a typeface. */
    enum Face {
        REGULAR("LiberationSans-Regular.ttf"),
        BOLD("LiberationSans-Bold.ttf"),
        CODE("LiberationMono-Bold.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }

        /** Beside this class. */
        String file() {
            return "fonts/" + file;
        }
    }

    /** The colours of the login pages, in print. */
    enum Colour {
        INK(0x15, 0x20, 0x2e),
        MUTED(0x4b, 0x59, 0x6a),
        PRIMARY(0x0b, 0x4f, 0x94),
        TINT(0xe8, 0xf0, 0xf9),
        LINE(0xd3, 0xdb, 0xe5),
        GOLD(0xff, 0xd3, 0x4d);

        private static final float FULL = 255;

        private final float red;
        private final float green;
        private final float blue;

        Colour(int red, int green, int blue) {
            this.red = red / FULL;
            this.green = green / FULL;
            this.blue = blue / FULL;
        }

        float red() {
            return red;
        }

        float green() {
            return green;
        }

        float blue() {
            return blue;
        }
    }

    static final Style TITLE = new Style(Face.BOLD, 19, Colour.PRIMARY);
    static final Style HEADING = new Style(Face.BOLD, 11.5f, Colour.PRIMARY);
    static final Style BODY = new Style(Face.REGULAR, 10, Colour.INK);
    static final Style STRONG = new Style(Face.BOLD, 10, Colour.INK);
    static final Style ADDRESS = new Style(Face.REGULAR, 10.5f, Colour.INK);
    static final Style SMALL = new Style(Face.REGULAR, 8, Colour.MUTED);
    static final Style TINY = new Style(Face.REGULAR, 6.5f, Colour.MUTED);
    static final Style CODE = new Style(Face.CODE, 23, Colour.INK);

    private static final double MM_PER_POINT = 25.4 / 72;
    private static final double LEADING = 1.36;

    Style smaller(float factor) {
        return new Style(face, points * factor, colour);
    }

    Style in(Colour other) {
        return new Style(face, points, other);
    }

    /** From one line to the next, in millimetres. */
    double lineMm() {
        return points * LEADING * MM_PER_POINT;
    }

    /** From the top of a line to what the letters stand on, in millimetres. */
    double baselineMm() {
        return points * 1.02 * MM_PER_POINT;
    }
}
