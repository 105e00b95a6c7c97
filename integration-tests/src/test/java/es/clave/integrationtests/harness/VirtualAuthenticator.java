package es.clave.integrationtests.harness;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The citizen's device as Chromium's DevTools play it: it makes passkeys, and unlocks itself when asked for one. */
public final class VirtualAuthenticator {

    private final CDPSession devTools;
    private final String id;

    private VirtualAuthenticator(CDPSession devTools, String id) {
        this.devTools = devTools;
        this.id = id;
    }

    /** In the browser of this page. */
    public static VirtualAuthenticator in(Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable", new JsonObject());
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        JsonObject made = devTools.send("WebAuthn.addVirtualAuthenticator", asked);
        return new VirtualAuthenticator(devTools, made.get("authenticatorId").getAsString());
    }

    /** The passkeys, private keys and counters included: what somebody has who could copy the device. */
    public JsonArray passkeys() {
        return devTools.send("WebAuthn.getCredentials", asked()).getAsJsonArray("credentials");
    }

    /** Forgets all passkeys and has these in their place. */
    public void become(JsonArray passkeys) {
        devTools.send("WebAuthn.clearCredentials", asked());
        passkeys.forEach(passkey -> {
            JsonObject asked = asked();
            asked.add("credential", passkey);
            devTools.send("WebAuthn.addCredential", asked);
        });
    }

    /** Whether finger, face or PIN will be right from now on. */
    public void verifies(boolean right) {
        JsonObject asked = asked();
        asked.addProperty("isUserVerified", right);
        devTools.send("WebAuthn.setUserVerified", asked);
    }

    private JsonObject asked() {
        JsonObject asked = new JsonObject();
        asked.addProperty("authenticatorId", id);
        return asked;
    }
}
