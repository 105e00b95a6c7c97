package es.clave.registry.jpa;

import es.clave.identity.ActivationCode;
import es.clave.identity.Parsed;
import es.clave.platform.SlowHash;
import es.clave.registry.ActivationCodes;
import es.clave.registry.Citizen;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** {@link ActivationCodes} in the table {@code CLAVE_ACTIVATION_CODE}. */
final class JpaActivationCodes implements ActivationCodes {

    private static final int TRIES = 5;

    private final EntityManager entities;
    private final OwnTransaction ownTransaction;
    private final SlowHash hashing;
    private final Clock clock;
    private final SecureRandom random;

    JpaActivationCodes(
            EntityManager entities, OwnTransaction ownTransaction, SlowHash hashing, Clock clock, SecureRandom random) {
        this.entities = entities;
        this.ownTransaction = ownTransaction;
        this.hashing = hashing;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public ActivationCode issue(RealmModel realm, Citizen citizen) {
        ActivationCode code = ActivationCode.random(random);
        lock(entities, citizen).ifPresent(former -> {
            entities.remove(former);
            entities.flush();
        });
        entities.persist(new ActivationCodeEntity(citizen.id(), hashing.of(code.value()), clock.instant()));
        return code;
    }

    @Override
    public Answer redeem(RealmModel realm, Optional<Citizen> citizen, String typed) {
        Parsed<ActivationCode, ActivationCode.Mistake> code = ActivationCode.parse(typed);
        return code.invalid().<Answer>map(Answer.Malformed::new).orElseGet(() -> redeem(citizen, code.orElseThrow()));
    }

    @Override
    public Answer check(RealmModel realm, Optional<Citizen> citizen, String typed) {
        Parsed<ActivationCode, ActivationCode.Mistake> code = ActivationCode.parse(typed);
        return code.invalid().<Answer>map(Answer.Malformed::new).orElseGet(() -> tryOut(citizen, code.orElseThrow()));
    }

    private Answer tryOut(Optional<Citizen> citizen, ActivationCode typed) {
        return ownTransaction.run(own -> tryOutRow(citizen.flatMap(known -> lock(own, known)), typed));
    }

    private Answer redeem(Optional<Citizen> citizen, ActivationCode typed) {
        Answer answer = tryOut(citizen, typed);
        // Used up with the request: if that fails, the citizen still has the code. Who comes second finds nothing.
        return answer instanceof Answer.Accepted
                ? citizen.flatMap(known -> lock(entities, known))
                        .map(this::useUp)
                        .orElseGet(Answer.None::new)
                : answer;
    }

    private Answer tryOutRow(Optional<ActivationCodeEntity> row, ActivationCode typed) {
        SlowHash.Hashed hashed = row.map(ActivationCodeEntity::code).orElseGet(SlowHash::nothing);
        boolean right = hashing.matches(hashed, typed.value());
        if (row.isEmpty()) {
            return new Answer.None();
        }
        if (row.get().wrongAnswers() >= TRIES) {
            return new Answer.Blocked();
        }
        if (right) {
            return new Answer.Accepted();
        }
        row.get().countWrong();
        int left = TRIES - row.get().wrongAnswers();
        return left == 0 ? new Answer.Blocked() : new Answer.Wrong(left);
    }

    private Answer useUp(ActivationCodeEntity row) {
        if (row.wrongAnswers() >= TRIES) {
            return new Answer.Blocked();
        }
        entities.remove(row);
        entities.flush();
        return new Answer.Accepted();
    }

    @Override
    public boolean waiting(RealmModel realm, Citizen citizen) {
        return Optional.ofNullable(entities.find(ActivationCodeEntity.class, citizen.id()))
                .filter(row -> row.wrongAnswers() < TRIES)
                .isPresent();
    }

    /** The row as it is now; whoever else wants it waits for the end of the transaction. */
    private static Optional<ActivationCodeEntity> lock(EntityManager entities, Citizen citizen) {
        Optional<ActivationCodeEntity> row = Optional.ofNullable(
                entities.find(ActivationCodeEntity.class, citizen.id(), LockModeType.PESSIMISTIC_WRITE));
        row.ifPresent(entities::refresh);
        return row;
    }

    @Override
    public void close() {}
}
