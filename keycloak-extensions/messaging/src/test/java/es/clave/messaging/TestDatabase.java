package es.clave.messaging;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.function.Function;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.hibernate.cfg.Configuration;

/** A database of a kind that the server runs on, with the table as the change log makes it. */
final class TestDatabase implements Transactions, AutoCloseable {

    /** Closes what runs the database. */
    private interface Shutdown {

        void run() throws IOException;
    }

    private final EntityManagerFactory factory;
    private final Shutdown shutdown;

    private TestDatabase(String url, Shutdown shutdown) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            new CommandScope("update")
                    .addArgumentValue(
                            "database",
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                    .addArgumentValue("changelogFile", OutboxEntitiesFactory.CHANGELOG)
                    .execute();
        }
        this.factory = new Configuration()
                .addAnnotatedClass(OutboxMessage.class)
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.pool_size", "30")
                .buildSessionFactory();
        this.shutdown = shutdown;
    }

    static TestDatabase h2() throws Exception {
        return new TestDatabase("jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE", () -> {});
    }

    static TestDatabase postgresql() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new TestDatabase(server.getJdbcUrl("postgres", "postgres"), server::close);
    }

    EntityManager entityManager() {
        return factory.createEntityManager();
    }

    @Override
    public <T> T run(Function<EntityManager, T> work) {
        return factory.callInTransaction(work);
    }

    @Override
    public void close() throws IOException {
        factory.close();
        shutdown.run();
    }
}
