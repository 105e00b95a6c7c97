package es.clave.messaging;

import java.util.List;
import java.util.Optional;

/** For development: push messages as lines of a {@link DevelopmentFile}, whether or not the device is reached anywhere. */
final class FilePushSender implements PushSender {

    private final DevelopmentFile file;

    FilePushSender(DevelopmentFile file) {
        this.file = file;
    }

    @Override
    public SendResult send(Push push, Attempt attempt) {
        return file.take(
                new DevelopmentFile.Line("push", push.of().e164(), "", push.payload(), List.of(), List.of()), attempt);
    }

    @Override
    public Optional<String> applicationServerKey() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
