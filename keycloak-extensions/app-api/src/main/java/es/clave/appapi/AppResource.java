package es.clave.appapi;

import es.clave.appapi.activation.Activation;
import es.clave.appapi.device.DeviceCalls;
import es.clave.appapi.request.Requests;
import es.clave.messaging.PushSender;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The API that {@code openapi.yaml} describes. */
public final class AppResource {

    private static final String DOCUMENT = "openapi.yaml";

    private final Call call;
    private final Answers answers;

    AppResource(Call call) {
        this.call = call;
        this.answers = new Answers(call);
    }

    /** For pages of other origins. */
    @OPTIONS
    @Path("v1/{path:.*}")
    public Response preflight() {
        return Answers.preflight();
    }

    /** The document. */
    @GET
    @Path("v1/openapi.yaml")
    public Response document() {
        try (InputStream document = AppResource.class.getResourceAsStream(DOCUMENT)) {
            return Answers.open(Response.ok(
                            new String(document.readAllBytes(), StandardCharsets.UTF_8),
                            "application/yaml;charset=UTF-8"))
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A nonce for the first proof. */
    @GET
    @Path("v1/nonce")
    public Response nonce() {
        return ok(() -> Map.of(
                "nonce", call.nonces().next(), "time", call.clock().instant().getEpochSecond()));
    }

    /** The key to subscribe to push messages with. */
    @GET
    @Path("v1/push-key")
    public Response pushKey() {
        return ok(() -> Map.of(
                "publicKey",
                call.session()
                        .getProvider(PushSender.class)
                        .applicationServerKey()
                        .orElseThrow(() -> Problem.of(ProblemCode.PUSH_UNAVAILABLE))));
    }

    /** Asks for the code that activates. */
    @POST
    @Path("v1/activations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response beginActivation(String body) {
        return created(() -> new Activation(call).begin(Body.of(body)));
    }

    /** Activates. */
    @POST
    @Path("v1/activations/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response completeActivation(@PathParam("id") String id, String body) {
        return created(() -> DeviceCalls.describe(new Activation(call).complete(id, Body.of(body)), true));
    }

    /** Whose device it is. */
    @GET
    @Path("v1/citizen")
    public Response citizen() {
        return ok(() -> new DeviceCalls(call).citizen());
    }

    /** What waits. */
    @GET
    @Path("v1/requests")
    public Response requests() {
        return ok(() -> new Requests(call).list());
    }

    /** Takes what was scanned. */
    @POST
    @Path("v1/requests/scan")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response scan(String body) {
        return ok(() -> new Requests(call).scan(Body.of(body)));
    }

    /** One request. */
    @GET
    @Path("v1/requests/{id}")
    public Response request(@PathParam("id") String id) {
        return ok(() -> new Requests(call).show(id));
    }

    /** An answer. */
    @POST
    @Path("v1/requests/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("id") String id, String body) {
        return ok(() -> new Requests(call).answer(id, Body.of(body)));
    }

    /** The PIN to type. */
    @GET
    @Path("v1/requests/{id}/pin")
    public Response pin(@PathParam("id") String id) {
        return ok(() -> new Requests(call).pin(id));
    }

    /** What was answered. */
    @GET
    @Path("v1/history")
    public Response history(@QueryParam("before") String before) {
        return ok(() -> new Requests(call).history(Optional.ofNullable(before)));
    }

    /** All devices. */
    @GET
    @Path("v1/devices")
    public Response devices() {
        return ok(() -> new DeviceCalls(call).list());
    }

    /** One device. */
    @GET
    @Path("v1/devices/{id}")
    public Response device(@PathParam("id") String id) {
        return ok(() -> new DeviceCalls(call).show(id));
    }

    /** Another name. */
    @PATCH
    @Path("v1/devices/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(@PathParam("id") String id, String body) {
        return ok(() -> new DeviceCalls(call).rename(id, Body.of(body)));
    }

    /** Takes a device away. */
    @DELETE
    @Path("v1/devices/{id}")
    public Response remove(@PathParam("id") String id) {
        return nothing(() -> new DeviceCalls(call).remove(id));
    }

    /** Another key. */
    @PUT
    @Path("v1/devices/me/key")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changeKey(String body) {
        return ok(() -> new DeviceCalls(call).changeKey(Body.of(body)));
    }

    /** Where it is reached when it sleeps. */
    @PUT
    @Path("v1/devices/me/push")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response subscribe(String body) {
        return nothing(() -> new DeviceCalls(call).subscribe(Body.of(body)));
    }

    /** Nowhere. */
    @DELETE
    @Path("v1/devices/me/push")
    public Response unsubscribe() {
        return nothing(() -> new DeviceCalls(call).unsubscribe());
    }

    private Response ok(Supplier<Map<String, ?>> work) {
        return answer(() -> answers.of(Response.Status.OK, work.get()));
    }

    private Response created(Supplier<Map<String, ?>> work) {
        return answer(() -> answers.of(Response.Status.CREATED, work.get()));
    }

    private Response nothing(Runnable work) {
        return answer(() -> {
            work.run();
            return answers.nothing();
        });
    }

    private Response answer(Supplier<Response> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            call.journal().problem(problem);
            return answers.of(problem);
        }
    }
}
