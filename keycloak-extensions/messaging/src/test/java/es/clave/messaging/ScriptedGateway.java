package es.clave.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A gateway that answers as it is told, and remembers. */
final class ScriptedGateway implements Gateway {

    private final List<Message> asked = new CopyOnWriteArrayList<>();
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private volatile Function<Message, SendResult> script = message -> new SendResult.Accepted("");

    void answers(Function<Message, SendResult> answer) {
        script = answer;
    }

    void answers(SendResult result) {
        script = message -> result;
    }

    /** Every message that it was asked to send. */
    List<Message> asked() {
        return List.copyOf(asked);
    }

    /** What it was told of each. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    @Override
    public SendResult send(Message message, Attempt attempt) {
        asked.add(message);
        attempts.add(attempt);
        return script.apply(message);
    }
}
