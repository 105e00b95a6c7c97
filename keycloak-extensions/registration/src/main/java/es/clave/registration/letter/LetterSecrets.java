package es.clave.registration.letter;

import es.clave.platform.KeyedHash;
import es.clave.platform.ServerKeys;
import es.clave.platform.SlowHash;
import java.security.SecureRandom;

/** The keys of the letters, and what is done with them. */
record LetterSecrets(KeyedHash subjects, SlowHash hash, AddresseeSeal seal) {

    static LetterSecrets of(ServerKeys keys, SecureRandom random) {
        return new LetterSecrets(
                keys.keyedHash("registration.letter.subject"),
                new SlowHash(keys.derive("registration.letter.code"), random),
                new AddresseeSeal(keys));
    }
}
