// What the citizen's devices answered.

import { moment, t } from "../texts.js";
import { alert, button, h, say, show } from "../view.js";
import * as api from "../api.js";

const PAGE = 50;

export async function history(app) {
  const problem = alert();
  const list = h("ol", { class: "history" });
  const none = h("p", { class: "empty", hidden: true }, t("historyNone"));
  let last;

  const more = button(t("historyMore"), () => load(), { kind: "secondary" });
  more.hidden = true;
  const here = show(t("historyTitle"), [h("p", { class: "lead" }, t("historyLead")), problem, none, list, more]);

  const load = async () => {
    try {
      const { answers } = await app.call("GET", `/history${last ? `?before=${encodeURIComponent(last)}` : ""}`);
      if (!here()) return;
      list.append(...answers.map(item));
      last = answers.at(-1)?.at;
      more.hidden = answers.length < PAGE;
      none.hidden = list.children.length > 0;
    } catch (failure) {
      say(problem, app.said(failure));
    }
  };
  await load();
}

function item({ agencyName, service, place, decision, at, device }) {
  return h(
    "li",
    { class: "card" },
    h("strong", {}, agencyName),
    h("span", { class: `mark mark--${decision}` }, t(`decision.${decision}`)),
    service && h("span", {}, service),
    h("span", { class: "hint" }, [moment(at, api.now()), place, device.name].filter(Boolean).join(" · ")),
  );
}
