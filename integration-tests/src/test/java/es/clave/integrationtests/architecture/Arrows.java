package es.clave.integrationtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of our modules may use which. A module is known by its package, the longest that fits. */
final class Arrows extends ArchCondition<JavaClass> {

    private static final Set<String> CAPABILITIES =
            Set.of("identity", "platform", "registry", "messaging", "challenge", "certificate", "documents");

    /** What each module that runs in the server may use, itself apart. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("identity", Set.of()),
            Map.entry("platform", Set.of("identity")),
            Map.entry("registry", Set.of("identity", "platform")),
            Map.entry("messaging", Set.of("identity", "platform")),
            Map.entry("messaging.twilio", Set.of("identity", "platform", "messaging")),
            Map.entry("challenge", Set.of("identity", "platform")),
            Map.entry("certificate", Set.of("identity", "platform")),
            Map.entry("documents", Set.of("identity")),
            Map.entry("registration", CAPABILITIES),
            Map.entry("login", CAPABILITIES),
            Map.entry("appapi", CAPABILITIES),
            Map.entry("relyingparty", CAPABILITIES),
            Map.entry("admin", CAPABILITIES));

    private final String root;

    private Arrows(String root) {
        super("use what stands to the left of them only");
        this.root = root;
    }

    /**
     * That all arrows point to the left.
     *
     * @param root the package in which the modules are
     */
    static ArchRule under(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new Arrows(root))
                .because(
                        "the arrows are identity ← platform ← registry, messaging, challenge, certificate, documents"
                                + " ← registration, login, app-api, relying-party, admin, and nothing that runs in the server needs what stands around it");
    }

    static Set<String> modules() {
        return ALLOWED.keySet();
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        Optional<String> from = module(user);
        if (from.isEmpty()) {
            return;
        }
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass().getBaseComponentType();
            if (!used.getPackageName().startsWith(root + ".")) {
                continue;
            }
            Optional<String> to = module(used);
            if (!to.equals(from)
                    && !to.filter(ALLOWED.get(from.get())::contains).isPresent()) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    /** Empty for what does not run in the server: demo, tests. */
    private Optional<String> module(JavaClass type) {
        return ALLOWED.keySet().stream()
                .filter(module -> (type.getPackageName() + ".").startsWith(root + "." + module + "."))
                .max(Comparator.comparingInt(String::length));
    }
}
