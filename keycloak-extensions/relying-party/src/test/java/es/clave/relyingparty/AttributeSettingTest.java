package es.clave.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperConfigException;

final class AttributeSettingTest {

    private static final Set<CitizenAttribute> ALL = EnumSet.allOf(CitizenAttribute.class);

    @Test
    void aMapperTellsWhatItIsSetToTell() {
        assertThat(AttributeSetting.read(mapper("PersonIdentifier##DateOfBirth")))
                .containsExactly(CitizenAttribute.PERSON_IDENTIFIER, CitizenAttribute.DATE_OF_BIRTH);
    }

    @Test
    void aMapperThatIsSetToNothingTellsNothing() {
        assertThat(AttributeSetting.read(mapper(""))).isEmpty();
        assertThat(AttributeSetting.read(new ProtocolMapperModel() {
                    @Override
                    public Map<String, String> getConfig() {
                        return Map.of();
                    }
                }))
                .isEmpty();
    }

    @Test
    void anAttributeThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> AttributeSetting.check(mapper("PersonIdentifier##Phone"), ALL))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("Phone");
    }

    @Test
    void anAttributeThatThisMapperDoesNotOfferIsRefused() {
        assertThatThrownBy(() ->
                        AttributeSetting.check(mapper("SelectedIdP"), EnumSet.of(CitizenAttribute.PERSON_IDENTIFIER)))
                .isInstanceOf(ProtocolMapperConfigException.class);
    }

    @Test
    void everyAttributeOfTheChoiceCanBeSet() {
        ALL.forEach(attribute -> assertThatCode(() -> AttributeSetting.check(mapper(attribute.friendlyName()), ALL))
                .doesNotThrowAnyException());
        assertThat(AttributeSetting.property(ALL).getOptions()).hasSize(ALL.size());
    }

    private static ProtocolMapperModel mapper(String attributes) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setConfig(new HashMap<>(Map.of("citizen.attributes", attributes)));
        return mapper;
    }
}
