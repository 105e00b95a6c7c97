package es.clave.messaging.printshop;

import com.fasterxml.jackson.core.JacksonException;
import es.clave.messaging.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Makes batches, and follows what the print shop says of them or does not. Every node does; all of it may be done twice. */
final class PrintJobs {

    private static final Logger LOG = Logger.getLogger(PrintJobs.class);
    private static final String SILENCE = "not acknowledged";

    private final Path path;
    private final PrintSettings settings;
    private final Consumer<Consumer<Outbox>> transaction;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private Instant complained = Instant.MIN;

    /** @param transaction runs work on the outbox in a transaction of its own */
    PrintJobs(Path path, PrintSettings settings, Consumer<Consumer<Outbox>> transaction, Clock clock) {
        this.path = path;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void showIn(MeterRegistry registry) {
        Gauge.builder("clave.letter.unacknowledged", waiting, AtomicLong::get)
                .description("Letters in batches that the print shop has not acknowledged")
                .register(registry);
        Gauge.builder("clave.letter.unacknowledged.oldest", oldestSeconds, AtomicLong::get)
                .description("How long the first of them has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    void run() throws IOException {
        PrintFolder folder = new PrintFolder(path);
        Instant now = clock.instant();
        while (folder.makeBatch(now, settings.batchAfter(), settings.batchLetters())
                .filter(batch -> logged(batch))
                .isPresent()) {
            // There may be more than one holds.
        }
        follow(folder, now);
        folder.forget(now.minus(settings.keep()));
    }

    private static boolean logged(String batch) {
        LOG.infof("Batch %s is ready to be printed", batch);
        return true;
    }

    private void follow(PrintFolder folder, Instant now) throws IOException {
        long letters = 0;
        Duration oldest = Duration.ZERO;
        Optional<String> late = Optional.empty();
        for (String batch : folder.open()) {
            Duration age;
            try {
                age = Duration.between(folder.madeAt(batch), now);
                if (settled(folder, batch) || tooOld(folder, batch, age)) {
                    continue;
                }
                letters += folder.letters(batch).size();
            } catch (NoSuchFileException settledElsewhere) {
                continue;
            }
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
            if (age.compareTo(settings.acknowledgeWithin()) > 0) {
                late = Optional.of(batch);
            }
        }
        waiting.set(letters);
        oldestSeconds.set(oldest.toSeconds());
        if (late.isPresent() && complained.isBefore(now.minus(Duration.ofHours(1)))) {
            complained = now;
            LOG.warnf("The print shop has not acknowledged batch %s, and perhaps others", late.get());
        }
    }

    private boolean settled(PrintFolder folder, String batch) throws IOException {
        Optional<Acknowledgement> said;
        try {
            said = folder.acknowledgement(batch);
        } catch (JacksonException unreadable) {
            LOG.warnf("The acknowledgement of batch %s is not JSON", batch);
            return false;
        }
        if (said.isEmpty()) {
            return false;
        }
        List<String> letters = folder.letters(batch);
        transaction.accept(
                outbox -> letters.forEach(letter -> said.get().of(letter).ifPresent(fate -> {
                    if (fate.posted()) {
                        outbox.posted(letter);
                    } else {
                        outbox.notPosted(letter, fate.reason());
                    }
                })));
        boolean all = letters.stream().allMatch(letter -> said.get().of(letter).isPresent());
        if (all) {
            folder.close(batch);
            LOG.infof("The print shop has acknowledged batch %s, %d letters", batch, letters.size());
        }
        return all;
    }

    private boolean tooOld(PrintFolder folder, String batch, Duration age) throws IOException {
        if (age.compareTo(settings.keep()) < 0) {
            return false;
        }
        List<String> letters = folder.letters(batch);
        transaction.accept(outbox -> letters.forEach(letter -> outbox.notPosted(letter, SILENCE)));
        folder.close(batch);
        LOG.errorf("Batch %s was never acknowledged: its %d letters are erased", batch, letters.size());
        return true;
    }
}
