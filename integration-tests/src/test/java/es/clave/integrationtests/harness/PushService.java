package es.clave.integrationtests.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The push service behind a browser, from which Chromium's DevTools deliver what has been decrypted. */
public final class PushService {

    private final Page page;
    private final CDPSession devTools;
    private final CompletableFuture<String> registration = new CompletableFuture<>();

    public PushService(Page page) {
        this.page = page;
        this.devTools = page.context().newCDPSession(page);
        devTools.on("ServiceWorker.workerRegistrationUpdated", told -> {
            for (JsonElement one : told.getAsJsonArray("registrations")) {
                registration.complete(
                        one.getAsJsonObject().get("registrationId").getAsString());
            }
        });
        devTools.send("ServiceWorker.enable");
    }

    /** Brings a message to the page's service worker. */
    public void deliver(String message) {
        page.waitForCondition(registration::isDone);
        URI here = URI.create(page.url());
        JsonObject asked = new JsonObject();
        asked.addProperty("origin", here.getScheme() + "://" + here.getAuthority());
        asked.addProperty("registrationId", registration.join());
        asked.addProperty("data", message);
        devTools.send("ServiceWorker.deliverPushMessage", asked);
    }
}
