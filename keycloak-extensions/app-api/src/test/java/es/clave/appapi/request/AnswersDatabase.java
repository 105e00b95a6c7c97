package es.clave.appapi.request;

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
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.cfg.Configuration;

/** A database with the table of answers, made from the change log. */
final class AnswersDatabase implements Closeable {

    private final Closeable server;
    private final EntityManagerFactory entities;

    private AnswersDatabase(DataSource source, Closeable server) throws Exception {
        this.server = server;
        try (Connection connection = source.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new CommandScope("update")
                    .addArgumentValue("database", database)
                    .addArgumentValue("changelogFile", AnswerEntitiesFactory.CHANGELOG)
                    .execute();
        }
        Configuration configuration = new Configuration()
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .addAnnotatedClass(AnswerEntity.class);
        configuration.getProperties().put("hibernate.connection.datasource", source);
        entities = configuration.buildSessionFactory();
    }

    static AnswersDatabase h2() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE");
        return new AnswersDatabase(source, () -> {});
    }

    static AnswersDatabase postgres() throws Exception {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        return new AnswersDatabase(server.getPostgresDatabase(), server);
    }

    <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager manager = entities.createEntityManager()) {
            manager.getTransaction().begin();
            try {
                T result = work.apply(manager);
                manager.getTransaction().commit();
                return result;
            } finally {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        entities.close();
        server.close();
    }
}
