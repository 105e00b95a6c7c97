package es.clave.integrationtests.harness;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A letter that came, as whoever opens it has it. */
public record ReceivedLetter(Messages.Message message, Path pages) {

    private static final Pattern CODE = Pattern.compile("([A-HJKMNP-Z2-9]{4} ){3}[A-HJKMNP-Z2-9]{4}");
    private static final int CAMERA_DPI = 150;

    /** All words of it. */
    public String text() {
        return in(document -> {
            try {
                return new PDFTextStripper().getText(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The CSV, in groups of four as it is printed. */
    public String code() {
        return codeIfAny().orElseThrow(() -> new AssertionError("A letter without a code"));
    }

    /** Empty in a reminder. */
    public Optional<String> codeIfAny() {
        Matcher code = CODE.matcher(text());
        return code.find() ? Optional.of(code.group()) : Optional.empty();
    }

    /** Where a telephone goes that is held over its QR code. */
    public URI qr() {
        return in(document -> {
            try {
                return URI.create(new MultiFormatReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(
                                new PDFRenderer(document).renderImageWithDPI(0, CAMERA_DPI)))))
                        .getText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NotFoundException unreadable) {
                throw new AssertionError("The letter has no QR code that can be read", unreadable);
            }
        });
    }

    private <T> T in(Function<PDDocument, T> reading) {
        try (PDDocument document = Loader.loadPDF(pages.toFile())) {
            return reading.apply(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
