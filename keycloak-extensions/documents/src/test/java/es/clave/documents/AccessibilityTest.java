package es.clave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.RegistrationLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a screen reader, a search, and a machine without our typefaces need. */
class AccessibilityTest {

    static List<Pdf> documents() {
        Locale catalan = Locale.forLanguageTag("ca");
        return List.of(
                LetterPdf.of(Samples.letter(catalan, Samples.letterCode())),
                ReceiptPdf.of(Samples.receipt(catalan, RegistrationLevel.BASIC, Optional.empty())),
                ReceiptPdf.of(Samples.receipt(catalan, RegistrationLevel.ADVANCED, Optional.of("Oficina"))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void languageAndTitleAreKnown(Pdf pdf) throws Exception {
        try (ReadPdf read = new ReadPdf(pdf)) {
            PDDocumentCatalog catalog = read.document().getDocumentCatalog();

            assertThat(catalog.getLanguage()).isEqualTo("ca");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(read.document().getDocumentInformation().getTitle()).contains("Cl@ve");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTypefaceIsEmbeddedAsASubset(Pdf pdf) throws Exception {
        try (ReadPdf read = new ReadPdf(pdf)) {
            assertThat(read.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded).allSatisfy(font -> assertThat(
                            font.getName())
                    .matches("[A-Z]{6}\\+Liberation.*"));
        }
        assertThat(pdf.bytes().length).isLessThan(60_000);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void allThatIsDrawnIsAnElementOrAnOrnament(Pdf pdf) throws Exception {
        try (ReadPdf read = new ReadPdf(pdf)) {
            for (PDPage page : read.document().getPages()) {
                int depth = 0;
                for (Object token : new PDFStreamParser(page).parse()) {
                    if (token instanceof Operator operator) {
                        switch (operator.getName()) {
                            case "BDC", "BMC" -> depth++;
                            case "EMC" -> depth--;
                            case "Tj", "TJ", "f", "S" -> assertThat(depth).isEqualTo(1);
                            default -> assertThat(depth).isBetween(0, 1);
                        }
                    }
                }
                assertThat(depth).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyMarkLeadsToItsElement(Pdf pdf) throws Exception {
        try (ReadPdf read = new ReadPdf(pdf)) {
            Map<Integer, COSObjectable> parents = read.document()
                    .getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getParentTree()
                    .getNumbers();
            int marks = 0;
            for (PDPage page : read.document().getPages()) {
                PDParentTreeValue elements = (PDParentTreeValue) parents.get(page.getStructParents());
                marks += ((COSArray) elements.getCOSObject()).size();
            }
            assertThat(leaves(read.document().getDocumentCatalog().getStructureTreeRoot()))
                    .hasSize(marks);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thereIsOneHeadingOfAllAndOthersBelowIt(Pdf pdf) throws Exception {
        try (ReadPdf read = new ReadPdf(pdf)) {
            List<String> types = leaves(read.document().getDocumentCatalog().getStructureTreeRoot()).stream()
                    .map(PDStructureElement::getStructureType)
                    .toList();

            assertThat(types).containsOnlyOnce("H1").contains("H2", "Lbl", "LBody", "P");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPictureHasWords(Pdf pdf) throws IOException {
        try (ReadPdf read = new ReadPdf(pdf)) {
            assertThat(leaves(read.document().getDocumentCatalog().getStructureTreeRoot()))
                    .filteredOn(element -> element.getStructureType().equals("Figure"))
                    .allSatisfy(figure ->
                            assertThat(figure.getAlternateDescription()).contains(Samples.PAGE.toString()));
        }
    }

    /** The elements to which marks belong, in the order in which they are read out. */
    private static List<PDStructureElement> leaves(PDStructureNode node) {
        List<PDStructureElement> leaves = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                leaves.addAll(leaves(element));
            } else if (node instanceof PDStructureElement element) {
                leaves.add(element);
            }
        }
        return leaves;
    }
}
