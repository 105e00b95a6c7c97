package es.clave.challenge;

import es.clave.identity.OneTimeCode;
import es.clave.platform.KeyedHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/**
 * {@link Codes} in an Infinispan cache. Every change is one atomic {@code replace} or {@code remove} of the exact value
 * that was read: whoever comes second reads again.
 */
final class InfinispanCodes implements Codes {

    private static final int UNMATCHABLE_BYTES = 32;

    private final Cache<String, String> cache;
    private final KeyedHash keyedHash;
    private final Clock clock;
    private final SecureRandom random;

    InfinispanCodes(Cache<String, String> cache, KeyedHash keyedHash, Clock clock, SecureRandom random) {
        this.cache = cache;
        this.keyedHash = keyedHash;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Instant issue(CodeSlot slot, String browser, OneTimeCode code, CodePolicy policy) {
        return put(slot, browser, codeHash(slot, browser, code), policy);
    }

    @Override
    public Instant pretend(CodeSlot slot, String browser, CodePolicy policy) {
        byte[] unmatchable = new byte[UNMATCHABLE_BYTES];
        random.nextBytes(unmatchable);
        String text = Base64.getEncoder().encodeToString(unmatchable);
        return put(slot, browser, keyedHash.of("pretended", key(slot), browser, text), policy);
    }

    private Instant put(CodeSlot slot, String browser, String hash, CodePolicy policy) {
        Instant expiresAt = clock.instant().plus(policy.lifetime());
        PendingCode pending = new PendingCode(hash, browserHash(browser), expiresAt, policy.tries());
        cache.put(key(slot), pending.write(), policy.lifetime().toMillis(), TimeUnit.MILLISECONDS);
        return expiresAt;
    }

    @Override
    public Answer answer(CodeSlot slot, String browser, OneTimeCode typed) {
        ConcurrentMap<String, String> entries = cache;
        String key = key(slot);
        while (true) {
            String line = entries.get(key);
            if (line == null) {
                return new Answer.Expired();
            }
            PendingCode pending = PendingCode.read(line);
            if (!clock.instant().isBefore(pending.expiresAt())) {
                return new Answer.Expired();
            }
            if (!browserHash(browser).equals(pending.browserHash())) {
                return new Answer.Superseded();
            }
            if (pending.triesLeft() <= 0) {
                return new Answer.Exhausted();
            }
            if (keyedHash.matches(pending.hash(), "code", key, browser, typed.value())) {
                if (entries.remove(key, line)) {
                    return new Answer.Accepted();
                }
            } else if (countWrong(key, line, pending)) {
                return pending.triesLeft() == 1 ? new Answer.Exhausted() : new Answer.Wrong(pending.triesLeft() - 1);
            }
        }
    }

    /** A dead code stays until it expires, so that its holder is told why it is dead. */
    private boolean countWrong(String key, String line, PendingCode pending) {
        Duration rest = Duration.between(clock.instant(), pending.expiresAt());
        long lifespan = Math.max(1, rest.toMillis());
        return cache.replace(key, line, pending.withOneTryLess().write(), lifespan, TimeUnit.MILLISECONDS);
    }

    private String key(CodeSlot slot) {
        return keyedHash.of("slot", slot.realmId(), slot.purpose(), slot.subject());
    }

    private String codeHash(CodeSlot slot, String browser, OneTimeCode code) {
        return keyedHash.of("code", key(slot), browser, code.value());
    }

    private String browserHash(String browser) {
        return keyedHash.of("browser", browser);
    }

    @Override
    public void close() {}
}
