package es.clave.challenge;

/**
 * The phone that asks or answers, as the registry knows it.
 *
 * @param id of the device
 * @param name make and model, shown on the page of the browser
 * @param userId the Keycloak user whose it is
 */
public record AppDevice(String id, String name, String userId) {

    @Override
    public String toString() {
        return "AppDevice[****]";
    }
}
