// Asks the browser for a passkey, or to make one, and sends what it answers. The server checks everything.

const form = document.querySelector("form[data-passkey]");
const told = form.dataset;
const status = form.querySelector("[data-passkey-status]");
const ask = form.querySelector("[data-passkey-ask]");

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

if (told.passkey === "autofill") autofill();
else if (!window.PublicKeyCredential) form.querySelector("[data-passkey-unsupported]").hidden = false;
else offer(told.passkey === "create" ? create : get);

function offer(ceremony) {
  if (!ask) return;
  ask.hidden = false;
  ask.addEventListener("click", async () => {
    ask.disabled = true;
    status.textContent = status.dataset.textWaiting;
    try {
      await ceremony();
    } catch (refusal) {
      // Browsers do not tell "turned back" from "has none": it would tell sites who has been here.
      status.textContent = refusal.name === "InvalidStateError" ? status.dataset.textAlready : status.dataset.textNothing;
      ask.disabled = false;
      ask.focus();
    }
  });
}

function options() {
  // No list of credentials: whoever has one for this address is asked for it, and nobody says who they are.
  return { challenge: bytes(told.challenge), rpId: told.rpId, userVerification: "required", allowCredentials: [] };
}

async function get() {
  send(await navigator.credentials.get({ publicKey: options() }));
}

async function autofill() {
  if (!(await window.PublicKeyCredential?.isConditionalMediationAvailable?.())) return;
  const stop = new AbortController();
  window.addEventListener("submit", () => stop.abort());
  navigator.credentials
    .get({ mediation: "conditional", publicKey: options(), signal: stop.signal })
    .then(send)
    .catch(() => {}); // another way was taken
}

function send({ id, response }) {
  const field = form.elements;
  field.namedItem("credentialId").value = id;
  field.namedItem("clientDataJSON").value = text(response.clientDataJSON);
  field.namedItem("authenticatorData").value = text(response.authenticatorData);
  field.namedItem("signature").value = text(response.signature);
  field.namedItem("userHandle").value = response.userHandle ? text(response.userHandle) : "";
  submit("check");
}

async function create() {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(told.challenge),
      rp: { id: told.rpId, name: told.rpName },
      user: { id: bytes(told.userId), name: told.holderNumber, displayName: told.holder },
      pubKeyCredParams: told.algorithms.split(",").map((alg) => ({ type: "public-key", alg: Number(alg) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      excludeCredentials: told.exclude
        .split(",")
        .filter(Boolean)
        .map((id) => ({ type: "public-key", id: bytes(id) })),
      timeout: Number(told.timeoutSeconds) * 1000,
    },
  });
  const field = form.elements;
  field.namedItem("clientDataJSON").value = text(made.response.clientDataJSON);
  field.namedItem("attestationObject").value = text(made.response.attestationObject);
  field.namedItem("publicKeyCredentialId").value = made.id;
  field.namedItem("transports").value = made.response.getTransports?.().join(",") ?? "";
  field.namedItem("authenticatorAttachment").value = made.authenticatorAttachment ?? "";
  submit("create");
}

function submit(step) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "step";
  field.value = step;
  form.append(field);
  form.requestSubmit();
}
