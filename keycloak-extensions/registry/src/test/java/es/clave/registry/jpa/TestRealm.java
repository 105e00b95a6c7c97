package es.clave.registry.jpa;

import java.lang.reflect.Proxy;
import org.keycloak.models.RealmModel;

/** A realm of which only the id is known. */
public final class TestRealm {

    private TestRealm() {}

    public static RealmModel of(String id) {
        return (RealmModel) Proxy.newProxyInstance(
                TestRealm.class.getClassLoader(), new Class<?>[] {RealmModel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getId")) {
                        return id;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
