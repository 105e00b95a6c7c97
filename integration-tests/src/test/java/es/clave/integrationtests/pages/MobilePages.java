package es.clave.integrationtests.pages;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The pages of Cl@ve Móvil in a browser. */
public final class MobilePages {

    private final Page page;

    public MobilePages(Page page) {
        this.page = page;
    }

    /** Chooses Cl@ve Móvil and waits for its QR. */
    public MobilePages choose() {
        page.locator("#clave-ways, #clave-mobile-qr").first().waitFor();
        WayPages ways = new WayPages(page);
        if (ways.way("mobile").isVisible()) {
            ways.choose("mobile");
        }
        qr().waitFor();
        return this;
    }

    public Locator qr() {
        return page.locator("#clave-mobile-qr .qr");
    }

    /** What a phone's camera reads off the screen, after {@code #scan=}. */
    public String scanned() {
        try {
            LuminanceSource seen =
                    new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(qr().screenshot())));
            return Stream.of(new HybridBinarizer(seen), new GlobalHistogramBinarizer(seen))
                    .map(BinaryBitmap::new)
                    .flatMap(picture -> Stream.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE)
                            .flatMap(hint -> read(picture, hint).stream()))
                    .findFirst()
                    .map(text -> after(text, "#scan="))
                    .orElseThrow(() -> new AssertionError("the QR cannot be read"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A camera looks more than once, and in more than one way. */
    private static Optional<String> read(BinaryBitmap picture, DecodeHintType hint) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(picture, Map.of(hint, Boolean.TRUE))
                    .getText());
        } catch (ReaderException notThisWay) {
            return Optional.empty();
        }
    }

    /** What the link for the same phone holds. */
    public String linked() {
        return after(page.locator("#clave-mobile-qr a.button").getAttribute("href"), "#open=");
    }

    private static String after(String link, String mark) {
        return link.substring(link.indexOf(mark) + mark.length());
    }

    /** The page after the scan. */
    public Locator scannedBy() {
        return page.locator("#clave-mobile-waiting .fact").first();
    }

    /** The digits to type into the app. */
    public String digits() {
        return page.locator(".digits__value").innerText().replace(" ", "");
    }

    /** The page that says that it is over. */
    public Locator over() {
        return page.locator("#clave-mobile-over");
    }

    /** What the page says at its top. */
    public Locator alert() {
        return page.locator("main [role=alert]");
    }

    /** Presses a button. */
    public void press(String step) {
        page.locator("button[name=step][value=" + step + "]").click();
    }

    /** Types a document in place of scanning. */
    public void identify(String nationalId, String contrastDatum) {
        press("document");
        page.locator("#nationalId").fill(nationalId);
        page.locator("#contrastDatum").fill(contrastDatum);
        press("request");
    }
}
