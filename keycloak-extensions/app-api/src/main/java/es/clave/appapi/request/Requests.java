package es.clave.appapi.request;

import es.clave.appapi.AppOutcome;
import es.clave.appapi.Body;
import es.clave.appapi.Call;
import es.clave.appapi.Call.Caller;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.appapi.device.Notices;
import es.clave.challenge.AppDevice;
import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;
import es.clave.identity.OneTimeCode;
import es.clave.registry.Devices;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for a device, and what it answers. */
public final class Requests {

    private static final int LONGEST_TOKEN = 300;

    private final Call call;
    private final Caller caller;
    private final String realmId;
    private final AppDevice device;
    private final AppRequests requests;
    private final Challenges challenges;
    private final Evidence evidence;

    public Requests(Call call) {
        this.call = call;
        this.caller = call.caller();
        this.realmId = call.realm().getId();
        this.device = new AppDevice(
                caller.device().id(), caller.device().name(), caller.device().userId());
        this.requests = call.session().getProvider(AppRequests.class);
        this.challenges = new Challenges(call.keyedHash("challenge"));
        this.evidence = AnswerEntitiesFactory.evidence(call.session());
    }

    /** What waits. */
    public Map<String, ?> list() {
        return Map.of(
                "requests",
                requests.pendingFor(realmId, device).stream()
                        .map(this::describe)
                        .toList());
    }

    /** Takes a request by what its QR or link held. */
    public Map<String, ?> scan(Body body) {
        AppRequests.Scan scan = requests.scan(realmId, body.text("token", LONGEST_TOKEN), device);
        if (scan instanceof AppRequests.Scan.Scanned scanned) {
            call.journal().done(AppOutcome.REQUEST_SCANNED);
            return describe(scanned.request());
        }
        throw Problem.of(problem(scan));
    }

    private static ProblemCode problem(AppRequests.Scan scan) {
        if (scan instanceof AppRequests.Scan.TooOld) {
            return ProblemCode.QR_TOO_OLD;
        }
        if (scan instanceof AppRequests.Scan.AlreadyScanned) {
            return ProblemCode.ALREADY_SCANNED;
        }
        if (scan instanceof AppRequests.Scan.OtherCitizen) {
            return ProblemCode.OTHER_CITIZEN;
        }
        return scan instanceof AppRequests.Scan.Gone ? ProblemCode.REQUEST_GONE : ProblemCode.QR_UNKNOWN;
    }

    /** How a request stands. */
    public Map<String, ?> show(String id) {
        return describe(visible(id));
    }

    private AppRequest visible(String id) {
        return requests.visibleTo(realmId, id, device).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    }

    /** The PIN to type into the page. */
    public Map<String, ?> pin(String id) {
        AppRequest request = visible(id);
        OneTimeCode pin = requests.revealPin(realmId, id, device).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
        call.journal().done(AppOutcome.PIN_SHOWN);
        return Map.of("pin", pin.value(), "expiresAt", request.expiresAt().toString());
    }

    /** Takes an answer: checks it, counts it, keeps it, and only then lets it work. */
    public Map<String, ?> answer(String id, Body body) {
        AppRequest request = visible(id);
        SignedAnswer answer =
                SignedAnswer.read(body.text("answer", AnswerEntity.JWS_LENGTH), request, caller.device(), challenges);
        count(answer);
        String kept = evidence.keep(request, caller.device(), answer);
        return switch (answer.decision()) {
            case CONFIRM -> confirm(request, answer, kept);
            case REJECT -> reject(request, kept);
        };
    }

    private void count(SignedAnswer answer) {
        Devices.Counting counting = call.session()
                .getProvider(Devices.class)
                .countUp(call.realm(), caller.citizen(), device.id(), answer.counter());
        if (counting instanceof Devices.Counting.Copied) {
            new Notices(call).shutOut(caller.citizen(), caller.device());
            call.journal().failed(AppOutcome.DEVICE_SHUT_OUT, caller.citizen(), device.id());
            throw Problem.of(ProblemCode.DEVICE_SHUT_OUT);
        }
        if (counting instanceof Devices.Counting.NotActive) {
            throw Problem.of(ProblemCode.DEVICE_REMOVED);
        }
    }

    private Map<String, ?> confirm(AppRequest request, SignedAnswer answer, String kept) {
        AppRequests.Confirmation outcome = requests.confirm(realmId, request.id(), device, answer.digits());
        if (outcome instanceof AppRequests.Confirmation.Confirmed confirmed) {
            evidence.became(kept, KeptAnswer.Outcome.CONFIRMED);
            call.journal().done(AppOutcome.REQUEST_CONFIRMED, caller.citizen(), device.id());
            Map<String, Object> members = new HashMap<>(Map.of("state", AppRequest.State.CONFIRMED.name()));
            confirmed.returnTo().ifPresent(address -> members.put("returnTo", address));
            return members;
        }
        if (outcome instanceof AppRequests.Confirmation.WrongDigits wrong) {
            evidence.became(kept, KeptAnswer.Outcome.WRONG_DIGITS);
            throw Problem.of(ProblemCode.WRONG_DIGITS)
                    .with("triesLeft", wrong.triesLeft())
                    .saying(wrong.triesLeft());
        }
        evidence.became(kept, KeptAnswer.Outcome.TOO_LATE);
        if (outcome instanceof AppRequests.Confirmation.AlreadyFinal already) {
            throw already(already.state());
        }
        throw Problem.of(
                outcome instanceof AppRequests.Confirmation.Gone ? ProblemCode.REQUEST_GONE : ProblemCode.NOT_FOUND);
    }

    private Map<String, ?> reject(AppRequest request, String kept) {
        AppRequests.Rejection outcome = requests.reject(realmId, request.id(), device);
        if (outcome instanceof AppRequests.Rejection.Rejected) {
            evidence.became(kept, KeptAnswer.Outcome.REJECTED);
            call.journal().done(AppOutcome.REQUEST_REJECTED, caller.citizen(), device.id());
            return Map.of("state", AppRequest.State.REJECTED.name());
        }
        evidence.became(kept, KeptAnswer.Outcome.TOO_LATE);
        if (outcome instanceof AppRequests.Rejection.AlreadyFinal already) {
            throw already(already.state());
        }
        throw Problem.of(
                outcome instanceof AppRequests.Rejection.Gone ? ProblemCode.REQUEST_GONE : ProblemCode.NOT_FOUND);
    }

    private static Problem already(AppRequest.State state) {
        boolean gone = state == AppRequest.State.EXPIRED || state == AppRequest.State.WITHDRAWN;
        return Problem.of(gone ? ProblemCode.REQUEST_GONE : ProblemCode.ALREADY_ANSWERED)
                .with("state", state.name());
    }

    /** What the citizen's devices answered. */
    public Map<String, ?> history(Optional<String> before) {
        List<KeptAnswer> answers = evidence.history(realmId, caller.device().userId(), before.map(Requests::instant));
        return Map.of("answers", answers.stream().map(Requests::describe).toList());
    }

    private static Instant instant(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeException malformed) {
            throw Problem.at(ProblemCode.MALFORMED, "before");
        }
    }

    private Map<String, ?> describe(AppRequest request) {
        Map<String, Object> members = new HashMap<>();
        members.put("id", request.id());
        members.put("kind", request.kind().name());
        members.put("state", request.state().name());
        members.put("agency", Map.of("id", request.agencyClientId(), "name", request.agencyName()));
        members.put("service", request.service());
        members.put("place", request.place());
        members.put("askedAt", request.askedAt().toString());
        members.put("expiresAt", request.expiresAt().toString());
        members.put("samePhone", request.samePhone());
        members.put("challenge", challenges.of(request, caller.device()));
        return members;
    }

    private static Map<String, ?> describe(KeptAnswer answer) {
        return Map.of(
                "requestId", answer.requestId(),
                "agencyName", answer.agencyName(),
                "service", answer.service(),
                "place", answer.place(),
                "decision", answer.decision(),
                "at", answer.at().toString(),
                "device", Map.of("id", answer.deviceId(), "name", answer.deviceName()));
    }
}
