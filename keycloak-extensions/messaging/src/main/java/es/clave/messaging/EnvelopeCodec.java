package es.clave.messaging;

import es.clave.identity.MobileNumber;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Envelopes as bytes. A text message is written as it always was: rows of before an upgrade are still read after it. */
final class EnvelopeCodec {

    private EnvelopeCodec() {}

    static void write(Envelope envelope, DataOutputStream out) throws IOException {
        if (envelope instanceof Envelope.OfSms sms) {
            out.writeUTF(sms.to().map(MobileNumber::e164).orElse(""));
            out.writeUTF(sms.text());
        } else if (envelope instanceof Envelope.OfEmail email) {
            write(email.email(), out);
        } else if (envelope instanceof Envelope.OfLetter letter) {
            write(letter.letter(), out);
        } else if (envelope instanceof Envelope.OfPush push) {
            write(push.push(), out);
        }
    }

    static Envelope read(Channel channel, DataInputStream in) throws IOException {
        return switch (channel) {
            case SMS -> {
                String to = in.readUTF();
                yield new Envelope.OfSms(
                        to.isEmpty() ? Optional.empty() : Optional.of(MobileNumber.of(to)), in.readUTF());
            }
            case EMAIL -> new Envelope.OfEmail(email(in));
            case LETTER -> new Envelope.OfLetter(letter(in));
            case PUSH -> new Envelope.OfPush(push(in));
        };
    }

    private static void write(Email email, DataOutputStream out) throws IOException {
        string(email.to(), out);
        string(email.subject(), out);
        string(email.text(), out);
        out.writeInt(email.attachments().size());
        for (Attachment attachment : email.attachments()) {
            write(attachment, out);
        }
        out.writeLong(email.usefulUntil().toEpochMilli());
    }

    private static Email email(DataInputStream in) throws IOException {
        String to = string(in);
        String subject = string(in);
        String text = string(in);
        List<Attachment> attachments = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            attachments.add(attachment(in));
        }
        return new Email(to, subject, text, attachments, Instant.ofEpochMilli(in.readLong()));
    }

    private static void write(Letter letter, DataOutputStream out) throws IOException {
        string(letter.reference(), out);
        strings(letter.addressLines(), out);
        string(letter.country(), out);
        string(letter.language().toLanguageTag(), out);
        write(letter.document(), out);
        out.writeInt(letter.pages());
        string(letter.summary(), out);
        strings(letter.links().stream().map(URI::toString).toList(), out);
        out.writeLong(letter.usefulUntil().toEpochMilli());
    }

    private static Letter letter(DataInputStream in) throws IOException {
        return new Letter(
                string(in),
                strings(in),
                string(in),
                Locale.forLanguageTag(string(in)),
                attachment(in),
                in.readInt(),
                string(in),
                strings(in).stream().map(URI::create).toList(),
                Instant.ofEpochMilli(in.readLong()));
    }

    private static void write(Push push, DataOutputStream out) throws IOException {
        string(push.deviceId(), out);
        string(push.of().e164(), out);
        out.writeBoolean(push.target().isPresent());
        if (push.target().isPresent()) {
            string(push.target().get().endpoint(), out);
            string(push.target().get().key(), out);
            string(push.target().get().secret(), out);
        }
        string(push.payload(), out);
        out.writeLong(push.usefulUntil().toEpochMilli());
    }

    private static Push push(DataInputStream in) throws IOException {
        String deviceId = string(in);
        MobileNumber of = MobileNumber.of(string(in));
        Optional<Push.Target> target =
                in.readBoolean() ? Optional.of(new Push.Target(string(in), string(in), string(in))) : Optional.empty();
        return new Push(deviceId, of, target, string(in), Instant.ofEpochMilli(in.readLong()));
    }

    private static void write(Attachment attachment, DataOutputStream out) throws IOException {
        string(attachment.fileName(), out);
        string(attachment.mediaType(), out);
        bytes(attachment.content(), out);
    }

    private static Attachment attachment(DataInputStream in) throws IOException {
        return new Attachment(string(in), string(in), bytes(in));
    }

    private static void strings(List<String> values, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            string(value, out);
        }
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        List<String> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(string(in));
        }
        return values;
    }

    /** Not {@code writeUTF}, which ends at 64 KiB. */
    private static void string(String value, DataOutputStream out) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8), out);
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(byte[] value, DataOutputStream out) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
