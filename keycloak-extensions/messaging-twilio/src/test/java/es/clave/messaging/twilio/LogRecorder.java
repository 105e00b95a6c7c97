package es.clave.messaging.twilio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Everything that is logged at any level, except by the server's HTTP client: its debug log shows whole requests, those of
 * Keycloak's own features too, and is an operator's decision.
 */
final class LogRecorder extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Logger httpClient = Logger.getLogger("org.apache.http");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogRecorder() {
        setLevel(Level.ALL);
    }

    static LogRecorder start() {
        LogRecorder recorder = new LogRecorder();
        recorder.httpClient.setLevel(Level.INFO);
        recorder.root.setLevel(Level.ALL);
        recorder.root.addHandler(recorder);
        return recorder;
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(record.getLoggerName() + " " + new SimpleFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
