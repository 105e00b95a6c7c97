// Devices, notifications, the phone's lock, the language, and giving it all up.

import * as push from "../push.js";
import * as store from "../store.js";
import { LANGUAGES, language, moment, t } from "../texts.js";
import * as unlock from "../unlock.js";
import { alert, announce, button, field, form, h, say, show, sure } from "../view.js";
import * as api from "../api.js";

export async function settings(app) {
  const problem = alert();
  const devices = h("div", { class: "devices" });
  const messages = h("div");
  const lock = h("div");
  const attempt = (work) => async () => {
    say(problem, "");
    try {
      await work();
    } catch (failure) {
      say(problem, app.said(failure));
    }
  };

  const here = show(t("settingsTitle"), [
    problem,
    section("devices", devices),
    section("messages", messages),
    section("lock", lock),
    section("language", languageChoice(app)),
    section(
      "deactivate",
      h("p", {}, t("deactivateText")),
      button(
        t("deactivate"),
        attempt(async () => {
          if (!(await sure(t("deactivateSure"), t("deactivate")))) return;
          await app.call("DELETE", "/devices/me");
          await app.forgetDevice();
          app.go("#/home");
        }),
        { kind: "danger" },
      ),
    ),
  ]);

  const load = async () => {
    const { devices: all, most } = await app.call("GET", "/devices");
    if (!here()) return;
    devices.replaceChildren(h("p", { class: "hint" }, t("devicesMost", { most })), ...all.map(deviceCard));
  };

  const deviceCard = (device) =>
    h(
      "section",
      { class: "card", "aria-label": device.name, "data-device": device.id },
      h("h3", {}, device.name),
      device.current && h("span", { class: "mark mark--confirm" }, t("deviceThis")),
      h(
        "p",
        { class: "hint" },
        `${t("deviceSince", { when: moment(device.activatedAt, api.now()) })} · ${t("deviceUsed", { when: moment(device.lastUsedAt, api.now()) })}`,
      ),
      renaming(device),
      !device.current &&
        button(
          t("deviceRemove"),
          attempt(async () => {
            if (!(await sure(t("deviceRemoveSure", { name: device.name }), t("deviceRemove")))) return;
            await app.call("DELETE", `/devices/${encodeURIComponent(device.id)}`);
            announce(t("deviceRemoved"));
            await load();
          }),
          { kind: "danger" },
        ),
    );

  const renaming = (device) => {
    const name = field(`name-${device.id}`, { label: t("deviceName"), value: device.name, maxlength: "60" });
    const rename = async () => {
      name.wrong("");
      try {
        const changed = await app.call("PATCH", `/devices/${encodeURIComponent(device.id)}`, { name: name.input.value });
        if (changed.current) await store.changeDevice(() => ({ name: changed.name }));
        announce(t("deviceRenamed"));
        await load();
      } catch (failure) {
        name.wrong(app.said(failure));
      }
    };
    return h("details", {}, h("summary", {}, t("deviceRename")), form(t("save"), rename, name.box));
  };

  const showMessages = async () => {
    const on = await push.on();
    const state = h("p", { role: "status" }, t(on ? "messagesAreOn" : "messagesAreOff"));
    const flip = button(
      t(on ? "messagesSwitchOff" : "messagesOn"),
      attempt(async () => {
        const { keys } = await store.device();
        if (on) await push.switchOff(keys);
        const became = on ? "off" : await push.switchOn(keys);
        if (became === "on" || became === "off") await showMessages();
        else state.textContent = t(`messages.${became}`);
      }),
      { kind: "secondary" },
    );
    messages.replaceChildren(state, push.possible() ? flip : h("p", { class: "hint" }, t("messages.unavailable")));
  };

  const showLock = async () => {
    const on = Boolean((await store.device())?.unlock);
    const can = on || (await unlock.possible());
    lock.replaceChildren(h("p", { role: "status" }, t(on ? "lockIsOn" : can ? "lockIsOff" : "lockImpossible")));
    if (!can) return;
    const flip = async () => {
      if (!on) await unlock.setUp((await store.device()).name);
      else if (await unlock.unlocked()) await unlock.takeAway();
      await showLock();
    };
    lock.append(button(t(on ? "lockOff" : "lockOn"), flip, { kind: "secondary" }));
  };

  await Promise.all([attempt(load)(), showMessages(), showLock()]);
}

function section(name, ...children) {
  return h("section", { "aria-labelledby": `part-${name}` }, h("h2", { id: `part-${name}` }, t(`part.${name}`)), ...children);
}

function languageChoice(app) {
  const select = h(
    "select",
    { id: "language", class: "input", onchange: () => app.speak(select.value) },
    ...Object.entries(LANGUAGES).map(([tag, name]) => h("option", { value: tag, lang: tag, selected: tag === language() }, name)),
  );
  return h("div", { class: "field" }, h("label", { for: "language" }, t("language")), select);
}
