package es.clave.admin;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stands in for one of Keycloak's wide interfaces: answers what it was told to, and otherwise nothing. */
final class Stub<T> {

    private final Class<T> type;
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

    private Stub(Class<T> type) {
        this.type = type;
    }

    static <T> Stub<T> of(Class<T> type) {
        return new Stub<>(type);
    }

    Stub<T> with(String method, Object answer) {
        return with(method, (Object[] arguments) -> answer);
    }

    Stub<T> with(String method, Function<Object[], Object> answer) {
        answers.put(method, answer);
        return this;
    }

    T get() {
        return type.cast(Proxy.newProxyInstance(
                Stub.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.containsKey(method.getName())
                        ? answers.get(method.getName()).apply(arguments)
                        : nothing(method)));
    }

    private static Object nothing(Method method) {
        if (method.getReturnType() == boolean.class) {
            return false;
        }
        return method.getReturnType() == Stream.class ? Stream.empty() : null;
    }
}
