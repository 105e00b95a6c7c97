package es.clave.demo.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one server is to run.
 *
 * @param home the distribution: a Keycloak home that was augmented
 * @param httpPort plain HTTP, on the loopback interface
 * @param managementPort health and metrics
 * @param log the file that takes what the server says; made anew at each start
 * @param options Keycloak's options, {@code --name=value}; {@code -Dname=value} sets a property of its JVM
 * @param environment on top of this process's own; secrets belong here and not among the options, which all processes see
 */
public record ServerSettings(
        Path home, int httpPort, int managementPort, Path log, List<String> options, Map<String, String> environment) {

    public ServerSettings {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** The least that makes a server run. */
    public static ServerSettings of(Path home, int httpPort, int managementPort, Path log) {
        return new ServerSettings(home, httpPort, managementPort, log, List.of(), Map.of());
    }

    /** The same with a database in files of that folder, for one server at a time. */
    public ServerSettings withDatabaseIn(Path folder) {
        return with(databaseIn(folder));
    }

    /** The option that names the file database in this folder. */
    public static String databaseIn(Path folder) {
        // First what Keycloak itself adds to the address of its development database, and not to one that it is given.
        // And
        // what was committed is in the file: by default it would be half a second later, or never if the server is
        // killed.
        return "--db-url=jdbc:h2:file:" + folder.toAbsolutePath().resolve("clave")
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    /** The same with more options. */
    public ServerSettings with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new ServerSettings(home, httpPort, managementPort, log, all, environment);
    }

    /** The same with one more variable in its environment. */
    public ServerSettings withEnvironment(String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return new ServerSettings(home, httpPort, managementPort, log, options, all);
    }

    @Override
    public String toString() {
        return "ServerSettings[home=" + home + ", httpPort=" + httpPort + "]";
    }
}
