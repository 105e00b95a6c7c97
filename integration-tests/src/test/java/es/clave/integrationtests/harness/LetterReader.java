package es.clave.integrationtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads what stands on paper. */
public final class LetterReader {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}( [0-9A-Z]{4}){3}");

    private LetterReader() {}

    /** The words of a PDF, as one line. */
    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one code of sixteen characters that a PDF has. */
    public static String code(byte[] pdf) {
        Matcher code = CODE.matcher(text(pdf));
        if (!code.find()) {
            throw new AssertionError("There is no code on the paper");
        }
        return code.group();
    }

    /** The code of the letter in this file. */
    public static String code(Path letter) {
        try {
            return code(Files.readAllBytes(letter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
