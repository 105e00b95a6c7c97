package es.clave.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.AuthenticationMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExcludedWayTest {

    @Test
    void eachNameExcludesAllWaysOfItsService() {
        assertThat(excluded("AEATIdP")).containsExactly(AuthenticationMethod.PIN_SMS, AuthenticationMethod.PIN_APP);
        assertThat(excluded("GISSIdP"))
                .containsExactly(AuthenticationMethod.PERMANENT, AuthenticationMethod.PERMANENT_SMS);
        assertThat(excluded("CLVMOVILIdP")).containsExactly(AuthenticationMethod.MOBILE, AuthenticationMethod.PASSKEY);
        assertThat(excluded("AFirmaIdP"))
                .containsExactly(AuthenticationMethod.CERTIFICATE_SOFTWARE, AuthenticationMethod.CERTIFICATE_DEVICE);
        assertThat(excluded("EIDASIdP")).as("there are no foreign ways yet").isEmpty();
    }

    @Test
    void whatOnlyEndsLikeOneExcludesNothing() {
        assertThat(excluded("SelectedIdP")).isEmpty();
        assertThat(ExcludedWay.isOne("http://es.minhafp.clave/SelectedIdP")).isFalse();
        assertThat(ExcludedWay.in(List.of("AEATIdP", "http://other.example/AEATIdP")))
                .isEmpty();
    }

    private static List<AuthenticationMethod> excluded(String name) {
        return ExcludedWay.in(List.of("http://es.minhafp.clave/" + name));
    }
}
