package es.clave.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the agencies have to say goes to a file: the terminal is for the person who started the demo. */
final class DemoLog {

    private static final int LARGEST_BYTES = 5 * 1024 * 1024;
    private static final Logger ROOT = Logger.getLogger("");

    private DemoLog() {}

    static void toFile(Path folder) throws Trouble {
        try {
            Files.createDirectories(folder);
            FileHandler handler = new FileHandler(folder.resolve("agencies.log").toString(), LARGEST_BYTES, 1, true);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.INFO);
            Arrays.stream(ROOT.getHandlers()).forEach(ROOT::removeHandler);
            ROOT.addHandler(handler);
            // OpenSAML tells every signature it could not verify with every key it tried.
            Logger.getLogger("org.opensaml").setLevel(Level.SEVERE);
            Logger.getLogger("org.apache.xml.security").setLevel(Level.SEVERE);
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
