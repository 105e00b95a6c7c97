// Starts the app: its server, its language, its screens.

import * as api from "./api.js";
import * as push from "./push.js";
import * as store from "./store.js";
import { best, language, speak, t } from "./texts.js";
import { announce, h } from "./view.js";
import { activate } from "./screens/activate.js";
import { history } from "./screens/history.js";
import { home } from "./screens/home.js";
import { request } from "./screens/request.js";
import { scan, taken } from "./screens/scan.js";
import { settings } from "./screens/settings.js";

const SCREENS = { home, scan, history, settings, request };

/** What the screens may do: know the device, call the server, go elsewhere. */
const app = {
  /** Calls the server as this device. A device that Cl@ve knows no more is forgotten here too. */
  async call(method, path, body) {
    const device = await store.device();
    // Forgotten meanwhile, by another call or in another window.
    if (!device) throw new Over();
    try {
      const answer = await api.call(device.keys, method, path, body);
      offline(false);
      return answer;
    } catch (failure) {
      if (failure instanceof api.Unreachable) offline(true);
      const over = ["device_removed", "device_shut_out", "unknown_device"].includes(failure.code);
      if (!over) throw failure;
      if (!(await store.device())) throw new Over();
      await app.forgetDevice();
      activate(app, t(failure.code === "device_shut_out" ? "shutOut" : "removed"));
      throw new Over();
    }
  },

  /** What may be said of a failure. */
  said(failure) {
    if (failure instanceof Over) return "";
    if (failure instanceof api.Unreachable) return t("unreachable");
    if (failure instanceof api.Problem) {
      const wait = failure.retryAfterSeconds;
      const key = `problem.${failure.code}`;
      const own = t(key, { tries: failure.triesLeft, minutes: Math.ceil((wait ?? 60) / 60) });
      return own === key ? failure.message : own;
    }
    console.error(failure);
    return t("unexpected");
  },

  go(hash) {
    if (location.hash === hash) route();
    else location.hash = hash;
  },

  async forgetDevice() {
    await store.forget("device");
    await push.forget();
    tabs(false);
  },

  async speak(tag) {
    await store.keep("language", tag);
    await begin(tag);
  },

  tabs,
};

/** The app has shown what there is to say already. */
class Over extends Error {}

function offline(yes) {
  const banner = document.getElementById("offline");
  if (banner.hidden === !yes) return;
  banner.textContent = yes ? t("unreachable") : "";
  banner.hidden = !yes;
}

function tabs(visible) {
  const nav = document.getElementById("tabs");
  nav.hidden = !visible;
  nav.setAttribute("aria-label", t("menu"));
  const here = location.hash.split("/")[1] ?? "home";
  nav.replaceChildren(
    ...["home", "scan", "history", "settings"].map((name) =>
      h("a", { href: `#/${name}`, "aria-current": name === here && "page", class: `tab tab--${name}` }, t(`tab.${name}`)),
    ),
  );
}

async function route() {
  const device = await store.device();
  const token = /^#(scan|open)=([A-Za-z0-9._~-]{1,300})$/.exec(location.hash);
  if (!device) {
    // Who comes by a link without a device activates first; the link is good for a moment only and is not kept.
    tabs(false);
    activate(app, token ? t("activateFirst") : "");
  } else if (token) {
    // Out of the address at once: it is used now, and must not be used again by going back.
    window.history.replaceState(null, "", "#/scan");
    tabs(true);
    await taken(app, token[2]);
  } else {
    const [, name = "home", id] = location.hash.split("/");
    tabs(true);
    await (SCREENS[name] ?? home)(app, id);
  }
}

async function begin(tag) {
  await speak(tag);
  document.documentElement.lang = language();
  (await navigator.serviceWorker?.getRegistration())?.active?.postMessage({ language: language() });
  await route();
}

async function start() {
  const config = await (await fetch(new URL("../config.json", import.meta.url))).json();
  api.serverIs(config.api);
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker
      .register(new URL("../service-worker.js", import.meta.url))
      .then(() => navigator.serviceWorker.ready)
      .then((worker) => worker.active.postMessage({ language: language() }))
      .catch((failure) => console.warn("No service worker", failure));
    navigator.serviceWorker.addEventListener("message", () => {
      announce(t("requestArrived"));
      app.go("#/home");
    });
  }
  await begin(best(await store.read("language")));
  window.addEventListener("hashchange", route);
}

start();
