package es.clave.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** An address as a QR code (ISO/IEC 18004), drawn as squares: sharp at every size. */
final class QrCode {

    private static final int QUIET_ZONE = 4;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    static QrCode of(URI address) {
        try {
            return new QrCode(new QRCodeWriter()
                    .encode(
                            address.toString(),
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE)));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("an address that no QR code holds", tooLong);
        }
    }

    void draw(PDPageContentStream on, double left, double top, double size) throws IOException {
        double side = size / modules.getWidth();
        Style.Colour ink = Style.Colour.INK;
        on.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    on.addRect(
                            Sheets.points(left + x * side),
                            Sheets.points(Sheets.HEIGHT - top - (y + 1) * side),
                            Sheets.points(side),
                            Sheets.points(side));
                }
            }
        }
        on.fill();
    }
}
