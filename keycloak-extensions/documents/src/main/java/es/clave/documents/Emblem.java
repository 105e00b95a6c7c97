package es.clave.documents;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The sign of Cl@ve, an at sign on a field, as the login pages have it. */
final class Emblem {

    /** Of the square on which it was drawn. */
    private static final double SIDE = 40;

    /** One curve draws at most so much of a circle, in degrees. */
    private static final double QUARTER = 90;

    private final double left;
    private final double top;
    private final double scale;

    private Emblem(double left, double top, double size) {
        this.left = left;
        this.top = top;
        this.scale = size / SIDE;
    }

    static void draw(Sheets sheets, double left, double top, double size) throws IOException {
        Emblem emblem = new Emblem(left, top, size);
        sheets.rectangle(Style.Colour.PRIMARY, left, top, size, size);
        sheets.adorn(emblem::sign);
    }

    private void sign(PDPageContentStream on) throws IOException {
        Style.Colour gold = Style.Colour.GOLD;
        on.setStrokingColor(gold.red(), gold.green(), gold.blue());
        on.setLineWidth(Sheets.points(4 * scale));
        on.setLineCapStyle(1);
        on.setLineJoinStyle(1);
        move(on, 26.2, 14.5);
        line(on, 26.2, 22.8);
        arc(on, 30.4, 22.8, 4.2, 180, 0);
        line(on, 34.6, 20);
        arc(on, 20.4, 20, 14.2, 0, -297);
        on.stroke();
        move(on, 26.2, 20);
        arc(on, 20.4, 20, 5.8, 0, -360);
        on.stroke();
    }

    /** From one angle to the other, in degrees clockwise from the right; anticlockwise where it falls. */
    private void arc(PDPageContentStream on, double x, double y, double radius, double from, double to)
            throws IOException {
        int parts = (int) Math.ceil(Math.abs(to - from) / QUARTER);
        double step = Math.toRadians((to - from) / parts);
        double handle = 4 / 3.0 * Math.tan(step / 4) * radius;
        double angle = Math.toRadians(from);
        for (int part = 0; part < parts; part++, angle += step) {
            double next = angle + step;
            on.curveTo(
                    x(x + radius * Math.cos(angle) - handle * Math.sin(angle)),
                    y(y + radius * Math.sin(angle) + handle * Math.cos(angle)),
                    x(x + radius * Math.cos(next) + handle * Math.sin(next)),
                    y(y + radius * Math.sin(next) - handle * Math.cos(next)),
                    x(x + radius * Math.cos(next)),
                    y(y + radius * Math.sin(next)));
        }
    }

    private void move(PDPageContentStream on, double x, double y) throws IOException {
        on.moveTo(x(x), y(y));
    }

    private void line(PDPageContentStream on, double x, double y) throws IOException {
        on.lineTo(x(x), y(y));
    }

    private float x(double x) {
        return Sheets.points(left + x * scale);
    }

    private float y(double y) {
        return Sheets.points(Sheets.HEIGHT - top - y * scale);
    }
}
