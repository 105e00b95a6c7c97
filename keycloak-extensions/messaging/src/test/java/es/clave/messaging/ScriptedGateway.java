package es.clave.messaging;

import es.clave.messaging.SmsSender.Result;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A gateway that answers as it is told, and remembers. */
final class ScriptedGateway implements Function<Sms, Result> {

    private final List<Sms> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Sms, Result> script = sms -> new Result.Accepted("");

    void answers(Function<Sms, Result> answer) {
        script = answer;
    }

    void answers(Result result) {
        script = sms -> result;
    }

    /** Every message that it was asked to send. */
    List<Sms> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Result apply(Sms sms) {
        asked.add(sms);
        return script.apply(sms);
    }
}
