package es.clave.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.clave2.LoginRequest;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Clave2Agency;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.Node;
import es.clave.integrationtests.harness.PinByWire;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.TwoNodes;
import es.clave.integrationtests.harness.WorldExtension;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests of Cl@ve 2 at two nodes behind one address. */
@ExtendWith(WorldExtension.class)
class Clave2TwoNodesTest {

    private static final int RACES = 50;

    private final Clave clave;
    private final Node first;
    private final Node second;
    private final Clave2Agency agency;

    Clave2TwoNodesTest(@TwoNodes Clave clave) {
        this.clave = clave;
        this.first = clave.nodes().get(0);
        this.second = clave.nodes().get(1);
        this.agency = new Clave2Agency(clave.clave2(first), clave.clock());
    }

    @Test
    void aRequestThatOneNodeTookIsRefusedByTheOther() {
        Map<String, String> form = Map.of("SAMLRequest", agency.request().base64());
        assertThat(post(first, form)).isEqualTo(302);

        assertThat(post(second, form)).isEqualTo(400);
    }

    @Test
    void ofOneRequestPostedToBothNodesAtTheSameInstantOneIsTaken() throws Exception {
        List<List<Integer>> statuses = new ArrayList<>();
        for (int race = 0; race < RACES; race++) {
            Map<String, String> form = Map.of("SAMLRequest", agency.request().base64());
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Integer> here = CompletableFuture.supplyAsync(() -> post(first, form, together));
            CompletableFuture<Integer> there = CompletableFuture.supplyAsync(() -> post(second, form, together));
            statuses.add(List.of(here.get(), there.get()).stream().sorted().toList());
        }
        assertThat(statuses).hasSize(RACES).containsOnly(List.of(302, 400));
    }

    @Test
    void aLoginThatBeganAtOneNodeIsAnsweredByTheOther() throws Exception {
        Citizen citizen = Population.of("99990003X");
        HttpVisitor visitor = HttpVisitor.throughProxyAt(first);
        LoginRequest request = agency.request().relayState("two nodes");
        HttpVisitor.Answer taken = visitor.postOnly(at(second), Map.of("SAMLRequest", request.base64()));
        HttpVisitor.Answer begun = visitor.get(taken.redirect().orElseThrow());

        HttpVisitor.Answer answer = new PinByWire(clave.messages()).logIn(visitor, begun, citizen);

        assertThat(agency.identified(answer, request).nameId()).isEqualTo(citizen.nationalId());
    }

    private int post(Node node, Map<String, String> form, CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return post(node, form);
    }

    private int post(Node node, Map<String, String> form) {
        return HttpVisitor.throughProxyAt(first).postOnly(at(node), form).status();
    }

    private URI at(Node node) {
        return node.realmUrl("/protocol/clave2/Proxy2/ServiceProvider");
    }
}
