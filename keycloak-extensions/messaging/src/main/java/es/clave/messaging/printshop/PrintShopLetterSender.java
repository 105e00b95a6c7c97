package es.clave.messaging.printshop;

import es.clave.messaging.Attempt;
import es.clave.messaging.Letter;
import es.clave.messaging.LetterSender;
import es.clave.messaging.SendResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Puts letters into the folder that is shared with the print shop. */
final class PrintShopLetterSender implements LetterSender {

    private static final Logger LOG = Logger.getLogger(PrintShopLetterSender.class);

    private final Path folder;
    private final Clock clock;

    PrintShopLetterSender(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public SendResult send(Letter letter, Attempt attempt) {
        try {
            PrintFolder shared = new PrintFolder(folder);
            if (!attempt.mayBeKnown() || !shared.knows(letter.reference())) {
                shared.take(letter, clock.instant());
            }
            return new SendResult.Accepted(letter.reference());
        } catch (IOException trouble) {
            LOG.warnf("Cannot write to %s: %s", folder, trouble.getClass().getSimpleName());
            return new SendResult.Retry("folder: " + trouble.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {}
}
