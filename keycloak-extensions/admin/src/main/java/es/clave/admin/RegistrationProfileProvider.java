package es.clave.admin;

import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPGroup;
import org.keycloak.userprofile.AttributeGroupMetadata;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

/**
 * Keycloak's user profile, and for administrators the registration of a citizen in it: read from the registry each time,
 * never stored with the user, whatever is sent.
 */
final class RegistrationProfileProvider extends DeclarativeUserProfileProvider {

    private static final String GROUP = "clave-registration";
    private static final String GROUP_HEADER = "${claveRegistration}";
    private static final String GROUP_DESCRIPTION = "${claveRegistrationHelp}";
    private static final String HELP_ANNOTATION = "inputHelperTextBefore";

    /** Before attribute names as forms send them. */
    private static final String FORM_PREFIX = "user.attributes.";

    private final KeycloakSession session;

    /** Whether this request showed a registration: its group belongs to the answer then, and nowhere else. */
    private boolean shown;

    /** Whose registrations this request showed, and so audited: Keycloak builds a profile several times. */
    private final Set<String> audited = new HashSet<>();

    RegistrationProfileProvider(KeycloakSession session, RegistrationProfileProviderFactory factory) {
        super(session, factory);
        this.session = session;
    }

    @Override
    protected Attributes createAttributes(
            UserProfileContext context, Map<String, ?> attributes, UserModel user, UserProfileMetadata metadata) {
        Map<String, Object> all = new HashMap<>();
        if (attributes != null) {
            all.putAll(attributes);
        }
        all.keySet().removeIf(RegistrationProfileProvider::isOurs);
        if (context == UserProfileContext.USER_API) {
            registrationOf(Optional.ofNullable(user)).ifPresent(citizen -> show(citizen, all, metadata));
        }
        return super.createAttributes(context, all, user, metadata);
    }

    private static boolean isOurs(String name) {
        String plain = name.startsWith(FORM_PREFIX) ? name.substring(FORM_PREFIX.length()) : name;
        return plain.startsWith(RegistrationAttribute.PREFIX);
    }

    private Optional<Citizen> registrationOf(Optional<UserModel> user) {
        return user.flatMap(known -> session.getProvider(CitizenRegistry.class)
                .findByUserId(session.getContext().getRealm(), known.getId()));
    }

    private void show(Citizen citizen, Map<String, Object> attributes, UserProfileMetadata metadata) {
        RegistrationAttribute.allOf(citizen).forEach((name, value) -> attributes.put(name, List.of(value)));
        int order = metadata.getAttributes().stream()
                .mapToInt(AttributeMetadata::getGuiOrder)
                .max()
                .orElse(0);
        for (RegistrationAttribute attribute : RegistrationAttribute.values()) {
            order++;
            metadata.addAttribute(
                            attribute.attribute(),
                            order,
                            List.of(),
                            AttributeMetadata.ALWAYS_TRUE,
                            AttributeMetadata.ALWAYS_FALSE,
                            AttributeMetadata.ALWAYS_FALSE,
                            AttributeMetadata.ALWAYS_TRUE)
                    .setAttributeDisplayName(attribute.displayName())
                    .setAttributeGroupMetadata(
                            new AttributeGroupMetadata(GROUP, GROUP_HEADER, GROUP_DESCRIPTION, Map.of()))
                    .addAnnotations(Map.of(HELP_ANNOTATION, attribute.help()));
        }
        shown = true;
        audit(citizen);
    }

    private void audit(Citizen citizen) {
        if (audited.add(citizen.id())) {
            String administrator = Optional.ofNullable(session.getContext().getUserSession())
                    .map(login -> login.getUser().getId())
                    .orElse(AuditRecord.SYSTEM);
            session.getProvider(AuditLog.class)
                    .append(
                            session.getContext().getRealm(),
                            AuditRecord.about(citizen.nationalId(), AdminAct.REGISTRATION_SHOWN, administrator)
                                    .with("citizen", citizen.id()));
        }
    }

    /** Keycloak takes the groups of an answer from here. */
    @Override
    public UPConfig getConfiguration() {
        UPConfig configuration = super.getConfiguration();
        if (shown && configuration.getGroups().stream().noneMatch(group -> GROUP.equals(group.getName()))) {
            UPGroup group = new UPGroup(GROUP);
            group.setDisplayHeader(GROUP_HEADER);
            group.setDisplayDescription(GROUP_DESCRIPTION);
            configuration.addGroup(group);
        }
        return configuration;
    }
}
