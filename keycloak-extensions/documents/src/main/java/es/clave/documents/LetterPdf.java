package es.clave.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The invitation letter: one sheet, for an envelope with a window ({@link WindowField}). */
public final class LetterPdf {

    private static final double LEFT = 25;
    private static final double WIDTH = 160;
    private static final double SIDE_COLUMN = 125;
    private static final double SIDE_COLUMN_WIDTH = 60;
    private static final double BODY_TOP = 109;
    private static final double CODE_BOX_HEIGHT = 33;
    private static final double QR_SIDE = 36;
    private static final double STEPS_WIDTH = 118;
    private static final int STEPS = 4;
    private static final double GAP = 2.5;

    private final InvitationLetter letter;
    private final Texts texts;
    private final Sheets sheets;

    private LetterPdf(InvitationLetter letter, Texts texts, Sheets sheets) {
        this.letter = letter;
        this.texts = texts;
        this.sheets = sheets;
    }

    /** What the letter is called. */
    public static String title(InvitationLetter letter) {
        return Texts.in(letter.language()).text(letter.code().isPresent() ? "letter.title" : "letter.reminderTitle");
    }

    /** Makes the letter. */
    public static Pdf of(InvitationLetter letter) {
        Texts texts = Texts.in(letter.language());
        try (Sheets sheets = new Sheets(texts.language(), title(letter))) {
            new LetterPdf(letter, texts, sheets).write();
            return sheets.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write() throws IOException {
        head();
        address();
        side();
        double top = sheets.paragraph("H1", Style.TITLE, LEFT, BODY_TOP, WIDTH, title(letter));
        top = sheets.paragraph("P", Style.BODY, LEFT, top + 1, WIDTH, intro());
        top = code(top + 3);
        top = steps(top + 5);
        top = section(top + 3, "letter.levelTitle", "letter.level");
        section(top + 2.5, "letter.warningTitle", "letter.warning");
        foot();
        foldMarks();
    }

    private String intro() {
        return letter.code().isPresent()
                ? texts.text("letter.intro")
                : texts.text("letter.reminderIntro", texts.date(letter.requestedOn()));
    }

    private void head() throws IOException {
        Emblem.draw(sheets, LEFT, 16, 13);
        sheets.paragraph("P", Style.TITLE.smaller(0.95f), LEFT + 17, 16, WIDTH, "Cl@ve");
        sheets.paragraph("P", Style.SMALL.smaller(1.1f), LEFT + 17, 24, WIDTH, texts.text("sender"));
    }

    private void address() throws IOException {
        double top = sheets.paragraph(
                "P",
                Style.TINY,
                WindowField.TEXT_LEFT,
                WindowField.SAFE_TOP + 1,
                WindowField.TEXT_WIDTH,
                texts.text("letter.return"));
        double room = WindowField.SAFE_BOTTOM - top - 2;
        float factor = 1;
        List<String> lines = addressLines(Style.ADDRESS);
        // A long address is set smaller rather than cut.
        while (lines.size() * Style.ADDRESS.smaller(factor).lineMm() > room && factor > 0.6f) {
            factor -= 0.05f;
            lines = addressLines(Style.ADDRESS.smaller(factor));
        }
        sheets.write(sheets.root(), "P", Style.ADDRESS.smaller(factor), WindowField.TEXT_LEFT, top + 2, lines);
    }

    private List<String> addressLines(Style style) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : letter.addressLines()) {
            lines.addAll(sheets.fonts().wrap(line, style, WindowField.TEXT_WIDTH));
        }
        return lines;
    }

    private void side() throws IOException {
        double top =
                sheets.paragraph("P", Style.BODY, SIDE_COLUMN, 51, SIDE_COLUMN_WIDTH, texts.date(letter.writtenOn()));
        sheets.paragraph(
                "P",
                Style.SMALL,
                SIDE_COLUMN,
                top,
                SIDE_COLUMN_WIDTH,
                texts.text("letter.reference", letter.reference()));
    }

    private double code(double top) throws IOException {
        sheets.rectangle(Style.Colour.TINT, LEFT, top, WIDTH, CODE_BOX_HEIGHT);
        sheets.rectangle(Style.Colour.PRIMARY, LEFT, top, 1.2, CODE_BOX_HEIGHT);
        double inside = LEFT + 6;
        double below =
                sheets.paragraph("H2", Style.HEADING, inside, top + 2.5, WIDTH - 12, texts.text("letter.codeTitle"));
        if (letter.code().isPresent()) {
            below = sheets.paragraph(
                    "P",
                    Style.CODE,
                    inside,
                    below + 0.5,
                    WIDTH - 12,
                    letter.code().get().grouped());
            below = sheets.paragraph("P", Style.SMALL, inside, below, WIDTH - 12, texts.text("letter.codeHint"));
        } else {
            below = sheets.paragraph(
                    "P", Style.BODY, inside, below + 0.5, WIDTH - 12, texts.text("letter.reminderCode"));
        }
        sheets.paragraph(
                "P",
                Style.STRONG,
                inside,
                below + 0.5,
                WIDTH - 12,
                texts.text("letter.validUntil", texts.date(letter.validUntil())));
        return top + CODE_BOX_HEIGHT;
    }

    private double steps(double top) throws IOException {
        double below = sheets.paragraph("H2", Style.HEADING, LEFT, top, STEPS_WIDTH, texts.text("letter.stepsTitle"));
        double listTop = below + 1;
        PDStructureElement list = sheets.group(sheets.root(), "L");
        below = listTop;
        for (int step = 1; step <= STEPS; step++) {
            PDStructureElement item = sheets.group(list, "LI");
            sheets.write(item, "Lbl", Style.STRONG.in(Style.Colour.PRIMARY), LEFT, below, List.of(step + "."));
            below = GAP / 2
                    + sheets.write(
                            item,
                            "LBody",
                            Style.BODY,
                            LEFT + 6,
                            below,
                            sheets.fonts()
                                    .wrap(
                                            texts.text("letter.step" + step, letter.page()),
                                            Style.BODY,
                                            STEPS_WIDTH - 6));
        }
        double qrLeft = LEFT + WIDTH - QR_SIDE;
        QrCode qr = QrCode.of(letter.page());
        sheets.figure(texts.text("letter.qrAlt", letter.page()), on -> qr.draw(on, qrLeft, top, QR_SIDE));
        double caption = sheets.paragraph(
                "Caption", Style.SMALL, qrLeft + 2, top + QR_SIDE, QR_SIDE - 2, texts.text("letter.qrCaption"));
        return Math.max(below, caption);
    }

    private double section(double top, String title, String text) throws IOException {
        double below = sheets.paragraph("H2", Style.HEADING, LEFT, top, WIDTH, texts.text(title));
        return sheets.paragraph("P", Style.BODY, LEFT, below + 0.5, WIDTH, texts.text(text));
    }

    private void foot() throws IOException {
        sheets.rectangle(Style.Colour.LINE, LEFT, 280, WIDTH, 0.2);
        sheets.paragraph("P", Style.SMALL, LEFT, 281.5, WIDTH, texts.text("letter.foot"));
    }

    private void foldMarks() throws IOException {
        for (double fold : new double[] {105, 210}) {
            sheets.rectangle(Style.Colour.MUTED, 4, fold, 4, 0.15);
        }
    }
}
