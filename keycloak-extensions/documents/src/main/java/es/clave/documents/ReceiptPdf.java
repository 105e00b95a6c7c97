package es.clave.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The registration receipt: what was registered, the activation code and how to use it, the conditions. */
public final class ReceiptPdf {

    private static final double LEFT = 25;
    private static final double WIDTH = 160;
    private static final double LABEL_WIDTH = 55;
    private static final double TOP = 16;
    private static final double BOTTOM = 278;
    private static final double CODE_BOX_HEIGHT = 25;
    private static final double SIGNATURES_HEIGHT = 42;
    private static final int STEPS = 4;
    private static final int CONDITIONS = 5;
    private static final double GAP = 1.2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final RegistrationReceipt receipt;
    private final Texts texts;
    private final Sheets sheets;
    private double below = TOP;

    private ReceiptPdf(RegistrationReceipt receipt, Texts texts, Sheets sheets) {
        this.receipt = receipt;
        this.texts = texts;
        this.sheets = sheets;
    }

    /** Makes the receipt. */
    public static Pdf of(RegistrationReceipt receipt) {
        Texts texts = Texts.in(receipt.language());
        try (Sheets sheets = new Sheets(texts.language(), texts.text("receipt.title"))) {
            new ReceiptPdf(receipt, texts, sheets).write();
            return sheets.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write() throws IOException {
        head();
        facts();
        code();
        heading("receipt.activateTitle");
        numbered("receipt.activate", STEPS);
        heading("receipt.opensTitle");
        paragraph(texts.text("receipt.opens." + receipt.level()));
        paragraph(texts.text("receipt.pin", receipt.home()));
        heading("receipt.conditionsTitle");
        bullets("receipt.condition", CONDITIONS);
        if (receipt.office().isPresent()) {
            signatures(receipt.office().get());
        }
        foot();
    }

    private void head() throws IOException {
        Emblem.draw(sheets, LEFT, TOP, 13);
        sheets.paragraph("P", Style.TITLE.smaller(0.95f), LEFT + 17, TOP, WIDTH, "Cl@ve");
        sheets.paragraph("P", Style.SMALL.smaller(1.1f), LEFT + 17, TOP + 8, WIDTH, texts.text("sender"));
        below = sheets.paragraph("H1", Style.TITLE, LEFT, TOP + 20, WIDTH, texts.text("receipt.title")) + 2;
    }

    private void facts() throws IOException {
        fact("receipt.name", receipt.name());
        fact("receipt.nationalId", receipt.nationalId().value());
        fact(
                "receipt.registeredAt",
                texts.date(receipt.registeredAt().toLocalDate()) + ", " + TIME.format(receipt.registeredAt()));
        fact("receipt.way", texts.text("receipt.way." + receipt.way()));
        fact("receipt.level", texts.text("receipt.level." + receipt.level()));
        fact("receipt.mobile", receipt.mobile().e164());
        if (receipt.email().isPresent()) {
            fact("receipt.email", receipt.email().get());
        }
        below += 2;
    }

    private void fact(String label, String value) throws IOException {
        List<String> lines = sheets.fonts().wrap(value, Style.STRONG, WIDTH - LABEL_WIDTH);
        PDStructureElement group = sheets.group(sheets.root(), "Div");
        sheets.write(
                group,
                "P",
                Style.BODY.in(Style.Colour.MUTED),
                LEFT,
                below,
                sheets.fonts().wrap(texts.text(label), Style.BODY, LABEL_WIDTH));
        below = sheets.write(group, "P", Style.STRONG, LEFT + LABEL_WIDTH, below, lines) + 0.8;
        sheets.rectangle(Style.Colour.LINE, LEFT, below, WIDTH, 0.2);
        below += 0.8;
    }

    private void code() throws IOException {
        sheets.rectangle(Style.Colour.TINT, LEFT, below, WIDTH, CODE_BOX_HEIGHT);
        sheets.rectangle(Style.Colour.PRIMARY, LEFT, below, 1.2, CODE_BOX_HEIGHT);
        double inside = LEFT + 6;
        double line =
                sheets.paragraph("H2", Style.HEADING, inside, below + 2.5, WIDTH - 12, texts.text("receipt.codeTitle"));
        line = sheets.paragraph(
                "P", Style.CODE, inside, line + 0.5, WIDTH - 12, receipt.code().grouped());
        sheets.paragraph("P", Style.SMALL, inside, line + 0.3, WIDTH - 12, texts.text("receipt.codeHint"));
        below += CODE_BOX_HEIGHT + 2;
    }

    private void heading(String key) throws IOException {
        need(Style.HEADING.lineMm() + 3 * Style.BODY.lineMm());
        below = sheets.paragraph("H2", Style.HEADING, LEFT, below + 2.5, WIDTH, texts.text(key)) + 0.5;
    }

    private void paragraph(String text) throws IOException {
        List<String> lines = sheets.fonts().wrap(text, Style.BODY, WIDTH);
        need(lines.size() * Style.BODY.lineMm());
        below = sheets.write(sheets.root(), "P", Style.BODY, LEFT, below, lines) + GAP;
    }

    private void numbered(String key, int count) throws IOException {
        PDStructureElement list = sheets.group(sheets.root(), "L");
        for (int number = 1; number <= count; number++) {
            item(list, number + ".", texts.text(key + number, receipt.home()));
        }
    }

    private void bullets(String key, int count) throws IOException {
        PDStructureElement list = sheets.group(sheets.root(), "L");
        for (int number = 1; number <= count; number++) {
            item(list, "•", texts.text(key + number));
        }
    }

    private void item(PDStructureElement list, String label, String text) throws IOException {
        List<String> lines = sheets.fonts().wrap(text, Style.BODY, WIDTH - 6);
        need(lines.size() * Style.BODY.lineMm());
        PDStructureElement item = sheets.group(list, "LI");
        sheets.write(item, "Lbl", Style.STRONG.in(Style.Colour.PRIMARY), LEFT, below, List.of(label));
        below = sheets.write(item, "LBody", Style.BODY, LEFT + 6, below, lines) + GAP;
    }

    private void signatures(String office) throws IOException {
        need(SIGNATURES_HEIGHT);
        heading("receipt.signaturesTitle");
        paragraph(texts.text("receipt.signatures", office));
        double width = WIDTH / 2 - 5;
        double line = below + 20;
        for (int column = 0; column < 2; column++) {
            double left = LEFT + column * (width + 10);
            sheets.rectangle(Style.Colour.MUTED, left, line, width, 0.25);
            sheets.paragraph(
                    "P",
                    Style.SMALL,
                    left,
                    line + 1,
                    width,
                    texts.text(column == 0 ? "receipt.signCitizen" : "receipt.signRegistrar"));
        }
        below = line + 8;
    }

    /** Goes to another sheet where so much room is not left. */
    private void need(double height) throws IOException {
        if (below + height > BOTTOM) {
            foot();
            sheets.newPage();
            below = TOP;
        }
    }

    private void foot() throws IOException {
        sheets.rectangle(Style.Colour.LINE, LEFT, 284, WIDTH, 0.2);
        sheets.adornWith(Style.SMALL, LEFT, 285.5, texts.text("receipt.foot", sheets.pages()));
    }
}
