package es.clave.integrationtests.harness;

import java.nio.file.Path;

/** Where the build put what is tested; the pom says so. */
final class Paths {

    private Paths() {}

    /** The built distribution. */
    static Path distribution() {
        return property("clave.distribution");
    }

    static Path testClock() {
        return property("clave.testClock");
    }

    /** This module's build folder, where everything that a run leaves behind goes. */
    static Path target() {
        return property("clave.target");
    }

    private static Path property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The system property " + name + " is not set: see integration-tests/pom.xml");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
