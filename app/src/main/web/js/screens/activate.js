// From document and datum to a device: SMS code, then the key is this citizen's.

import * as api from "../api.js";
import { makeKeys } from "../proof.js";
import * as store from "../store.js";
import { duration, LANGUAGES, language, t } from "../texts.js";
import { alert, button, field, form, h, say, show } from "../view.js";
import * as unlock from "../unlock.js";

/** What the phone calls itself, as far as browsers tell. */
async function makeAndModel() {
  const hints = await navigator.userAgentData?.getHighEntropyValues?.(["model", "platform"]).catch(() => undefined);
  const browser = /Firefox|Edg|OPR|SamsungBrowser|Chrome|Safari/.exec(navigator.userAgent)?.[0] ?? "";
  const system = hints?.model || hints?.platform || /iPhone|iPad|Android|Windows|Mac OS|Linux/.exec(navigator.userAgent)?.[0] || "";
  return [system, browser.replace("Edg", "Edge").replace("OPR", "Opera")].filter(Boolean).join(", ").slice(0, 60);
}

/** What was typed, until it has served: choosing another language must not lose it. */
let draft;

/** The first screen. */
export async function activate(app, notice = "") {
  draft ??= { nationalId: "", contrastDatum: "", deviceName: await makeAndModel() };
  identify(app, draft, notice);
}

function identify(app, typed, notice) {
  const problem = alert();
  const nationalId = field("nationalId", {
    label: t("nationalId"),
    hint: t("nationalIdHint"),
    value: typed.nationalId,
    autocapitalize: "characters",
    maxlength: "40",
  });
  const contrastDatum = field("contrastDatum", {
    label: t("contrastDatum"),
    hint: t("contrastDatumHint"),
    value: typed.contrastDatum,
    autocapitalize: "characters",
    maxlength: "40",
  });
  const deviceName = field("deviceName", {
    label: t("deviceName"),
    hint: t("deviceNameHint"),
    value: typed.deviceName,
    maxlength: "60",
  });
  const fields = { nationalId, contrastDatum, deviceName };

  const send = async () => {
    say(problem, "");
    for (const { wrong } of Object.values(fields)) wrong("");
    try {
      await sendCode(app, typed);
    } catch (failure) {
      if (fields[failure.field]) fields[failure.field].wrong(app.said(failure));
      else say(problem, app.said(failure));
    }
  };

  for (const [name, { input }] of Object.entries(fields)) {
    input.addEventListener("input", () => (typed[name] = input.value));
  }

  show(t("activateTitle"), [
    notice && h("p", { class: "notice", role: "status" }, notice),
    h("p", { class: "lead" }, t("activateLead")),
    problem,
    form(t("activateSend"), send, nationalId.box, contrastDatum.box, deviceName.box),
    h("p", { class: "hint" }, t("activateWho")),
    languages(app),
  ]);
}

/** The languages, where there are no settings yet. */
export function languages(app) {
  return h(
    "nav",
    { class: "languages", "aria-label": t("language") },
    ...Object.entries(LANGUAGES).map(([tag, name]) =>
      button(name, () => app.speak(tag), {
        kind: "link",
        lang: tag,
        "aria-pressed": String(tag === language()),
        "data-language": tag,
      }),
    ),
  );
}

/** A new key for every activation: none is used for two. */
async function sendCode(app, typed) {
  const keys = await makeKeys();
  const begun = await api.call(keys, "POST", "/activations", typed);
  code(app, typed, keys, begun);
}

function code(app, typed, keys, begun) {
  const problem = alert();
  const input = field("code", {
    label: t("code"),
    hint: t("codeHint", { ending: begun.phoneEnding }),
    inputmode: "numeric",
    autocomplete: "one-time-code",
    maxlength: "12",
    class: "input input--code",
  });
  const again = button(t("codeAgain"), () => resend(), { kind: "secondary" });
  const wait = h("p", { class: "hint" });

  const resend = async () => {
    try {
      await sendCode(app, typed);
    } catch (failure) {
      say(problem, app.said(failure));
    }
  };

  const tick = () => {
    const left = Date.parse(begun.resendAt) - api.now();
    again.disabled = left > 0;
    wait.textContent = left > 0 ? t("codeWait", { time: duration(left) }) : "";
    wait.hidden = left <= 0;
  };
  const timer = setInterval(tick, 1000);
  tick();

  const send = async () => {
    input.wrong("");
    say(problem, "");
    try {
      const device = await api.call(keys, "POST", `/activations/${begun.id}`, { code: input.input.value });
      await store.keep("device", { id: device.id, name: device.name, keys, counter: 0 });
      draft = undefined;
      navigator.storage?.persist?.();
      await done(app);
    } catch (failure) {
      if (failure.code === "activation_over") identify(app, typed, app.said(failure));
      else if (failure.field === "code" || failure.code === "wrong_code") input.wrong(app.said(failure));
      else say(problem, app.said(failure));
    }
  };

  show(
    t("codeTitle"),
    [
      h("p", { class: "lead" }, t("codeLead")),
      problem,
      form(t("codeSend"), send, input.box),
      wait,
      h("div", { class: "actions" }, again, button(t("codeBack"), () => identify(app, typed, ""), { kind: "link" })),
    ],
    { left: () => clearInterval(timer) },
  );
}

async function done(app) {
  const lock = await unlock.possible();
  const goOn = () => app.go("#/home");
  show(t("activatedTitle"), [
    h("p", { class: "lead" }, t("activatedLead")),
    lock && h("p", {}, t("lockWhy")),
    h(
      "div",
      { class: "actions" },
      lock &&
        button(t("lockOn"), async () => {
          await unlock.setUp((await store.device()).name);
          goOn();
        }),
      button(t(lock ? "lockLater" : "goOn"), goOn, { kind: lock ? "secondary" : "primary" }),
    ),
  ]);
}
