package es.clave.integrationtests.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A citizen's phone with APP Cl@ve: a browser of its own with a camera, before which the test holds what the camera is to
 * see.
 */
public final class AppPhone implements AutoCloseable {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;
    private static final int CAMERA = 640;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Clave clave;
    private final Path seen;
    private final Chromium chromium;
    private final BrowserContext context;
    private final Page page;

    private AppPhone(Clave clave, Browser.NewContextOptions options) {
        this.clave = clave;
        try {
            this.seen = Files.createTempFile("camera", ".mjpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        show(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        this.chromium = new Chromium(List.of(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + seen));
        this.context = chromium.browser()
                .newContext(options.setViewportSize(WIDTH, HEIGHT)
                        // No address of its own: a header more would make its calls others than an app's (CORS).
                        .setPermissions(List.of("camera")));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
    }

    /** One whose owner reads Spanish. */
    public static AppPhone of(Clave clave) {
        return of(clave, new Browser.NewContextOptions().setLocale("es-ES"));
    }

    /** One with this language, light or dark. */
    public static AppPhone of(Clave clave, Browser.NewContextOptions options) {
        return new AppPhone(clave, options);
    }

    public Page page() {
        return page;
    }

    /** Opens the app, at a place in it. */
    public void open(String hash) {
        page.navigate(clave.app() + hash);
    }

    /** From here on the camera sees this picture. It looks when the app opens it. */
    public void holdBefore(byte[] png) {
        try {
            show(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(BufferedImage picture) {
        BufferedImage frame = new BufferedImage(CAMERA, CAMERA, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = frame.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, CAMERA, CAMERA);
        int margin = CAMERA / 12;
        graphics.drawImage(picture, margin, margin, CAMERA - 2 * margin, CAMERA - 2 * margin, null);
        graphics.dispose();
        try {
            ImageIO.write(frame, "jpeg", seen.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        chromium.close();
        try {
            Files.deleteIfExists(seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
