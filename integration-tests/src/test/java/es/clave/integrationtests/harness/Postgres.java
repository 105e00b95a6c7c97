package es.clave.integrationtests.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server of the version that production has, on a port of its own, empty at first. */
final class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start() {
        try {
            return new Postgres(EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
    }

    /** The environment by which a tool finds it. */
    Map<String, String> environment() {
        return Map.of("KC_DB_URL", url(), "KC_DB_USERNAME", "postgres", "KC_DB_PASSWORD", "postgres");
    }

    /** The options by which a node finds it. */
    List<String> options() {
        return List.of(
                "--db-url=" + url(), "--db-username=postgres", "--db-password=postgres", "--db-pool-max-size=50");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
