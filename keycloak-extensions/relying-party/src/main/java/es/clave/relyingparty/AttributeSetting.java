package es.clave.relyingparty;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.Constants;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;

/** The setting of a mapper that says which attributes it tells. */
public final class AttributeSetting {

    /** Without the key of a translation, even one that there is not, Keycloak answers 500 in place of what was wrong. */
    public static final String MISTAKE = "claveMapperMistake";

    private static final String KEY = "citizen.attributes";

    private AttributeSetting() {}

    /** The field that the console shows. */
    public static ProviderConfigProperty property(Set<CitizenAttribute> choice) {
        ProviderConfigProperty property = new ProviderConfigProperty(
                KEY,
                "Citizen's attributes",
                "What the agency is told of the citizen. Give an agency no more than its procedures need.",
                ProviderConfigProperty.MULTIVALUED_LIST_TYPE,
                null);
        property.setOptions(choice.stream().map(CitizenAttribute::friendlyName).toList());
        return property;
    }

    /** The attributes that a mapper is set to tell; none where nothing is set. */
    public static Set<CitizenAttribute> read(ProtocolMapperModel mapper) {
        Set<CitizenAttribute> attributes = EnumSet.noneOf(CitizenAttribute.class);
        names(mapper).forEach(name -> CitizenAttribute.ofFriendlyName(name).ifPresent(attributes::add));
        return attributes;
    }

    /**
     * Checks what an administrator set.
     *
     * @throws ProtocolMapperConfigException if it names what there is not
     */
    public static void check(ProtocolMapperModel mapper, Set<CitizenAttribute> choice)
            throws ProtocolMapperConfigException {
        for (String name : names(mapper)) {
            if (CitizenAttribute.ofFriendlyName(name).filter(choice::contains).isEmpty()) {
                throw new ProtocolMapperConfigException("There is no such attribute: " + name, MISTAKE);
            }
        }
    }

    private static List<String> names(ProtocolMapperModel mapper) {
        String names = mapper.getConfig().getOrDefault(KEY, "");
        return Arrays.stream(names.split(Constants.CFG_DELIMITER))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
