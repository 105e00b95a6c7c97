package es.clave.challenge;

/**
 * The place where one pending code lives: a new code takes the place of the old.
 *
 * @param realmId the realm's id
 * @param purpose what the code is for, for example {@code pin}
 * @param subject whom it belongs to; never leaves the server in clear
 */
public record CodeSlot(String realmId, String purpose, String subject) {

    @Override
    public String toString() {
        return "CodeSlot[" + purpose + "]";
    }
}
