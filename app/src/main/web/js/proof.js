// What the device signs: DPoP proofs (RFC 9449) and answers, as JWS in compact serialization, by WebCrypto.

const utf8 = new TextEncoder();
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" };

/** Base64url without padding. */
export function base64url(data) {
  const bytes = typeof data === "string" ? utf8.encode(data) : new Uint8Array(data);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** What base64url stands for. */
export function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

/** Letters and digits that nobody guesses. */
export function randomText(bytes = 24) {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** A key pair whose private half no script can read, this one included. */
export function makeKeys() {
  return crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
}

/** The public key: the members that are needed, and no other. */
export async function publicJwk({ publicKey }) {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  return { kty, crv, x, y };
}

/** RFC 7638: the members in alphabetical order, without spaces. */
export async function thumbprint(keys) {
  const { crv, kty, x, y } = await publicJwk(keys);
  return base64url(await crypto.subtle.digest("SHA-256", utf8.encode(JSON.stringify({ crv, kty, x, y }))));
}

/** Signs; WebCrypto's ECDSA signature is the one that ES256 wants. */
export async function sign(keys, header, claims) {
  const signed = `${base64url(JSON.stringify({ ...header, alg: "ES256" }))}.${base64url(JSON.stringify(claims))}`;
  const signature = await crypto.subtle.sign(SIGNATURE, keys.privateKey, utf8.encode(signed));
  return `${signed}.${base64url(signature)}`;
}

/** The proof of one call. */
export async function proof(keys, { method, url, nonce, now }) {
  const claims = { jti: randomText(), htm: method, htu: url.split(/[?#]/)[0], iat: now, nonce };
  return sign(keys, { typ: "dpop+jwt", jwk: await publicJwk(keys) }, claims);
}
