package es.clave.messaging;

import java.util.List;

/** For development: mails as lines of a {@link DevelopmentFile}. */
final class FileEmailSender implements EmailSender {

    private final DevelopmentFile file;

    FileEmailSender(DevelopmentFile file) {
        this.file = file;
    }

    @Override
    public SendResult send(Email email, Attempt attempt) {
        return file.take(
                new DevelopmentFile.Line(
                        "email", email.to(), email.subject(), email.text(), email.attachments(), List.of()),
                attempt);
    }

    @Override
    public void close() {}
}
