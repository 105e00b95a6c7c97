// The QR of the page, by the camera or by its link; and the link on the same phone.

import { t } from "../texts.js";
import { alert, field, form, h, say, show } from "../view.js";
import { answerable } from "./request.js";

const LOOKS_EVERY_MILLIS = 150;
const TOKEN = /#(?:scan|open)=([A-Za-z0-9._~-]{1,300})$/;

/** The browser's own reader of QR codes, or ours where it has none. */
async function reader() {
  const native = globalThis.BarcodeDetector;
  const formats = await native?.getSupportedFormats?.().catch(() => []);
  const Detector = formats?.includes("qr_code") ? native : (await import("../../vendor/qr/decode.js")).BarcodeDetector;
  return new Detector({ formats: ["qr_code"] });
}

/** Takes the request to which a token belongs, and shows it. */
export async function taken(app, token) {
  try {
    answerable(app, await app.call("POST", "/requests/scan", { token }));
  } catch (failure) {
    await scan(app, undefined, app.said(failure));
  }
}

export async function scan(app, _, said = "") {
  const problem = alert();
  const video = h("video", { class: "camera", playsinline: true, muted: true, "aria-label": t("scanCamera"), hidden: true });
  const state = h("p", { class: "hint", role: "status" }, t("scanStarting"));
  const link = field("link", { label: t("scanLink"), hint: t("scanLinkHint"), inputmode: "url", autocapitalize: "off" });
  let camera;
  let over = false;

  const stop = () => {
    over = true;
    camera?.getTracks().forEach((track) => track.stop());
  };
  const paste = async () => {
    const token = TOKEN.exec(link.input.value.trim());
    link.wrong(token ? "" : t("scanLinkWrong"));
    if (token) await taken(app, token[1]);
  };

  const other = h("details", {}, h("summary", {}, t("scanOther")), form(t("scanLinkUse"), paste, link.box));

  app.tabs(true);
  show(
    t("scanTitle"),
    [
      h("p", { class: "lead" }, t("scanLead")),
      problem,
      video,
      state,
      other,
    ],
    { left: stop },
  );
  say(problem, said);

  try {
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  } catch {
    state.textContent = t("scanNoCamera");
    other.open = true;
    return;
  }
  if (over) return stop();
  video.srcObject = camera;
  video.hidden = false;
  await video.play().catch(() => {});
  state.textContent = t("scanLooking");
  const detector = await reader();

  const look = async () => {
    if (over) return;
    const found = video.readyState >= video.HAVE_CURRENT_DATA ? await detector.detect(video).catch(() => []) : [];
    const token = found.map(({ rawValue }) => TOKEN.exec(rawValue)).find(Boolean);
    if (over) return;
    if (token) {
      stop();
      navigator.vibrate?.(60);
      await taken(app, token[1]);
    } else {
      if (found.length) state.textContent = t("scanNotOurs");
      setTimeout(look, LOOKS_EVERY_MILLIS);
    }
  };
  look();
}
