package es.clave.messaging;

import es.clave.identity.MobileNumber;
import java.time.Instant;
import java.util.Optional;

/** What is sealed: the message, or what would have been one and goes to nobody. */
sealed interface Envelope {

    Channel channel();

    /** What to send; empty if it goes to nobody. */
    Optional<Message> message(Instant usefulUntil);

    static Envelope of(Message message) {
        if (message instanceof Sms sms) {
            return new OfSms(Optional.of(sms.to()), sms.text());
        } else if (message instanceof Email email) {
            return new OfEmail(email);
        } else if (message instanceof Push push) {
            return new OfPush(push);
        }
        return new OfLetter((Letter) message);
    }

    /** A text message, perhaps to nobody. */
    record OfSms(Optional<MobileNumber> to, String text) implements Envelope {

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public Optional<Message> message(Instant usefulUntil) {
            return to.map(number -> new Sms(number, text, usefulUntil));
        }

        @Override
        public String toString() {
            return "OfSms[to=" + to + "]";
        }
    }

    /** A mail. */
    record OfEmail(Email email) implements Envelope {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Optional<Message> message(Instant usefulUntil) {
            return Optional.of(email);
        }
    }

    /** A message that wakes an app. */
    record OfPush(Push push) implements Envelope {

        @Override
        public Channel channel() {
            return Channel.PUSH;
        }

        @Override
        public Optional<Message> message(Instant usefulUntil) {
            return Optional.of(push);
        }
    }

    /** A letter. */
    record OfLetter(Letter letter) implements Envelope {

        @Override
        public Channel channel() {
            return Channel.LETTER;
        }

        @Override
        public Optional<Message> message(Instant usefulUntil) {
            return Optional.of(letter);
        }
    }
}
