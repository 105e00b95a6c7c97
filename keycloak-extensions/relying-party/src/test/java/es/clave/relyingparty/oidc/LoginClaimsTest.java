package es.clave.relyingparty.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.RegistrationLevel;
import es.clave.relyingparty.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.representations.IDToken;

/** How {@code acr} and {@code amr} tell of a login. */
final class LoginClaimsTest {

    private static final Map<String, String> LOGIN =
            Samples.notes(AuthenticationMethod.MOBILE, AssuranceLevel.SUBSTANTIAL, RegistrationLevel.ADVANCED);

    @Test
    void acrIsTheEidasUriOfTheLevelReached() {
        assertThat(told(new LevelClaimMapper(), LOGIN).getAcr()).isEqualTo("http://eidas.europa.eu/LoA/substantial");
    }

    @Test
    void amrIsTheServiceAndItsFactors() {
        assertThat(told(new MethodClaimMapper(), LOGIN).getOtherClaims())
                .containsEntry("amr", List.of("clave_movil", "hwk", "mfa"));
    }

    @Test
    void aSessionThatIsNotOfClaveGetsNeither() {
        assertThat(told(new LevelClaimMapper(), Map.of()).getAcr()).isNull();
        assertThat(told(new MethodClaimMapper(), Map.of()).getOtherClaims()).isEmpty();
    }

    @Test
    void whoTheCitizenIsCannotGetIntoAccessTokens() {
        assertThat(new CitizenClaimMapper()).isNotInstanceOf(OIDCAccessTokenMapper.class);
        assertThat(new CitizenClaimMapper().getConfigProperties())
                .extracting("name")
                .containsExactly("citizen.attributes", "id.token.claim", "userinfo.token.claim");
    }

    private static IDToken told(AbstractOIDCProtocolMapper mapper, Map<String, String> notes) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setConfig(Map.of("id.token.claim", "true"));
        return mapper.transformIDToken(new IDToken(), model, null, Samples.session(notes), null);
    }
}
