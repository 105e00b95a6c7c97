package es.clave.appapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as {@code openapi.yaml} has them: JSON, a nonce for the next proof, open to pages of any origin. */
final class Answers {

    static final String NONCE = "DPoP-Nonce";
    private static final String CHALLENGE = "DPoP algs=\"ES256\"";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Call call;

    Answers(Call call) {
        this.call = call;
    }

    Response of(Response.Status status, Map<String, ?> members) {
        return open(Response.status(status), call.nonces().next())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(write(members))
                .build();
    }

    Response nothing() {
        return open(Response.noContent(), call.nonces().next()).build();
    }

    Response of(Problem problem) {
        ProblemCode code = problem.code();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title(problem));
        members.put("status", code.status());
        members.put("code", code.label());
        members.putAll(problem.members());
        Response.ResponseBuilder answer = open(
                        Response.status(code.status()), call.nonces().next())
                .type(PROBLEM)
                .entity(write(members));
        problem.retryAfter().map(Answers::seconds).ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait));
        if (code.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    code == ProblemCode.USE_DPOP_NONCE ? CHALLENGE + ", error=\"use_dpop_nonce\"" : CHALLENGE);
        }
        return answer.build();
    }

    private String title(Problem problem) {
        return new MessageFormat(call.texts().pattern(problem.code().text(), "Cl@ve"), call.locale())
                .format(problem.words());
    }

    /** Whole seconds, never too few. */
    private static long seconds(Duration wait) {
        return wait.toSeconds() + 1;
    }

    static Response preflight() {
        return Response.noContent()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                .header("Access-Control-Allow-Headers", "DPoP, Content-Type, Accept-Language")
                .header("Access-Control-Max-Age", "3600")
                .build();
    }

    static Response.ResponseBuilder open(Response.ResponseBuilder answer) {
        return answer.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", NONCE + ", " + HttpHeaders.RETRY_AFTER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Response.ResponseBuilder open(Response.ResponseBuilder answer, String nonce) {
        return open(answer).header(NONCE, nonce);
    }

    private static String write(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
