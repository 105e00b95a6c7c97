// Web Push: so that a request is seen while the app sleeps. Without it the app asks when it is opened.

import * as api from "./api.js";
import { bytesOf } from "./proof.js";

const worker = () => navigator.serviceWorker.ready;

/** Whether this browser can, at all. */
export const possible = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Whether messages come to this phone now. */
export async function on() {
  return possible() && Notification.permission === "granted" && Boolean(await (await worker()).pushManager.getSubscription());
}

/** Asks the citizen, subscribes, and tells the server: "on", "denied", or "unavailable" where the server sends none. */
export async function switchOn(keys) {
  const key = await api.ask("/push-key");
  if (!possible() || !key) return "unavailable";
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  try {
    const subscription = await (
      await worker()
    ).pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key.publicKey) });
    await api.call(keys, "PUT", "/devices/me/push", subscription.toJSON());
    return "on";
  } catch (failure) {
    if (failure instanceof api.Problem || failure instanceof DOMException) return "unavailable";
    throw failure;
  }
}

/** No more messages. */
export async function switchOff(keys) {
  await api.call(keys, "DELETE", "/devices/me/push");
  await forget();
}

/** Ends the subscription on this side. */
export async function forget() {
  if (!possible()) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
