package es.clave.login.ways;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.AuthenticationMethod;
import es.clave.login.LoginWay;
import es.clave.login.Methods;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllWaysTest {

    private final List<LoginWay> ways = Ways.with(Clock.systemUTC()).all();

    @Test
    void theWaysAndTheLevelTableHaveTheSameMethods() {
        List<AuthenticationMethod> methods =
                ways.stream().flatMap(way -> way.methods().stream()).toList();

        assertThat(methods).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Methods.all());
    }

    @Test
    void namesCanStandInACookieAndInAKey() {
        assertThat(ways).extracting(LoginWay::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+"));
    }
}
