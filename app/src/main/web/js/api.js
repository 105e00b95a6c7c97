// The App API: every call is proven by the device's key. What is sent and what comes is in the server's openapi.yaml.

import { proof } from "./proof.js";
import { language } from "./texts.js";

/** What the server answered in place of what was asked for; `code` is one of its table. */
export class Problem extends Error {
  constructor(problem, retryAfterSeconds) {
    super(problem.detail || problem.title || problem.code);
    this.code = problem.code;
    this.field = problem.field;
    this.triesLeft = problem.triesLeft;
    this.state = problem.state;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {}

let address;
let nonce;
let ahead = 0;

/** Says where the server is. */
export function serverIs(url) {
  address = url.replace(/\/$/, "");
}

/** The server's clock, in milliseconds: a phone's own may be wrong. */
export const now = () => Date.now() + ahead;

async function send(path, options) {
  try {
    return await fetch(address + path, { ...options, credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" });
  } catch (failure) {
    throw new Unreachable(failure.message);
  }
}

async function askForNonce() {
  const response = await send("/nonce", {});
  if (!response.ok) throw new Unreachable(`HTTP ${response.status}`);
  const told = await response.json();
  nonce = told.nonce;
  ahead = told.time * 1000 - Date.now();
}

/** Calls, as the device whose keys these are; again where the nonce was too old or the clock wrong. */
export async function call(keys, method, path, body) {
  for (let tried = 0; ; tried++) {
    if (!nonce) await askForNonce();
    const url = address + path;
    const headers = {
      DPoP: await proof(keys, { method, url, nonce, now: Math.floor(now() / 1000) }),
      "Accept-Language": language(),
      Accept: "application/json, application/problem+json",
    };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const response = await send(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    nonce = response.headers.get("DPoP-Nonce") ?? nonce;
    if (response.ok) return response.status === 204 ? undefined : response.json();
    const problem = await response.json().catch(() => ({ code: `http_${response.status}` }));
    const stale = problem.code === "use_dpop_nonce" || (problem.code === "invalid_dpop_proof" && problem.reason !== "key");
    if (!stale || tried > 0) {
      throw new Problem(problem, Number(response.headers.get("Retry-After")) || undefined);
    }
    if (problem.code === "invalid_dpop_proof") nonce = undefined;
  }
}

/** What may be asked without a device. */
export async function ask(path) {
  const response = await send(path, {});
  return response.ok ? response.json() : undefined;
}
