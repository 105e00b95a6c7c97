// The phone's own lock (finger, face, PIN) before an answer: by a passkey that is made for this app and stays here. It keeps
// out who holds the phone unlocked; what Cl@ve trusts is the device's key.

import { base64url, bytesOf } from "./proof.js";
import * as store from "./store.js";

/** Whether this phone has a lock that a page can ask for. */
export async function possible() {
  return (await window.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.()) ?? false;
}

const challenge = () => crypto.getRandomValues(new Uint8Array(32));

/** Sets the lock up; false where the citizen did not want it. */
export async function setUp(name) {
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: challenge(),
        rp: { name: "APP Cl@ve" },
        user: { id: challenge(), name: "APP Cl@ve", displayName: name },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: {
          authenticatorAttachment: "platform",
          residentKey: "discouraged",
          userVerification: "required",
        },
        attestation: "none",
      },
    });
    await store.changeDevice(() => ({ unlock: base64url(made.rawId) }));
    return true;
  } catch {
    return false;
  }
}

/** Does without the lock from now on. */
export const takeAway = () => store.changeDevice(() => ({ unlock: undefined }));

/** Asks for finger, face or PIN, where the lock is set up; false where it was not given. */
export async function unlocked() {
  const device = await store.device();
  if (!device?.unlock) return true;
  try {
    const given = await navigator.credentials.get({
      publicKey: {
        challenge: challenge(),
        allowCredentials: [{ type: "public-key", id: bytesOf(device.unlock), transports: ["internal"] }],
        userVerification: "required",
      },
    });
    // Byte 32 holds the flags; bit 2 says that finger, face or PIN was right (WebAuthn, 6.1).
    return (new Uint8Array(given.response.authenticatorData)[32] & 4) !== 0;
  } catch {
    return false;
  }
}
