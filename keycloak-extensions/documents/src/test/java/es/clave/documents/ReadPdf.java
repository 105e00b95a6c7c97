package es.clave.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A document as its reader has it. */
final class ReadPdf implements AutoCloseable {

    /** A letter and where its box is, in millimetres from the upper left corner. */
    record Glyph(String letter, double left, double top, double right, double bottom) {}

    private static final double MM_PER_POINT = 25.4 / 72;
    private static final int PRINT_DPI = 150;

    private final PDDocument document;

    ReadPdf(Pdf pdf) {
        try {
            document = Loader.loadPDF(pdf.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDDocument document() {
        return document;
    }

    /** All words, as one line. */
    String text() throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    List<Glyph> glyphs() throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
                double left = at.getXDirAdj() * MM_PER_POINT;
                double bottom = at.getYDirAdj() * MM_PER_POINT;
                glyphs.add(new Glyph(
                        at.getUnicode(),
                        left,
                        bottom - at.getHeightDir() * MM_PER_POINT,
                        left + at.getWidthDirAdj() * MM_PER_POINT,
                        bottom));
            }
        }.getText(document);
        return glyphs;
    }

    /** What a camera reads of the first sheet. */
    String qr() throws IOException, NotFoundException {
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(
                        new BufferedImageLuminanceSource(new PDFRenderer(document).renderImageWithDPI(0, PRINT_DPI)))))
                .getText();
    }

    List<PDFont> fonts() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
