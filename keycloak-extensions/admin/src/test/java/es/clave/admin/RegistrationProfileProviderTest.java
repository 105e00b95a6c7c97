package es.clave.admin;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.MobileNumber;
import es.clave.identity.NationalId;
import es.clave.identity.RegistrationLevel;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.PersonName;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPGroup;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.UserProfileProviderFactory;
import org.keycloak.validate.Validator;
import org.keycloak.validate.ValidatorFactory;

/** What the console gets to see, and that it is never kept. Also what we assume of Keycloak's own user profile. */
class RegistrationProfileProviderTest {

    private static final String USER_ID = "4f0c1e4b-7d0a-4a2a-9c0e-3a1d3a4c7b11";
    private static final Map<String, List<String>> SHOWN = Map.of(
            "clave.nationalId", List.of("***9000**"),
            "clave.status", List.of("ACTIVE"),
            "clave.level", List.of("BASIC"),
            "clave.route", List.of("LETTER"),
            "clave.since", List.of("2026-11-22T10:00:00Z"),
            "clave.mobile", List.of("****01"));

    private final AtomicReference<Optional<Citizen>> citizen = new AtomicReference<>(Optional.of(citizen()));
    private final AtomicReference<Optional<String>> unmanagedAttributes = new AtomicReference<>(Optional.empty());
    private final UserModel user = Stub.of(UserModel.class)
            .with("getId", USER_ID)
            .with("getUsername", "citizen")
            .with("getAttributes", Map.of(UserModel.USERNAME, List.of("citizen")))
            .get();
    private final List<AuditRecord> audited = new ArrayList<>();
    private RegistrationProfileProvider provider;

    private static Citizen citizen() {
        return new Citizen(
                "citizen",
                USER_ID,
                NationalId.of("99990001P"),
                new PersonName("Carmen", "García", Optional.of("López")),
                LocalDate.of(1984, 3, 12),
                Citizen.Status.ACTIVE,
                RegistrationLevel.BASIC,
                Citizen.Route.LETTER,
                Instant.parse("2026-11-22T10:00:00.987Z"),
                MobileNumber.of("+34600000001"),
                Optional.empty());
    }

    @BeforeEach
    void open() {
        Profile.defaults();
        RegistrationProfileProviderFactory factory = new RegistrationProfileProviderFactory();
        factory.init(Config.scope("userProfile", "declarative-user-profile"));
        provider = (RegistrationProfileProvider) factory.create(session());
    }

    private KeycloakSession session() {
        RealmModel realm = Stub.of(RealmModel.class)
                .with("getId", "realm")
                .with("getComponentsStream", arguments -> components())
                .get();
        KeycloakContext context =
                Stub.of(KeycloakContext.class).with("getRealm", realm).get();
        CitizenRegistry registry = Stub.of(CitizenRegistry.class)
                .with("findByUserId", arguments -> citizen.get()
                        .filter(found -> arguments[0] == realm && found.userId().equals(arguments[1])))
                .get();
        AuditLog audit = Stub.of(AuditLog.class)
                .with("append", arguments -> audited.add((AuditRecord) arguments[1]))
                .get();
        return Stub.of(KeycloakSession.class)
                .with("getContext", context)
                .with(
                        "getProvider",
                        arguments -> arguments[0] == Validator.class
                                ? validator(arguments[1])
                                : arguments[0] == UserProfileProvider.class
                                        ? provider
                                        : arguments[0] == AuditLog.class ? audit : registry)
                .get();
    }

    /** Keycloak's own. */
    private static Validator validator(Object id) {
        return ServiceLoader.load(ValidatorFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.getId().equals(id))
                .map(factory -> factory.create(Stub.of(KeycloakSession.class).get()))
                .findFirst()
                .orElseThrow();
    }

    /** The realm's own user profile, where a test gives it one. */
    private Stream<ComponentModel> components() {
        return unmanagedAttributes.get().stream().map(policy -> {
            ComponentModel component = new ComponentModel();
            component.setProviderId(DeclarativeUserProfileProviderFactory.ID);
            component.put(
                    "kc.user.profile.config",
                    "{\"attributes\":[{\"name\":\"username\"},{\"name\":\"email\"}],"
                            + "\"unmanagedAttributePolicy\":\"" + policy + "\"}");
            return component;
        });
    }

    @Test
    void anAdministratorSeesTheRegistrationMaskedAndCannotChangeIt() {
        Attributes attributes = profile(UserProfileContext.USER_API, Map.of());
        assertThat(attributes.getReadable()).containsAllEntriesOf(SHOWN);
        assertThat(SHOWN.keySet()).allMatch(attributes::isReadOnly).noneMatch(attributes::isRequired);
        assertThat(attributes.getWritable()).doesNotContainKeys(ours());
    }

    @Test
    void aLookAtARegistrationIsAuditedOnceARequest() {
        profile(UserProfileContext.USER_API, Map.of());
        profile(UserProfileContext.USER_API, Map.of());
        profile(UserProfileContext.ACCOUNT, Map.of());
        assertThat(audited)
                .containsExactly(
                        AuditRecord.about(NationalId.of("99990001P"), AdminAct.REGISTRATION_SHOWN, AuditRecord.SYSTEM)
                                .with("citizen", "citizen"));
    }

    @Test
    void whatIsSentBackIsNeitherShownNorWritten() {
        Map<String, List<String>> sent = Map.of(
                "clave.level",
                List.of("ADVANCED"),
                "clave.other",
                List.of("x"),
                "user.attributes.clave.mobile",
                List.of("x"));
        Attributes attributes = profile(UserProfileContext.USER_API, sent);
        assertThat(attributes.getReadable()).containsAllEntriesOf(SHOWN);
        assertThat(attributes.getWritable()).doesNotContainKeys(ours()).doesNotContainKeys("clave.other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENABLED", "ADMIN_EDIT"})
    void notEvenWhereTheRealmTakesAnyAttribute(String policy) {
        unmanagedAttributes.set(Optional.of(policy));
        Map<String, List<String>> sent =
                Map.of("clave.level", List.of("ADVANCED"), "clave.other", List.of("x"), "another", List.of("x"));
        for (Optional<Citizen> known : List.of(Optional.of(citizen()), Optional.<Citizen>empty())) {
            citizen.set(known);
            Attributes attributes = profile(UserProfileContext.USER_API, sent);
            assertThat(attributes.getWritable())
                    .containsKey("another")
                    .doesNotContainKeys(ours())
                    .doesNotContainKeys("clave.other");
        }
        Attributes newUser = provider.create(UserProfileContext.USER_API, sent).getAttributes();
        assertThat(newUser.getWritable()).containsKey("another").doesNotContainKeys("clave.level", "clave.other");
    }

    @ParameterizedTest
    @EnumSource(
            value = UserProfileContext.class,
            names = {"ACCOUNT", "UPDATE_PROFILE", "REGISTRATION", "IDP_REVIEW"})
    void nobodyButAdministratorsSeesOrSendsIt(UserProfileContext context) {
        unmanagedAttributes.set(Optional.of("ENABLED"));
        Attributes attributes = profile(context, Map.of("clave.level", List.of("ADVANCED")));
        assertThat(attributes.toMap()).doesNotContainKeys(ours());
    }

    @Test
    void whoIsNoCitizenHasNoRegistration() {
        citizen.set(Optional.empty());
        assertThat(profile(UserProfileContext.USER_API, Map.of()).toMap()).doesNotContainKeys(ours());
        assertThat(groups()).doesNotContain("clave-registration");
    }

    @Test
    void theGroupIsThereOnceWhereARegistrationIsShownAndNowhereElse() {
        assertThat(groups()).doesNotContain("clave-registration");
        profile(UserProfileContext.USER_API, Map.of());
        profile(UserProfileContext.USER_API, Map.of());
        Attributes attributes = profile(UserProfileContext.USER_API, Map.of());
        String group = attributes
                .getMetadata("clave.level")
                .getAttributeGroupMetadata()
                .getName();
        assertThat(group).isEqualTo("clave-registration");
        assertThat(groups()).containsOnlyOnce(group);
    }

    @Test
    void keycloaksFactoryHasThisIdAndALowerOrder() {
        DeclarativeUserProfileProviderFactory keycloaks = new DeclarativeUserProfileProviderFactory();
        RegistrationProfileProviderFactory ours = new RegistrationProfileProviderFactory();
        assertThat(ours.getId()).isEqualTo(keycloaks.getId());
        assertThat(ours.order()).isGreaterThan(keycloaks.order());
        assertThat(ServiceLoader.load(UserProfileProviderFactory.class))
                .anyMatch(RegistrationProfileProviderFactory.class::isInstance);
    }

    private List<String> groups() {
        return provider.getConfiguration().getGroups().stream()
                .map(UPGroup::getName)
                .toList();
    }

    private Attributes profile(UserProfileContext context, Map<String, List<String>> sent) {
        Map<String, List<String>> all = new HashMap<>(sent);
        all.put(UserModel.USERNAME, List.of("citizen"));
        return provider.create(context, all, user).getAttributes();
    }

    private static String[] ours() {
        return SHOWN.keySet().toArray(String[]::new);
    }
}
