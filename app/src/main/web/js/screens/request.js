// One request: who asks, for what, from where; yes, no, or the PIN to type there.

import * as api from "../api.js";
import { sign, thumbprint } from "../proof.js";
import * as store from "../store.js";
import { duration, moment, t } from "../texts.js";
import { unlocked } from "../unlock.js";
import { alert, announce, button, field, form, h, say, show } from "../view.js";

const OPEN = ["WAITING", "SCANNED"];

export async function request(app, id) {
  try {
    const found = await app.call("GET", `/requests/${encodeURIComponent(id ?? "")}`);
    if (OPEN.includes(found.state)) answerable(app, found);
    else ended(app, t("goneTitle"), t(`state.${found.state}`));
  } catch (failure) {
    if (failure instanceof api.Unreachable) return app.go("#/home");
    const said = app.said(failure);
    if (said) ended(app, t("goneTitle"), said);
  }
}

/** Shows a request that may be answered. */
export function answerable(app, asked) {
  const problem = alert();
  const left = h("p", { class: "time", role: "timer" });
  const digits = field("digits", {
    label: t("digits"),
    hint: t("digitsHint"),
    inputmode: "numeric",
    maxlength: "7",
    class: "input input--code",
  });

  const tick = () => {
    const rest = Date.parse(asked.expiresAt) - api.now();
    left.textContent = t("timeLeft", { time: duration(rest) });
    if (rest <= 0) ended(app, t("goneTitle"), t("state.EXPIRED"));
  };
  const timer = setInterval(tick, 1000);

  const answer = async (decision) => {
    say(problem, "");
    digits.wrong("");
    const typed = digits.input.value.replace(/\D/g, "");
    if (decision === "confirm" && asked.kind === "TYPED" && typed.length !== 6) {
      digits.wrong(t("digitsEmpty"));
      return;
    }
    if (decision === "confirm" && !(await unlocked())) {
      say(problem, t("locked"));
      return;
    }
    try {
      const { returnTo } = await send(app, asked, decision, asked.kind === "TYPED" ? typed : undefined);
      if (decision === "reject") ended(app, t("rejectedTitle"), t("rejectedText", { agency: asked.agency.name }));
      else confirmed(app, asked, returnTo);
    } catch (failure) {
      const said = app.said(failure);
      if (failure.code === "wrong_digits" && failure.triesLeft > 0) digits.wrong(said);
      else if (["request_gone", "already_answered", "not_found", "wrong_digits"].includes(failure.code)) {
        ended(app, t("goneTitle"), said);
      } else say(problem, said);
    }
  };

  const yes = t("confirm");
  const no = button(t("reject"), () => answer("reject"), { kind: "danger", "data-answer": "reject" });
  const way = {
    QR: () => [button(yes, () => answer("confirm"), { "data-answer": "confirm" }), no],
    TYPED: () => [form(yes, () => answer("confirm"), digits.box), no],
    PIN: () => [...pin(app, asked, problem), no],
  };

  // Nothing beside the question.
  app.tabs(false);
  show(
    t(asked.kind === "PIN" ? "pinTitle" : "requestTitle"),
    [
      h("p", { class: "lead" }, t(`requestLead.${asked.kind}`)),
      facts(asked),
      left,
      h("p", { class: "warning" }, t("requestWarning")),
      problem,
      h(
        "div",
        { class: "actions actions--wide" },
        ...way[asked.kind](),
        button(t("toHome"), () => app.go("#/home"), { kind: "link" }),
      ),
    ],
    { left: () => clearInterval(timer), className: "request" },
  );
  tick();
}

/** What the citizen decides upon, and signs. */
function facts({ agency, service, place, askedAt }) {
  const rows = [
    ["agency", agency.name],
    ["service", service],
    ["place", place],
    ["askedAt", moment(askedAt, api.now())],
  ];
  return h(
    "dl",
    { class: "facts" },
    ...rows.filter(([, value]) => value).map(([key, value]) => h("div", {}, h("dt", {}, t(`fact.${key}`)), h("dd", {}, value))),
  );
}

/** Signs what was seen and sends it. One at a time, in all windows of the app: each answer has a number of its own. */
function send(app, asked, decision, digits) {
  return oneAtATime(async () => {
    const { keys } = await store.device();
    const claims = {
      requestId: asked.id,
      challenge: asked.challenge,
      agency: asked.agency.id,
      agencyName: asked.agency.name,
      service: asked.service,
      place: asked.place,
      decision,
      iat: Math.floor(api.now() / 1000),
      counter: await store.nextCount(),
    };
    if (decision === "confirm" && digits) claims.digits = digits;
    const answer = await sign(keys, { typ: "clave-answer+jwt", kid: await thumbprint(keys) }, claims);
    return app.call("POST", `/requests/${encodeURIComponent(asked.id)}/answer`, { answer });
  });
}

const oneAtATime = (work) => (navigator.locks ? navigator.locks.request("answer", work) : work());

function pin(app, asked, problem) {
  const shown = h("output", { class: "pin", "aria-live": "polite", hidden: true });
  const reveal = button(t("pinShow"), async () => {
    if (!(await unlocked())) {
      say(problem, t("locked"));
      return;
    }
    try {
      const { pin: digits } = await app.call("GET", `/requests/${encodeURIComponent(asked.id)}/pin`);
      say(problem, "");
      shown.textContent = `${digits.slice(0, 3)} ${digits.slice(3)}`;
      shown.setAttribute("aria-label", t("pinIs", { digits: [...digits].join(" ") }));
      shown.hidden = false;
      reveal.hidden = true;
      announce(t("pinType"));
    } catch (failure) {
      say(problem, app.said(failure));
    }
  });
  return [shown, reveal, h("p", { class: "hint" }, t("pinType"))];
}

function confirmed(app, asked, returnTo) {
  if (returnTo && /^https?:/.test(returnTo)) {
    show(t("confirmedTitle"), [
      h("p", { class: "lead" }, t("confirmedReturn", { agency: asked.agency.name })),
      h("div", { class: "actions" }, h("a", { class: "button button--primary", href: returnTo, rel: "noreferrer" }, t("goOn"))),
    ]);
    location.assign(returnTo);
    return;
  }
  ended(app, t("confirmedTitle"), t("confirmedText", { agency: asked.agency.name }));
}

function ended(app, title, text) {
  app.tabs(true);
  show(title, [
    h("p", { class: "lead", "data-ended": true }, text),
    h("div", { class: "actions" }, button(t("toHome"), () => app.go("#/home"))),
  ]);
  if (location.hash.startsWith("#/request")) window.history.replaceState(null, "", "#/home");
}
