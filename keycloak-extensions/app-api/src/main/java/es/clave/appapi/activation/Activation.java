package es.clave.appapi.activation;

import es.clave.appapi.AppOutcome;
import es.clave.appapi.Body;
import es.clave.appapi.Call;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.appapi.device.DeviceName;
import es.clave.appapi.device.Notices;
import es.clave.appapi.proof.ProofCheck.Proof;
import es.clave.appapi.proof.PublicKeys;
import es.clave.challenge.CitizenFailures;
import es.clave.challenge.CodeSlot;
import es.clave.challenge.Codes;
import es.clave.challenge.FailurePolicy;
import es.clave.challenge.SourceLimits;
import es.clave.challenge.Throttle;
import es.clave.identity.OneTimeCode;
import es.clave.identity.Parsed;
import es.clave.messaging.CodeMessage;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.SourceAddress;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.Device;
import es.clave.registry.Devices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Document and datum bring a code by SMS; the code makes the device speak for the citizen. Whoever gets no code goes
 * through the same steps as who gets one.
 */
public final class Activation {

    private static final String PURPOSE = "app";
    private static final String CODE = "code";
    private static final int LONGEST_CODE = 40;

    private final Call call;
    private final Throttle throttle;
    private final Codes codes;
    private final FailurePolicy failures;

    public Activation(Call call) {
        this.call = call;
        this.throttle = call.session().getProvider(Throttle.class);
        this.codes = call.session().getProvider(Codes.class);
        this.failures = CitizenFailures.policy(call.realm());
    }

    /** Sends a code to the holder of the document, if there is one. */
    public Map<String, ?> begin(Body body) {
        Proof proof = call.proof();
        TypedIdentity typed = TypedIdentity.of(body);
        String name = DeviceName.of(body, "deviceName");
        // Before the proof is used up and the registers are asked: both cost.
        take(new Throttle.Demand(SourceLimits.of(call.realm()).identities(), source()));
        call.use(proof);
        if (call.session()
                .getProvider(Devices.class)
                .findByThumbprint(call.realm(), proof.thumbprint())
                .isPresent()) {
            throw Problem.of(ProblemCode.KEY_KNOWN);
        }
        Holder holder = Holder.of(call, typed);
        checkStanding(holder.subject());
        take(
                new Throttle.Demand(call.settings().spacing(), holder.subject()),
                new Throttle.Demand(call.settings().codesPerCitizen(), holder.subject()),
                new Throttle.Demand(SourceLimits.of(call.realm()).codes(), source()));
        PendingActivation pending = new PendingActivation(
                PendingActivation.newId(call),
                holder.subject(),
                holder.citizen().map(Citizen::userId),
                proof.thumbprint(),
                name);
        Instant expiresAt = send(holder, pending);
        pending.keep(call, call.settings().code().lifetime());
        call.journal().done(AppOutcome.CODE_SENT);
        return Map.of(
                "id", pending.id(),
                "phoneEnding", holder.phoneEnding(),
                "expiresAt", expiresAt.toString(),
                "resendAt",
                        call.clock()
                                .instant()
                                .plus(call.settings().resendWait())
                                .toString());
    }

    private Instant send(Holder holder, PendingActivation pending) {
        OneTimeCode code = OneTimeCode.random(call.random());
        Outbox outbox = call.session().getProvider(Outbox.class);
        String text = new CodeMessage(
                        call.texts().pattern("smsAppCode", "Cl@ve: {0}"),
                        call.locale(),
                        call.session().getContext().getUri().getBaseUri().getHost())
                .text(code, "APP Cl@ve", (int) call.settings().code().lifetime().toMinutes());
        if (holder.citizen().isPresent()) {
            Instant expiresAt = codes.issue(
                    slot(holder.subject()),
                    pending.binding(),
                    code,
                    call.settings().code());
            outbox.send(call.realm(), new Sms(holder.citizen().get().mobile(), text, expiresAt));
            return expiresAt;
        }
        Instant expiresAt = codes.pretend(
                slot(holder.subject()), pending.binding(), call.settings().code());
        outbox.pretend(call.realm(), text, expiresAt);
        return expiresAt;
    }

    /** Takes the code and makes the device speak for its citizen. */
    public Device complete(String id, Body body) {
        Proof proof = call.proof();
        String typed = body.text(CODE, LONGEST_CODE);
        PendingActivation pending = PendingActivation.find(call, id)
                .filter(found -> found.thumbprint().equals(proof.thumbprint()))
                .orElseThrow(() -> Problem.of(ProblemCode.ACTIVATION_OVER));
        call.use(proof);
        checkCode(pending, typed);
        pending.forget(call);
        Citizen citizen = pending.userId()
                .flatMap(user ->
                        call.session().getProvider(CitizenRegistry.class).findByUserId(call.realm(), user))
                .orElseThrow(() -> Problem.of(ProblemCode.ACTIVATION_OVER));
        Device device = activate(pending, proof, citizen);
        throttle.succeeded(call.realm().getId(), failures, pending.subject());
        new Notices(call).activated(citizen, device);
        call.journal().done(AppOutcome.ACTIVATED, citizen, device.id());
        return device;
    }

    private Device activate(PendingActivation pending, Proof proof, Citizen citizen) {
        Devices.Activation activation = call.session()
                .getProvider(Devices.class)
                .activate(
                        call.realm(),
                        citizen,
                        pending.deviceName(),
                        PublicKeys.kept(proof.key()),
                        call.settings().mostDevices());
        if (activation instanceof Devices.Activation.Activated activated) {
            return activated.device();
        }
        if (activation instanceof Devices.Activation.TooMany tooMany) {
            throw Problem.of(ProblemCode.TOO_MANY_DEVICES)
                    .with("most", tooMany.most())
                    .saying(tooMany.most());
        }
        throw Problem.of(
                activation instanceof Devices.Activation.KeyKnown
                        ? ProblemCode.KEY_KNOWN
                        : ProblemCode.ACTIVATION_OVER);
    }

    private void checkCode(PendingActivation pending, String typed) {
        Parsed<OneTimeCode, OneTimeCode.Mistake> code = OneTimeCode.parse(typed);
        code.invalid().ifPresent(mistake -> {
            throw Problem.at(
                    mistake == OneTimeCode.Mistake.EMPTY ? ProblemCode.CODE_EMPTY : ProblemCode.CODE_MALFORMED, CODE);
        });
        checkStanding(pending.subject());
        Codes.Answer answer = codes.answer(slot(pending.subject()), pending.binding(), code.orElseThrow());
        if (answer instanceof Codes.Answer.Accepted) {
            return;
        }
        if (answer instanceof Codes.Answer.Wrong || answer instanceof Codes.Answer.Exhausted) {
            check(throttle.failed(call.realm().getId(), failures, pending.subject()));
        }
        throw answer instanceof Codes.Answer.Wrong wrong
                ? Problem.at(ProblemCode.WRONG_CODE, CODE)
                        .with("triesLeft", wrong.triesLeft())
                        .saying(wrong.triesLeft())
                : Problem.of(ProblemCode.ACTIVATION_OVER);
    }

    private void checkStanding(String subject) {
        check(throttle.standing(call.realm().getId(), failures, subject));
    }

    private static void check(Throttle.Standing standing) {
        if (standing instanceof Throttle.Standing.Paused paused) {
            throw Problem.later(ProblemCode.PAUSED, paused.rest());
        }
        if (standing instanceof Throttle.Standing.Disabled) {
            // Until the ways are bound anew: there is no time to name.
            throw Problem.later(ProblemCode.PAUSED, Duration.ofDays(1));
        }
    }

    private void take(Throttle.Demand... demands) {
        if (throttle.take(call.realm().getId(), List.of(demands)) instanceof Throttle.Verdict.Refused refused) {
            boolean citizens = refused.limit().equals(call.settings().spacing())
                    || refused.limit().equals(call.settings().codesPerCitizen());
            throw Problem.later(
                    citizens ? ProblemCode.TOO_MANY_CODES : ProblemCode.SOURCE_LIMITED, refused.retryAfter());
        }
    }

    private String source() {
        return SourceAddress.of(call.session().getContext().getConnection());
    }

    private CodeSlot slot(String subject) {
        return new CodeSlot(call.realm().getId(), PURPOSE, subject);
    }
}
