package es.clave.relyingparty.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedClaimsTest {

    @Test
    void aClaimIsAskedForWhereItIsNamedHoweverItIsAskedFor() {
        RequestedClaims claims = RequestedClaims.parse(
                "{\"id_token\":{\"given_name\":null},\"userinfo\":{\"birthdate\":{\"essential\":true}}}");

        assertThat(claims.ask("given_name", RequestedClaims.In.ID_TOKEN)).isTrue();
        assertThat(claims.ask("birthdate", RequestedClaims.In.USER_INFO)).isTrue();
        assertThat(claims.ask("given_name", RequestedClaims.In.USER_INFO)).isFalse();
        assertThat(claims.ask("birthdate", RequestedClaims.In.ID_TOKEN)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "null", "[]", "{", "\"given_name\"", "{\"id_token\":\"given_name\"}", "{\"id_token\":[]}"})
    void whatIsNoSuchParameterAsksForNothing(String parameter) {
        assertThat(RequestedClaims.parse(parameter).ask("given_name", RequestedClaims.In.ID_TOKEN))
                .isFalse();
    }
}
