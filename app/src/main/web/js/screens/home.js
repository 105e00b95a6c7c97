// What waits for an answer, looked for every few seconds while the app is in front.

import * as store from "../store.js";
import * as api from "../api.js";
import * as push from "../push.js";
import { duration, t } from "../texts.js";
import { alert, announce, button, h, say, show } from "../view.js";

const LOOKS_EVERY_MILLIS = 3000;

export async function home(app) {
  const problem = alert();
  const list = h("div", { class: "requests", "data-requests": true });
  const greeting = h("p", { class: "lead" }, t("homeLead"));
  const offer = h("div");
  let known;
  let timer;

  const here = show(
    t("homeTitle"),
    [
      greeting,
      problem,
      h("h2", {}, t("homeRequests")),
      list,
      h("div", { class: "actions" }, h("a", { class: "button button--primary", href: "#/scan" }, t("homeScan"))),
      offer,
    ],
    { left: () => clearTimeout(timer) },
  );

  const look = async () => {
    if (!here()) return;
    if (document.visibilityState === "visible") {
      try {
        const { requests } = await app.call("GET", "/requests");
        if (!here()) return;
        say(problem, "");
        list.replaceChildren(...(requests.length ? requests.map(card) : [h("p", { class: "empty" }, t("homeNone"))]));
        const ids = requests.map((request) => request.id);
        if (known && ids.some((id) => !known.includes(id))) announce(t("requestArrived"));
        known = ids;
      } catch (failure) {
        if (!here()) return;
        if (!(failure instanceof api.Unreachable)) say(problem, app.said(failure));
      }
    }
    timer = setTimeout(look, LOOKS_EVERY_MILLIS);
  };
  look();

  app
    .call("GET", "/citizen")
    .then(({ givenName }) => (greeting.textContent = t("homeHello", { name: givenName })))
    .catch(() => {});
  offerMessages(offer);
}

function card(request) {
  return h(
    "a",
    { class: "card card--link", href: `#/request/${request.id}`, "data-kind": request.kind },
    h("strong", {}, request.agency.name),
    request.service && h("span", {}, request.service),
    h("span", { class: "hint" }, t("timeLeft", { time: duration(Date.parse(request.expiresAt) - api.now()) })),
  );
}

/** Once, and never again to who said no. */
async function offerMessages(place) {
  if (!push.possible() || Notification.permission !== "default" || (await store.read("messagesOffered"))) return;
  if (!(await api.ask("/push-key").catch(() => undefined))) return;
  const close = async () => {
    await store.keep("messagesOffered", true);
    place.replaceChildren();
  };
  place.replaceChildren(
    h(
      "section",
      { class: "card", "aria-labelledby": "messages" },
      h("h2", { id: "messages" }, t("messagesTitle")),
      h("p", {}, t("messagesWhy")),
      h(
        "div",
        { class: "actions" },
        button(t("messagesOn"), async () => {
          await push.switchOn((await store.device()).keys);
          await close();
        }),
        button(t("messagesNo"), close, { kind: "link" }),
      ),
    ),
  );
}
