package es.clave.registry.synthetic;

import es.clave.registry.Citizen;
import es.clave.registry.RegistrationAct;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Writes active citizens straight into the tables, with the Keycloak users that they log in as: for benchmarks, where
 * registering millions one by one would take days. Not safe beside registrations of the same people.
 */
public final class BulkLoader {

    private static final int BATCH = 1_000;
    private static final String BY = "system";

    private final Connection connection;
    private final String realmId;
    private final String defaultRoleId;
    private final Instant at;

    /**
     * @param connection to Keycloak's database; committed after every batch
     * @param realmId the realm's internal id
     * @param defaultRoleId id of the role {@code default-roles-...} that every user of the realm has
     * @param at when they registered
     */
    public BulkLoader(Connection connection, String realmId, String defaultRoleId, Instant at) {
        this.connection = connection;
        this.realmId = realmId;
        this.defaultRoleId = defaultRoleId;
        this.at = at;
    }

    /** Writes these people, who are all active; returns how many. */
    public long load(Stream<SyntheticPerson> people) throws SQLException {
        connection.setAutoCommit(false);
        long loaded = 0;
        try (PreparedStatement users = connection.prepareStatement(
                        "INSERT INTO USER_ENTITY (ID, REALM_ID, USERNAME, FIRST_NAME, LAST_NAME, EMAIL, EMAIL_CONSTRAINT,"
                                + " EMAIL_VERIFIED, ENABLED, CREATED_TIMESTAMP, LAST_MODIFIED_TIMESTAMP, NOT_BEFORE)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE, TRUE, ?, ?, 0)");
                PreparedStatement roles =
                        connection.prepareStatement("INSERT INTO USER_ROLE_MAPPING (USER_ID, ROLE_ID) VALUES (?, ?)");
                PreparedStatement citizens = connection.prepareStatement(
                        "INSERT INTO CLAVE_CITIZEN (ID, VERSION, REALM_ID, USER_ID, NATIONAL_ID, GIVEN_NAME, FIRST_SURNAME,"
                                + " SECOND_SURNAME, BIRTH_DATE, STATUS, REGISTRATION_LEVEL, ROUTE, LEVEL_SINCE, MOBILE,"
                                + " ACTIVE_MOBILE) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement acts = connection.prepareStatement(
                        "INSERT INTO CLAVE_REGISTRATION_ACT (CITIZEN_ID, ACT_NUMBER, KIND, ROUTE, REGISTRATION_LEVEL,"
                                + " ACTED_AT, ACTED_BY) VALUES (?, 1, ?, ?, ?, ?, ?)")) {
            for (Iterator<SyntheticPerson> each = people.iterator(); each.hasNext(); ) {
                SyntheticPerson person = each.next();
                Citizen.Route route = person.registration().orElseThrow().route();
                String id = GeneratedPeople.citizenId(person);
                String userId = GeneratedPeople.userId(person);
                String mobile = person.mobile().orElseThrow().e164();
                add(
                        users,
                        userId,
                        realmId,
                        id,
                        person.civil().name().given(),
                        person.civil().name().family(),
                        person.email().orElse(null),
                        userId,
                        at.toEpochMilli(),
                        at.toEpochMilli());
                add(roles, userId, defaultRoleId);
                add(
                        citizens,
                        id,
                        realmId,
                        userId,
                        person.civil().nationalId().value(),
                        person.civil().name().given(),
                        person.civil().name().firstSurname(),
                        person.civil().name().secondSurname().orElse(null),
                        Date.valueOf(person.civil().birthDate()),
                        Citizen.Status.ACTIVE.name(),
                        route.level().name(),
                        route.name(),
                        at.toEpochMilli(),
                        mobile,
                        mobile);
                add(
                        acts,
                        id,
                        RegistrationAct.Kind.REGISTERED.name(),
                        route.name(),
                        route.level().name(),
                        at.toEpochMilli(),
                        BY);
                loaded++;
                if (loaded % BATCH == 0 || !each.hasNext()) {
                    users.executeBatch();
                    roles.executeBatch();
                    citizens.executeBatch();
                    acts.executeBatch();
                    connection.commit();
                }
            }
        }
        return loaded;
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }
}
