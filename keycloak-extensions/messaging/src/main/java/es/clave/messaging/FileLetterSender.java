package es.clave.messaging;

import java.net.URI;
import java.util.List;

/** For development: letters as lines of a {@link DevelopmentFile}, their pages as a file beside it. */
final class FileLetterSender implements LetterSender {

    private final DevelopmentFile file;

    FileLetterSender(DevelopmentFile file) {
        this.file = file;
    }

    @Override
    public SendResult send(Letter letter, Attempt attempt) {
        return file.take(
                new DevelopmentFile.Line(
                        "letter",
                        String.join(", ", letter.addressLines()),
                        "",
                        letter.summary(),
                        List.of(letter.document()),
                        letter.links().stream().map(URI::toString).toList()),
                attempt);
    }

    @Override
    public void close() {}
}
