package es.clave.registry.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.cfg.Configuration;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;

/** A database with Keycloak's tables of users, made from its entities, and ours, made from the change log. */
public final class RegistryDatabase implements Closeable {

    private static final List<Class<?>> KEYCLOAK = List.of(
            UserEntity.class,
            UserAttributeEntity.class,
            UserRequiredActionEntity.class,
            CredentialEntity.class,
            FederatedIdentityEntity.class,
            UserRoleMappingEntity.class);
    private static final List<Class<?>> OURS =
            new RegistryEntitiesFactory().create(null).getEntities();

    private final DataSource source;
    private final Closeable server;
    private final EntityManagerFactory entities;
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    private RegistryDatabase(DataSource source, Closeable server) throws Exception {
        this.source = source;
        this.server = server;
        configuration(KEYCLOAK, "create").buildSessionFactory().close();
        try (Connection connection = source.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new CommandScope("update")
                    .addArgumentValue("database", database)
                    .addArgumentValue("changelogFile", RegistryEntitiesFactory.CHANGELOG)
                    .execute();
        }
        Configuration all = configuration(KEYCLOAK, "validate");
        OURS.forEach(all::addAnnotatedClass);
        all.setStatementInspector(sql -> {
            statements.add(sql);
            return sql;
        });
        entities = all.buildSessionFactory();
    }

    private Configuration configuration(List<Class<?>> classes, String schema) {
        Configuration configuration = new Configuration().setProperty("hibernate.hbm2ddl.auto", schema);
        configuration.getProperties().put("hibernate.connection.datasource", source);
        classes.forEach(configuration::addAnnotatedClass);
        return configuration;
    }

    public static RegistryDatabase h2() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000");
        return new RegistryDatabase(source, () -> {});
    }

    public static RegistryDatabase postgres() throws Exception {
        EmbeddedPostgres server = start();
        return new RegistryDatabase(server.getPostgresDatabase(), server);
    }

    private static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_wal_size", "2GB")
                .start();
    }

    public DataSource source() {
        return source;
    }

    /** The statements that Hibernate makes of this work. */
    List<String> statementsOf(Consumer<EntityManager> work) {
        statements.clear();
        inTransaction(manager -> {
            work.accept(manager);
            return manager;
        });
        return List.copyOf(statements);
    }

    public <T> T inTransaction(Function<EntityManager, T> work) {
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
