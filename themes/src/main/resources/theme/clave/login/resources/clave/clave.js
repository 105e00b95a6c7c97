// What makes the pages nicer where there is JavaScript. Every page works without it.

import { checkAuthSession, startSessionPolling } from "../js/authChecker.js";

const page = document.body;
const fill = (text, value) => text.replace("{0}", value);

// The address of an answered form becomes that of the page it brought: going back and reloading then send nothing twice.
if (location.pathname.includes("/login-actions/")) {
  const form = document.querySelector("form[action*='session_code=']");
  const here = new URL(form ? form.action : location.href);
  here.searchParams.delete("session_code");
  history.replaceState({}, "", here);
}

// A login in another tab ends this one well; a stale tab starts afresh.
if (page.dataset.watch) startSessionPolling(page.dataset.watch);
if (page.dataset.session) checkAuthSession(page.dataset.session);

// What went wrong is read out first.
document.querySelector("[data-summary]")?.focus();

// The list of languages closes like a menu.
const menu = document.querySelector("[data-menu]");
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
menu?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A form goes out once, however often its button is pressed.
for (const form of document.querySelectorAll("form[data-once]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => (sent = false));
}

document.querySelector("form[data-submit-now]")?.submit();

// Agencies are told in frames; then on, even if one of them does not answer.
const next = document.querySelector("a[data-continue]");
if (next) {
  const go = () => location.replace(next.href);
  if (document.readyState === "complete") go();
  else window.addEventListener("load", go);
  setTimeout(go, 5000);
}

if (document.querySelector("form[data-passkey]")) import("./passkey.js");
const waiting = document.querySelector("form[data-request]");
if (waiting) import("./mobile.js").then(({ wait }) => wait(waiting));

revealPasswords();
whichDatum();
countdown();
resendWait();
codeFromSms();

// As soon as the number tells DNI from NIE, the page asks for the one datum that goes with it.
function whichDatum() {
  const texts = document.querySelector("[data-datum]")?.dataset;
  if (!texts) return;
  const number = document.getElementById("nationalId");
  const datum = document.getElementById("contrastDatum");
  const label = document.querySelector("label[for=contrastDatum]");
  const hint = document.getElementById("contrastDatum-hint");
  const either = [label.textContent, hint.textContent];

  const adapt = () => {
    const first = number.value.trim().charAt(0).toUpperCase();
    const kind = /\d/.test(first) ? "dni" : /[XYZ]/.test(first) ? "nie" : "";
    [label.textContent, hint.textContent] =
      kind === "dni" ? [texts.labelDni, texts.hintDni] : kind === "nie" ? [texts.labelNie, texts.hintNie] : either;
    for (const section of document.querySelectorAll("[data-document]")) {
      section.hidden = kind !== "" && section.dataset.document !== kind;
    }
  };
  number.addEventListener("input", adapt);
  window.addEventListener("pageshow", adapt);

  datum.addEventListener("change", () => {
    datum.value = datum.value.trim().replace(/^(\d{2})(\d{2})(\d{4})$/, "$1/$2/$3");
  });
}

// How long the PIN lasts: shown every second, said aloud only when it matters.
function countdown() {
  const box = document.querySelector("[data-countdown]");
  if (!box) return;
  const text = box.dataset;
  const announce = document.querySelector("[data-announce]");
  const left = box.querySelector("[data-left]");
  const end = Date.now() + Number(text.countdown) * 1000;
  let before = Infinity;

  const timer = setInterval(tick, 1000);
  tick();

  function tick() {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    left.textContent = fill(text.textLeft, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    if (before !== Infinity) {
      if (before > 300 && seconds <= 300) announce.textContent = fill(text.textMinutes, "5");
      if (before > 60 && seconds <= 60) announce.textContent = text.textMinute;
    }
    if (seconds === 0) over();
    before = seconds;
  }

  function over() {
    clearInterval(timer);
    box.classList.add("fact--over");
    box.querySelector("[data-until]").textContent = text.textOver;
    left.remove();
    announce.textContent = text.textOver;
    const hadFocus = document.activeElement?.closest("[data-while-usable]");
    for (const part of document.querySelectorAll("[data-while-usable]")) part.hidden = true;
    // Enter must not post a PIN that is over.
    for (const button of document.querySelectorAll("[data-while-usable] button")) button.disabled = true;
    if (hadFocus) document.querySelector("button[value=resend]").focus();
  }
}

// Another PIN can be asked for after a while only.
function resendWait() {
  const button = document.querySelector("[data-resend]");
  if (!button) return;
  const when = document.querySelector("[data-resend-text]");
  // The server counts whole seconds: one more, so that it is never asked too soon.
  const end = Date.now() + (Number(button.dataset.resend) + 1) * 1000;
  button.disabled = true;

  const timer = setInterval(tick, 1000);
  tick();

  function tick() {
    const seconds = Math.ceil((end - Date.now()) / 1000);
    when.textContent = fill(when.dataset.resendText, String(seconds));
    if (seconds > 0) return;
    clearInterval(timer);
    when.remove();
    button.removeAttribute("aria-describedby");
    button.disabled = false;
  }
}

// WebOTP: the phone offers the PIN of the SMS; once the citizen allows it, it is typed and sent.
function codeFromSms() {
  const form = document.querySelector("form[data-otp]");
  if (!form || !("OTPCredential" in window)) return;
  const stop = new AbortController();
  form.addEventListener("submit", () => stop.abort());
  navigator.credentials
    .get({ otp: { transport: ["sms"] }, signal: stop.signal })
    .then((sms) => {
      if (!sms?.code) return;
      form.elements.namedItem("code").value = sms.code;
      form.requestSubmit(form.querySelector("button[value=verify]"));
    })
    .catch(() => {}); // refused, or no SMS came: it can still be typed
}

// A password can be looked at while it is typed; it goes out hidden, for browsers remember what they see in clear.
function revealPasswords() {
  for (const button of document.querySelectorAll("[data-reveal]")) {
    const field = document.getElementById(button.dataset.reveal);
    const show = (shown) => {
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    };
    button.hidden = false;
    button.addEventListener("click", () => show(field.type === "password"));
    field.form.addEventListener("submit", () => show(false));
  }
}
