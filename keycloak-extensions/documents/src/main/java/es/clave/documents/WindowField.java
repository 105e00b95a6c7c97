package es.clave.documents;

/**
 * Where the address stands, so that it shows in the window of an envelope, and nothing else does. Measures in millimetres
 * from the upper left corner of the A4 sheet.
 *
 * <p>The window of an envelope DL (DIN 680): 90 × 45, 20 from the left, 15 from the bottom of 220 × 110. The sheet, folded at
 * 105 and 210 (DIN 5008 form B), may move in it by 10 to the side and by 5 up and down: {@link #SAFE_TOP} and so on bound
 * what shows wherever it lies, {@link #SEEN_TOP} and so on what may show. An envelope C5 whose window stands 60 from the
 * bottom, for the sheet folded once, shows the same.
 */
final class WindowField {

    static final double SAFE_LEFT = 20;
    static final double SAFE_TOP = 50;
    static final double SAFE_RIGHT = 100;
    static final double SAFE_BOTTOM = 90;

    static final double SEEN_LEFT = 10;
    static final double SEEN_TOP = 45;
    static final double SEEN_RIGHT = 110;
    static final double SEEN_BOTTOM = 95;

    /** As postal machines read them (UPU S42). */
    static final int MOST_LINES = 6;

    /** Away from the edge of the window. */
    private static final double MARGIN = 3;

    static final double TEXT_LEFT = SAFE_LEFT + MARGIN;
    static final double TEXT_WIDTH = SAFE_RIGHT - SAFE_LEFT - 2 * MARGIN;

    private WindowField() {}
}
