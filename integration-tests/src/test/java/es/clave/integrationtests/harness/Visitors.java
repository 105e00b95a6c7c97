package es.clave.integrationtests.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The people of one test, each at a browser of their own and at an internet address of their own, so that no test runs
 * into the limits that another used up.
 */
public final class Visitors implements AutoCloseable {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Chromium chromium;
    private final ExtensionContext test;
    private final List<BrowserContext> browsers = new ArrayList<>();

    Visitors(Chromium chromium, ExtensionContext test) {
        this.chromium = chromium;
        this.test = test;
    }

    /** Somebody who reads Spanish at a screen of usual size. */
    public Page open() {
        return open(new Browser.NewContextOptions());
    }

    /** Somebody with this screen, this language, JavaScript or none. */
    public Page open(Browser.NewContextOptions options) {
        return open(options, newAddress());
    }

    /** Somebody at this internet address. */
    public Page open(Browser.NewContextOptions options, String address) {
        if (options.locale == null) {
            options.setLocale("es-ES");
        }
        BrowserContext browser =
                chromium.browser().newContext(options.setExtraHTTPHeaders(Map.of("X-Forwarded-For", address)));
        browser.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        browser.clock().install();
        browsers.add(browser);
        return browser.newPage();
    }

    /** An internet address that nobody of this run had before. */
    public static String newAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "10.20." + number / 250 + "." + (1 + number % 250);
    }

    /** Closes the browsers; what the people of a failed test last saw is kept as pictures. */
    @Override
    public void close() {
        int count = 0;
        for (BrowserContext browser : browsers) {
            for (Page page : browser.pages()) {
                if (test.getExecutionException().isPresent()) {
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(picture(++count)));
                }
            }
            browser.close();
        }
    }

    private Path picture(int number) {
        return Paths.target()
                .resolve("failures")
                .resolve(test.getRequiredTestClass().getSimpleName() + "."
                        + test.getDisplayName().replaceAll("[^A-Za-z0-9]+", "_") + "-" + number + ".png");
    }
}
