package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.OidcAgency;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that agencies signed, at two nodes behind one address: each begins one login. */
@ExtendWith(WorldExtension.class)
class RequestObjectTwoNodesTest {

    private static final int RACES = 25;

    private final Clave clave;

    RequestObjectTwoNodesTest(@TwoNodes Clave clave) {
        this.clave = clave;
    }

    @Test
    void ofOneRequestObjectSentToBothNodesAtTheSameInstantOneIsTaken() throws Exception {
        try (OidcAgency agency = OidcAgency.registered(clave, client -> {
            OidcAgency.byKey(client);
            OidcAgency.attributes(client)
                    .put("request.object.signature.alg", "PS256")
                    .put("clave.security", "signed-requests");
            return client;
        })) {
            List<Integer> taken = new ArrayList<>();
            for (int race = 0; race < RACES; race++) {
                URI request = agency.request(HttpVisitor.fields(
                        "client_id",
                        agency.clientId(),
                        "response_type",
                        "code",
                        "scope",
                        "openid clave_identity",
                        "request",
                        agency.requestObject(agency.parameters())));
                CyclicBarrier together = new CyclicBarrier(2);
                CompletableFuture<Boolean> here = CompletableFuture.supplyAsync(
                        () -> taken(agency, request, clave.nodes().get(0), together));
                CompletableFuture<Boolean> there = CompletableFuture.supplyAsync(
                        () -> taken(agency, request, clave.nodes().get(1), together));
                taken.add((here.get() ? 1 : 0) + (there.get() ? 1 : 0));
            }
            assertThat(taken).hasSize(RACES).containsOnly(1);
        }
    }

    private boolean taken(OidcAgency agency, URI request, Node node, CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        HttpVisitor.Answer answer = HttpVisitor.throughProxyAt(clave.node())
                .get(URI.create(node.baseUrl() + request.getRawPath() + "?" + request.getRawQuery()));
        boolean refused = agency.broughtBack(answer, "error").isPresent();
        // The page of the login, or the way there, which leads to the address that all know.
        boolean begun = answer.status() == 200
                || answer.redirect()
                        .filter(to -> to.getPath().contains("/login-actions/"))
                        .isPresent();
        assertThat(refused)
                .as("HTTP " + answer.status() + " " + answer.redirect())
                .isNotEqualTo(begun);
        return begun;
    }
}
