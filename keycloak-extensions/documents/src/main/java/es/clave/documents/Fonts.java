package es.clave.documents;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The typefaces of one document, embedded as far as it uses them. */
final class Fonts {

    private static final float THOUSANDTHS = 1000;
    private static final double MM_PER_POINT = 25.4 / 72;

    private final Map<Style.Face, PDFont> faces = new EnumMap<>(Style.Face.class);

    Fonts(PDDocument document) throws IOException {
        for (Style.Face face : Style.Face.values()) {
            try (InputStream in = Fonts.class.getResourceAsStream(face.file())) {
                faces.put(face, PDType0Font.load(document, in, true));
            }
        }
    }

    PDFont of(Style style) {
        return faces.get(style.face());
    }

    double widthMm(String text, Style style) throws IOException {
        return of(style).getStringWidth(text) / THOUSANDTHS * style.points() * MM_PER_POINT;
    }

    /** The words in lines of at most this width; a word that is wider has one of its own. */
    List<String> wrap(String text, Style style, double widthMm) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text, style).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && widthMm(longer, style) > widthMm) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text in letters that the face has: a name may be written with any, and must not stop a letter. */
    String printable(String text, Style style) {
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letterFor(letter, style))
                .forEach(out::append);
        return out.toString();
    }

    private String letterFor(String letter, Style style) {
        if (has(letter, style)) {
            return letter;
        }
        String bare = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return !bare.isEmpty() && has(bare, style) ? bare : "?";
    }

    private boolean has(String letter, Style style) {
        try {
            of(style).encode(letter);
            return true;
        } catch (IllegalArgumentException | IOException missing) {
            return false;
        }
    }
}
