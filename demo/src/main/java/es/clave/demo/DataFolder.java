package es.clave.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** The demo's state between runs: database, keys and secrets, messages, logs. One demo uses it at a time. */
final class DataFolder implements AutoCloseable {

    private static final String PORT_OFFSET = "port-offset";
    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final FileLock lock;
    private final Properties kept;
    private final SecureRandom random = new SecureRandom();

    private DataFolder(Path folder, FileLock lock, Properties kept) {
        this.folder = folder;
        this.lock = lock;
        this.kept = kept;
    }

    /** Takes the folder, and makes it if it is not there. */
    static DataFolder open(Path folder, Ports ports) throws Trouble {
        try {
            createPrivate(folder);
            FileLock lock = lock(folder)
                    .orElseThrow(() -> new Trouble("The folder " + folder
                            + " is in use by a demo that runs; stop that one or give another folder with --data."));
            DataFolder opened = new DataFolder(folder, lock, load(folder.resolve("demo.properties")));
            opened.requireOffset(ports);
            return opened;
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A secret of that name: made once, at random, and kept. */
    String secret(String name) throws IOException {
        String key = "secret." + name;
        if (kept.getProperty(key) == null) {
            byte[] bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            kept.setProperty(key, Base64.getEncoder().encodeToString(bytes));
            save();
        }
        return kept.getProperty(key);
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The addresses of the agencies are in the database: elsewhere their logins would be refused, for no visible reason. */
    private void requireOffset(Ports ports) throws Trouble, IOException {
        String before = kept.getProperty(PORT_OFFSET);
        String now = String.valueOf(ports.offset());
        if (before == null) {
            kept.setProperty(PORT_OFFSET, now);
            save();
        } else if (!before.equals(now)) {
            close();
            throw new Trouble("The folder " + folder + " was made with --port-offset " + before
                    + "; use that offset or give another folder with --data.");
        }
    }

    private void save() throws IOException {
        try (OutputStream out = Files.newOutputStream(file("demo.properties"))) {
            kept.store(out, "The state of the demo; delete the whole folder to begin anew");
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
        return properties;
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @SuppressWarnings("resource") // The lock holds as long as its channel is open; close() closes it.
    private static Optional<FileLock> lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
    }
}
