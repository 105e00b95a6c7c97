package es.clave.challenge;

import java.time.Duration;

/**
 * What a browser asks of the app.
 *
 * @param awaited whose answer; one request of a kind waits for each citizen, and for each nobody. With kind {@code QR}
 *     anybody, or the citizen as whom the browser is logged in already
 * @param browser the only browser window that may go on
 * @param returnTo where the person goes back to after a confirmation on the same phone, without the proof
 */
public record NewAppRequest(
        String realmId,
        AppRequest.Kind kind,
        Awaited awaited,
        String browser,
        String agencyClientId,
        String agencyName,
        String service,
        String place,
        String returnTo,
        Duration lifetime) {

    @Override
    public String toString() {
        return "NewAppRequest[" + kind + "]";
    }
}
