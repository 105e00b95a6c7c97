package es.clave.registration.letter;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.cfg.Configuration;

/** A database of a kind that the server runs on, with the tables of the letters as the change log makes them. */
final class LettersDatabase implements Closeable {

    private final Closeable server;
    private final EntityManagerFactory entities;

    private LettersDatabase(DataSource source, Closeable server) throws Exception {
        this.server = server;
        try (Connection connection = source.getConnection()) {
            new CommandScope("update")
                    .addArgumentValue(
                            "database",
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                    .addArgumentValue("changelogFile", LetterEntitiesFactory.CHANGELOG)
                    .execute();
        }
        Configuration configuration = new Configuration()
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .addAnnotatedClass(LetterEntity.class)
                .addAnnotatedClass(LetterClaimEntity.class);
        configuration.getProperties().put("hibernate.connection.datasource", source);
        entities = configuration.buildSessionFactory();
    }

    static LettersDatabase h2() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000");
        return new LettersDatabase(source, () -> {});
    }

    static LettersDatabase postgresql() throws Exception {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        return new LettersDatabase(server.getPostgresDatabase(), server);
    }

    <T> T inTransaction(Function<EntityManager, T> work) {
        return entities.callInTransaction(work);
    }

    @Override
    public void close() throws IOException {
        entities.close();
        server.close();
    }
}
