package es.clave.registry.synthetic;

import es.clave.registry.CivilRegister;
import es.clave.registry.CivilRegisterFactory;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes {@link SyntheticCivilRegister}. */
public final class SyntheticCivilRegisterFactory implements CivilRegisterFactory {

    public static final String PROVIDER_ID = "synthetic";

    private static final String GENERATED_PEOPLE = "generated-people";

    private CivilRegister register = new SyntheticCivilRegister(Population.load(), new GeneratedPeople(0));

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public CivilRegister create(KeycloakSession session) {
        return register;
    }

    @Override
    public void init(Config.Scope config) {
        register =
                new SyntheticCivilRegister(Population.load(), new GeneratedPeople(config.getInt(GENERATED_PEOPLE, 0)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(GENERATED_PEOPLE)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText(
                        "How many generated people the register knows besides the fixed population, for benchmarks (0 to "
                                + GeneratedPeople.MOST + ").")
                .defaultValue(0)
                .add()
                .build();
    }

    @Override
    public void close() {}
}
