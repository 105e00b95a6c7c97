package es.clave.messaging;

import java.util.List;
import java.util.UUID;

/** For development: text messages as lines of a {@link DevelopmentFile}. */
final class FileSmsSender implements SmsSender {

    private final DevelopmentFile file;

    FileSmsSender(DevelopmentFile file) {
        this.file = file;
    }

    @Override
    public SendResult send(Sms sms) {
        return send(sms, new Attempt("", UUID.randomUUID().toString(), 1));
    }

    @Override
    public SendResult send(Sms sms, Attempt attempt) {
        return file.take(
                new DevelopmentFile.Line("sms", sms.to().e164(), "", sms.text(), List.of(), List.of()), attempt);
    }

    @Override
    public void close() {}
}
