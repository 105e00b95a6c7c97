package es.clave.integrationtests.harness;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests what they ask for as parameters: {@link Clave}, the same for the whole run, on two nodes where it is {@link
 * TwoNodes}; {@link Visitors} of their own. What is slow to start is started once and ends with the run.
 */
public final class WorldExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WorldExtension.class);

    private static final Map<Class<?>, Supplier<AutoCloseable>> ONE_FOR_ALL = Map.of(
            Clave.class, Clave::onH2,
            Chromium.class, Chromium::new);

    /** Each test's visitors are its own, also where the constructor takes them. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Visitors.class || ONE_FOR_ALL.containsKey(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.isAnnotated(TwoNodes.class)) {
            return tomorrow(once("two nodes", Clave::twoNodesOnPostgres, context));
        }
        if (parameter.isAnnotated(WithCertificates.class)) {
            return tomorrow(once("certificates", Clave::withCertificates, context));
        }
        if (parameter.isAnnotated(BehindProxy.class)) {
            return tomorrow(once("proxy", Clave::behindProxy, context));
        }
        Class<?> type = parameter.getParameter().getType();
        if (type == Visitors.class) {
            Chromium chromium = (Chromium) once(Chromium.class, Chromium::new, context);
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Visitors.class, key -> new Visitors(chromium, context), Visitors.class);
        }
        return tomorrow(once(type, ONE_FOR_ALL.get(type), context));
    }

    /** Each test has a day of its own: limits per hour and per day do not make tests depend on one another. */
    private static Object tomorrow(Object world) {
        if (world instanceof Clave clave) {
            clave.newDay();
        }
        return world;
    }

    private static Object once(Object key, Supplier<AutoCloseable> start, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(key, unused -> start.get());
    }
}
