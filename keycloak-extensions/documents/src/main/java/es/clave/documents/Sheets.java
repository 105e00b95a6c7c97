package es.clave.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Sheets of A4 on which one writes and draws, in millimetres from the upper left corner. Every word belongs to an element of
 * the document's structure, so that it can be read out (ISO 32000-1, 14.8); what only adorns is marked as such.
 */
final class Sheets implements AutoCloseable {

    /** A sheet's width. */
    static final double WIDTH = 210;

    /** A sheet's height. */
    static final double HEIGHT = 297;

    /** Something that is drawn. */
    interface Drawing {
        void on(PDPageContentStream stream) throws IOException;
    }

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final PDDocument document = new PDDocument();
    private final Fonts fonts;
    private final PDStructureElement root;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final TreeMap<Integer, PDParentTreeValue> parents = new TreeMap<>();
    private List<PDStructureElement> marked = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream stream;

    Sheets(Locale language, String title) throws IOException {
        fonts = new Fonts(document);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.toLanguageTag());
        catalog.setStructureTreeRoot(tree);
        PDMarkInfo markInfo = new PDMarkInfo();
        markInfo.setMarked(true);
        catalog.setMarkInfo(markInfo);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Cl@ve");
        root = new PDStructureElement("Document", tree);
        tree.appendKid(root);
        newPage();
    }

    Fonts fonts() {
        return fonts;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    void newPage() throws IOException {
        finishPage();
        page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setInt(COSName.STRUCT_PARENTS, document.getNumberOfPages());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        marked = new ArrayList<>();
        stream = new PDPageContentStream(document, page);
    }

    private void finishPage() throws IOException {
        if (page == null) {
            return;
        }
        stream.close();
        COSArray elements = new COSArray();
        marked.forEach(elements::add);
        parents.put(document.getNumberOfPages() - 1, new PDParentTreeValue(elements));
    }

    /** An element that holds others: {@code L}, {@code LI}, {@code Sect}. */
    PDStructureElement group(PDStructureNode parent, String type) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** The document itself, of which all elements are parts. */
    PDStructureElement root() {
        return root;
    }

    /** Writes lines of one element, one below the other, and answers where the next would begin. */
    double write(PDStructureNode parent, String type, Style style, double x, double top, List<String> lines)
            throws IOException {
        PDStructureElement element = element(parent, type);
        begin(element);
        double below = top;
        for (String line : lines) {
            show(style, x, below, fonts.printable(line, style));
            below += style.lineMm();
        }
        stream.endMarkedContent();
        return below;
    }

    /** Writes a text in lines of this width, and answers where the next would begin. */
    double paragraph(String type, Style style, double x, double top, double width, String text) throws IOException {
        return write(root, type, style, x, top, fonts.wrap(text, style, width));
    }

    /** Draws a picture that means what the words say. */
    void figure(String words, Drawing drawing) throws IOException {
        PDStructureElement element = element(root, "Figure");
        element.setAlternateDescription(words);
        begin(element);
        drawing.on(stream);
        stream.endMarkedContent();
    }

    /** Draws what only adorns. */
    void adorn(Drawing drawing) throws IOException {
        stream.beginMarkedContent(COSName.ARTIFACT);
        drawing.on(stream);
        stream.endMarkedContent();
    }

    /** Writes what is not part of what the document says, such as the number of a page. */
    void adornWith(Style style, double x, double top, String text) throws IOException {
        stream.beginMarkedContent(COSName.ARTIFACT);
        show(style, x, top, fonts.printable(text, style));
        stream.endMarkedContent();
    }

    void rectangle(Style.Colour colour, double x, double top, double width, double height) throws IOException {
        adorn(on -> fill(on, colour, x, top, width, height));
    }

    static void fill(PDPageContentStream on, Style.Colour colour, double x, double top, double width, double height)
            throws IOException {
        on.setNonStrokingColor(colour.red(), colour.green(), colour.blue());
        on.addRect(points(x), points(HEIGHT - top - height), points(width), points(height));
        on.fill();
    }

    static float points(double mm) {
        return (float) (mm * POINTS_PER_MM);
    }

    private PDStructureElement element(PDStructureNode parent, String type) {
        PDStructureElement element = group(parent, type);
        element.setPage(page);
        return element;
    }

    private void begin(PDStructureElement element) throws IOException {
        int mark = marked.size();
        stream.beginMarkedContent(COSName.getPDFName(element.getStructureType()), mark);
        element.appendKid(mark);
        marked.add(element);
    }

    private void show(Style style, double x, double top, String line) throws IOException {
        stream.beginText();
        stream.setFont(fonts.of(style), style.points());
        stream.setNonStrokingColor(
                style.colour().red(), style.colour().green(), style.colour().blue());
        stream.newLineAtOffset(points(x), points(HEIGHT - top - style.baselineMm()));
        stream.showText(line);
        stream.endText();
    }

    /** The document; nothing can be written any more. */
    Pdf finish() throws IOException {
        finishPage();
        PDNumberTreeNode parentTree = new PDNumberTreeNode(PDParentTreeValue.class);
        parentTree.setNumbers(new TreeMap<>(parents));
        tree.setParentTree(parentTree);
        tree.setParentTreeNextKey(document.getNumberOfPages());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return new Pdf(out.toByteArray(), document.getNumberOfPages());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
